using Throughline.Data;
using Throughline.Direction;
using Throughline.Kernel;

namespace Throughline.Plan;

/// <param name="ServesDistrict">A school's goal that names one of the district's as what it is there for.</param>
public sealed record GoalLine(
    GoalId Id,
    string Statement,
    SchoolId? School = null,
    bool ServesDistrict = false
);

/// <summary>The goals that actions stand under, as this module needs them: in their order, by their statements.</summary>
public sealed class PlanGoals(GoalQueries goals) : IQueries
{
    public async Task<IReadOnlyList<GoalLine>> All(CancellationToken cancel = default) =>
        [
            .. (await goals.InShort(cancel)).Select(one => new GoalLine(
                one.Goal.Id,
                one.Goal.Statement,
                one.Goal.School,
                one.Outcome is { School: null }
            )),
        ];

    /// <summary>A school's plan serves its own goals and the system's; the system's plan its own.</summary>
    public async Task<IReadOnlyList<GoalLine>> For(
        SchoolId? school,
        CancellationToken cancel = default
    ) => [.. (await All(cancel)).Where(goal => goal.School is null || goal.School == school)];

    public async Task<bool> IsHere(
        GoalId goal,
        SchoolId? school,
        CancellationToken cancel = default
    ) => (await For(school, cancel)).Any(line => line.Id == goal);
}
