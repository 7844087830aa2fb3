using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Direction;

/// <summary>What the steps of a goal's life have in common.</summary>
internal static class GoalStep
{
    public static Task<Outcome<Nothing>> Take(
        ThroughlineDb db,
        GoalId id,
        int? version,
        Doing doing,
        Func<Goal, Refusal?> decide,
        string happening,
        CancellationToken cancel
    ) =>
        db.Write<Nothing>(
            doing,
            async () =>
            {
                var goal = await db.Set<Goal>().FirstOrDefaultAsync(row => row.Id == id, cancel);
                if (goal is null)
                {
                    return Outcome.Unknown;
                }

                if (version is not null && goal.Version != version)
                {
                    return new Conflict(
                        goal.Version,
                        new Dictionary<string, string?>(StringComparer.Ordinal)
                        {
                            [nameof(GoalText.Statement)] = goal.Statement,
                        }
                    );
                }

                if (decide(goal) is { } refusal)
                {
                    return refusal;
                }

                db.Happened(happening, goal);
                return Outcome.Done;
            },
            cancel
        );
}
