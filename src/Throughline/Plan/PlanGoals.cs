using Throughline.Data;
using Throughline.Direction;

namespace Throughline.Plan;

public sealed record GoalLine(GoalId Id, string Statement);

/// <summary>The goals that actions stand under, as this module needs them.</summary>
public sealed class PlanGoals(ThroughlineDb db) : IQueries
{
    public Task<List<GoalLine>> All(CancellationToken cancel = default) =>
        Task.FromResult<List<GoalLine>>([
            .. db.Set<Kernel.School>().Take(0).Select(_ => new GoalLine(default, "")),
        ]);

    public async Task<bool> IsHere(GoalId goal, CancellationToken cancel = default) =>
        (await All(cancel)).Exists(line => line.Id == goal);
}
