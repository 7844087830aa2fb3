using Throughline.Kernel;
using Throughline.Plan;

namespace Throughline.App.Pages.Plan;

/// <summary>How the schools' plans stand to the district's: of all of them, or on a school's page of that one.</summary>
[Needs(PlanPermissions.Write)]
public sealed class AlignmentModel(
    PlanQueries plans,
    SchoolPlanQueries schoolPlans,
    SchoolQueries schools
) : PlanPage(plans)
{
    public IReadOnlyList<(string School, IReadOnlyList<AlignmentItem> Items)> Schools
    {
        get;
        private set;
    } = [];

    public IReadOnlyList<AlignmentItem> All { get; private set; } = [];

    public async Task OnGet()
    {
        All =
        [
            .. (await schoolPlans.Alignment()).Where(item => Place is null || item.School == Place),
        ];
        var bySchool = All.ToLookup(item => item.School);
        Schools =
        [
            .. (await schools.All())
                .Where(school => bySchool.Contains(school.Id))
                .Select(school =>
                    (school.Name, (IReadOnlyList<AlignmentItem>)[.. bySchool[school.Id]])
                ),
        ];
    }

    /// <summary>What the matter is, in a sentence.</summary>
    public string Matter(AlignmentItem item) =>
        T[
            "plan.alignment.kind." + item.Kind,
            item.Given is { } given ? Figure(given.Number) : "",
            item.Given?.Outcome,
            item.Here
        ];
}
