using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Plan;

/// <summary>How far a school's plan is.</summary>
public sealed record SchoolPlanLine(
    SchoolId School,
    int Goals,
    int Decisions,
    int Open,
    int Actions,
    int Clashes
);

public sealed class SchoolPlanQueries(DecisionQueries decisions, PlanQueries plans, PlanGoals goals)
    : IQueries
{
    public async Task<IReadOnlyList<AlignmentItem>> Alignment(CancellationToken cancel = default) =>
        Throughline.Plan.Alignment.Of(
            await decisions.All(cancel),
            await plans.Actions(cancel),
            await goals.All(cancel)
        );

    /// <summary>The schools that have written something; the others have no line.</summary>
    public async Task<IReadOnlyDictionary<SchoolId, SchoolPlanLine>> BySchool(
        CancellationToken cancel = default
    )
    {
        var ofSchools = (await decisions.All(cancel)).ToLookup(one => one.School);
        var actions = (await plans.Actions(cancel)).ToLookup(one => one.School);
        var written = (await goals.All(cancel)).ToLookup(one => one.School);
        var clashes = (await Alignment(cancel))
            .Where(item => item.IsClash)
            .ToLookup(item => item.School);
        return ofSchools
            .Select(group => group.Key)
            .Concat(actions.Select(group => group.Key))
            .Concat(written.Select(group => group.Key))
            .OfType<SchoolId>()
            .Distinct()
            .ToDictionary(
                school => school,
                school => new SchoolPlanLine(
                    school,
                    written[school].Count(),
                    ofSchools[school].Count(),
                    ofSchools[school].Count(one => one.State == DecisionState.Open),
                    actions[school].Count(),
                    clashes[school].Count()
                )
            );
    }
}
