using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Direction;

/// <summary>Takes a goal out of the direction; <see cref="BringBackGoal"/> undoes it, with all it had.</summary>
public sealed class RemoveGoal(ThroughlineDb db) : IUseCase
{
    public Task<Outcome<Nothing>> Do(GoalId id, Doing doing, CancellationToken cancel = default) =>
        GoalStep.Take(
            db,
            id,
            null,
            doing,
            goal =>
            {
                goal.Remove(doing);
                return null;
            },
            "goal.removed",
            cancel
        );
}

public sealed class BringBackGoal(ThroughlineDb db) : IUseCase
{
    public Task<Outcome<Nothing>> Do(GoalId id, Doing doing, CancellationToken cancel = default) =>
        db.Write<Nothing>(
            doing,
            async () =>
            {
                var goal = await db.Set<Goal>()
                    .IgnoreQueryFilters([ThroughlineDb.RemovedFilter])
                    .FirstOrDefaultAsync(row => row.Id == id && row.RemovedAt != null, cancel);
                if (goal is null)
                {
                    return Outcome.Unknown;
                }

                goal.BringBack();
                db.Happened("goal.brought-back", goal);
                return Outcome.Done;
            },
            cancel
        );
}
