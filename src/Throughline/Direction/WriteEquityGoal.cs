using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Direction;

/// <summary>Writes the equity goal's statement.</summary>
public sealed class WriteEquityGoal(ThroughlineDb db) : IUseCase
{
    public sealed record Input(string? Statement, int Version);

    public Task<Outcome<int>> Do(Input input, Doing doing, CancellationToken cancel = default) =>
        db.Write<int>(
            doing,
            async () =>
            {
                var statement = Limits.Tidy(input.Statement);
                var refusals = new List<Refusal>();
                refusals.Need(
                    statement,
                    Limits.Statement,
                    nameof(input.Statement),
                    DirectionSentences.WriteAnEquityGoal
                );
                if (refusals.Count > 0)
                {
                    return refusals;
                }

                var scope = Vision.ScopeOf(null);
                var goal = await db.Set<EquityGoal>()
                    .FirstOrDefaultAsync(row => row.Scope == scope, cancel);
                if (goal is not null && goal.Version != input.Version)
                {
                    return new Conflict(
                        goal.Version,
                        new Dictionary<string, string?>(StringComparer.Ordinal)
                        {
                            [nameof(input.Statement)] = goal.Statement,
                        }
                    );
                }

                if (goal is null)
                {
                    goal = new EquityGoal
                    {
                        DistrictId = db.District!.Value,
                        Id = Id.New<EquityGoalId>(),
                        Scope = scope,
                    };
                    db.Add(goal);
                }

                goal.Write(statement!);
                if (!db.ChangeTracker.HasChanges())
                {
                    return goal.Version;
                }

                db.Happened("equity-goal.written", goal);
                return goal.Version + 1;
            },
            cancel
        );
}
