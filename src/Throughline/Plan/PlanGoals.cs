using Throughline.Data;
using Throughline.Direction;
using Throughline.Kernel.Languages;

namespace Throughline.Plan;

public sealed record GoalLine(GoalId Id, string Statement);

/// <summary>The goals that actions stand under, as this module needs them: in their order, by their statements.</summary>
public sealed class PlanGoals(GoalQueries goals) : IQueries
{
    public async Task<IReadOnlyList<GoalLine>> All(CancellationToken cancel = default) =>
        [
            .. (await goals.All(LanguageFiles.Default, cancel)).Select(goal => new GoalLine(
                goal.Id,
                goal.Statement
            )),
        ];

    public async Task<bool> IsHere(GoalId goal, CancellationToken cancel = default) =>
        (await All(cancel)).Any(line => line.Id == goal);
}
