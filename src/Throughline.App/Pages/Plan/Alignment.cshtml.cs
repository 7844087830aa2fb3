using Throughline.Direction;
using Throughline.Feedback;
using Throughline.Kernel;
using Throughline.Plan;

namespace Throughline.App.Pages.Plan;

/// <summary>How the schools' plans stand to the district's: of all of them, or on a school's page of that one.</summary>
[Needs(PlanPermissions.Write)]
public sealed class AlignmentModel(
    PlanQueries plans,
    SchoolPlanQueries schoolPlans,
    DecisionQueries decisions,
    SchoolQueries schools,
    GoalQueries goals,
    VisionQueries visions
) : PlanPage(plans)
{
    public IReadOnlyList<(string School, IReadOnlyList<AlignmentItem> Items)> Schools
    {
        get;
        private set;
    } = [];

    public IReadOnlyList<AlignmentItem> All { get; private set; } = [];

    /// <summary>How the planning is organized; null where nobody has recorded it.</summary>
    public ArrangementView? Arrangement { get; private set; }

    /// <summary>Whether the visitor writes the district's plan, whose the arrangement is.</summary>
    public bool MayOrganize => Me.RoleAt(null) >= PlanPermissions.Write;

    /// <summary>The schools' decisions that stand to one of the district's by their own word.</summary>
    public IReadOnlyList<(string School, DecisionView Own, DecisionView Given)> Stances
    {
        get;
        private set;
    } = [];

    /// <summary>Whether the visitor may ask people, which is the district's to do.</summary>
    public bool MayAsk => Me.RoleAt(null) >= FeedbackPermissions.Ask;

    /// <summary>Goals of this plan that name no statement of the vision.</summary>
    public IReadOnlyList<GoalView> Untied { get; private set; } = [];

    /// <summary>Statements of the vision that no goal of this plan names.</summary>
    public IReadOnlyList<LineView> Unserved { get; private set; } = [];

    /// <summary>Whether the vision has statements that a goal could name.</summary>
    public bool HasStatements { get; private set; }

    public async Task OnGet()
    {
        await CompareWithTheVision();
        Arrangement = await Plans.Arrangement();
        All =
        [
            .. (await schoolPlans.Alignment()).Where(item => Place is null || item.School == Place),
        ];
        var bySchool = All.ToLookup(item => item.School);
        var all = await decisions.All();
        var listed = await schools.All();
        Stances =
        [
            .. from school in listed
            where Place is null || school.Id == Place
            from own in all
            where own.School == school.Id && own.State != DecisionState.Superseded
            let given = Throughline.Plan.Alignment.GivenOf(own, all)
            where given is not null
            select (school.Name, own, given),
        ];
        Schools =
        [
            .. listed
                .Where(school => bySchool.Contains(school.Id))
                .Select(school =>
                    (school.Name, (IReadOnlyList<AlignmentItem>)[.. bySchool[school.Id]])
                ),
        ];
    }

    private async Task CompareWithTheVision()
    {
        var here = (await goals.All(T.Language)).Where(goal => goal.School == Place).ToList();
        var statements = await visions.Lines(LineKind.Statement);
        var named = here.SelectMany(goal => goal.Statements).Select(line => line.Id).ToHashSet();
        HasStatements = statements.Count > 0;
        Untied = [.. here.Where(goal => goal.Statements.Count == 0)];
        Unserved = [.. statements.Where(line => !named.Contains(line.Id))];
    }

    /// <summary>What the matter is, in a sentence.</summary>
    public string Matter(AlignmentItem item) =>
        T[
            "plan.alignment.kind." + item.Kind,
            item.Given is { } given ? Figure(given.Number) : "",
            item.GivenOutcome,
            item.HereOutcome
        ];
}
