using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Direction;

/// <summary>Moves a goal one place up or down among the goals of its horizon and level.</summary>
public sealed class MoveGoal(ThroughlineDb db) : IUseCase
{
    public sealed record Input(GoalId Goal, bool Down);

    public Task<Outcome<Nothing>> Do(
        Input input,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        db.Write<Nothing>(
            doing,
            async () =>
            {
                var goals = await db.Set<Goal>().OrderBy(row => row.Place).ToListAsync(cancel);
                if (goals.Find(row => row.Id == input.Goal) is not { } goal)
                {
                    return Outcome.Unknown;
                }

                var beside = goals
                    .Where(row => row.Horizon == goal.Horizon && row.SchoolId == goal.SchoolId)
                    .ToList();
                var to = beside.IndexOf(goal) + (input.Down ? 1 : -1);
                if (to < 0 || to >= beside.Count)
                {
                    return Outcome.Done;
                }

                var (mine, theirs) = (goal.Place, beside[to].Place);
                goal.PutAt(theirs);
                beside[to].PutAt(mine);
                db.Happened("goal.moved", goal);
                return Outcome.Done;
            },
            cancel
        );
}
