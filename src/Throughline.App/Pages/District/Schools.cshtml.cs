using Throughline.Kernel;
using Throughline.Plan;

namespace Throughline.App.Pages.District;

/// <summary>The district's schools, with the grades they serve, their students as reported, and how far each one's plan is.</summary>
[Needs]
public sealed class SchoolsModel(SchoolQueries schools, SchoolPlanQueries plans) : DistrictPage
{
    public IReadOnlyList<SchoolLine> Schools { get; private set; } = [];

    public IReadOnlyDictionary<SchoolId, SchoolPlanLine> Plans { get; private set; } =
        new Dictionary<SchoolId, SchoolPlanLine>();

    public async Task OnGet()
    {
        Schools = await schools.All();
        Plans = await plans.BySchool();
    }

    /// <summary>"2 goals, 5 decisions (1 still open), 7 actions"; what there is none of is left out.</summary>
    public string? StateOf(SchoolId school) =>
        Plans.TryGetValue(school, out var plan)
            ? string.Join(
                ", ",
                new[]
                {
                    Counted("goals", plan.Goals),
                    Counted("decisions", plan.Decisions, plan.Open),
                    Counted("actions", plan.Actions),
                }.OfType<string>()
            )
            : null;

    private string? Counted(string key, int count, params object?[] values) =>
        count == 0 ? null : T.Count("district.schools.plan-" + key, count, values);

    public string Shown(int? count) =>
        count switch
        {
            null => T["directory.not-reported"],
            > 0 and < 10 => T["directory.fewer-than-ten"],
            _ => T.Number(count.Value),
        };
}
