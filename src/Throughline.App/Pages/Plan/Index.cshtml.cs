using Microsoft.AspNetCore.Mvc;
using Throughline.Kernel;
using Throughline.Plan;

namespace Throughline.App.Pages.Plan;

/// <summary>The plan at a glance: how much there is, what is missing, when it starts.</summary>
[Needs(PlanPermissions.Write)]
public sealed class IndexModel(
    PlanQueries plans,
    DecisionQueries decisions,
    PlanDocumentQueries documents,
    PlanGoals goals,
    SetLaunchDate setLaunchDate,
    WritePlanNote writeNote
) : PlanPage(plans)
{
    public sealed record Form
    {
        public DateOnly? LaunchDate { get; init; }

        public int Version { get; init; }

        public string? Note { get; init; }

        public int PlanVersion { get; init; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<DecisionView> Decisions { get; private set; } = [];

    public IReadOnlyList<ActionView> Actions { get; private set; } = [];

    /// <summary>The school's own; the district's stand with its direction.</summary>
    public int Goals { get; private set; }

    public int Responsibilities { get; private set; }

    public PlanGaps Gaps { get; private set; } = null!;

    /// <summary>What is missing, each with where it is mended.</summary>
    public IEnumerable<(string Kind, int Count, string Address)> Missing() =>
        new (string, int, string)[]
        {
            (nameof(Gaps.PastNeededBy), Gaps.PastNeededBy.Count, "decisions?due=late"),
            (
                nameof(Gaps.WithoutDecider),
                Gaps.WithoutDecider.Count,
                "decisions?state=Open&sort=decider"
            ),
            (nameof(Gaps.NobodyTold), Gaps.NobodyTold.Count, "decisions?state=Decided"),
            (nameof(Gaps.Late), Gaps.Late.Count, "actions?show=late"),
            (nameof(Gaps.WithoutOwner), Gaps.WithoutOwner.Count, "actions"),
            (nameof(Gaps.WithoutDue), Gaps.WithoutDue.Count, "actions"),
            (nameof(Gaps.SupportUnmet), Gaps.SupportUnmet.Count, "responsibilities?support=unmet"),
        }.Where(row => row.Item2 > 0);

    public async Task OnGet()
    {
        await Load();
        var plan = await Plans.Plan(Place);
        Input = new Form
        {
            LaunchDate = District.LaunchDate,
            Version = District.Version,
            Note = plan.Note,
            PlanVersion = plan.Version,
        };
    }

    public async Task<IActionResult> OnPostLaunch() =>
        await Answer(
            await setLaunchDate.Do(new(Input.LaunchDate, Input.Version), Doing()),
            _ => Redirect(Here("plan?saved=1")),
            Again
        );

    public async Task<IActionResult> OnPostNote() =>
        await Answer(
            await writeNote.Do(
                new()
                {
                    School = Place,
                    Note = Input.Note,
                    Version = Input.PlanVersion,
                },
                Doing()
            ),
            _ => Redirect(Here("plan?saved=1")),
            Again
        );

    private async Task<IActionResult> Again()
    {
        await Load();
        Input =
            Conflict?.Stored.ContainsKey("Note") == true
                ? Input with
                {
                    PlanVersion = VersionAfter(Input.PlanVersion, "Input.PlanVersion"),
                }
                : Input with
                {
                    Version = VersionAfter(Input.Version),
                };
        return Page();
    }

    private async Task Load()
    {
        await Enter();
        Decisions = await decisions.Of(Place);
        Actions = await Plans.Actions(Place);
        Responsibilities = (await Plans.Responsibilities(Place)).Count;
        Goals = (await goals.All()).Count(goal => goal.School == Place);
        Gaps = await documents.Gaps(Place, Today);
    }
}
