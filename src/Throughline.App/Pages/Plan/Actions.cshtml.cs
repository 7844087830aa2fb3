using Microsoft.AspNetCore.Mvc;
using Throughline.App.Design;
using Throughline.Direction;
using Throughline.Kernel;
using Throughline.Kernel.History;
using Throughline.Plan;

namespace Throughline.App.Pages.Plan;

/// <summary>The register of actions, under their goals. <c>?edit=…</c> opens one row as a form, <c>?edit=new</c> a new one.</summary>
[Needs(PlanPermissions.Write)]
public sealed class ActionsModel(
    PlanQueries plans,
    DecisionQueries decisions,
    HistoryQueries histories,
    PlanGoals goals,
    RecordAction record,
    ReviseAction revise,
    RemoveAction remove
) : PlanPage(plans)
{
    public sealed record Form : ActionDraft
    {
        public ActionItemId? Id { get; init; }

        public int Version { get; init; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? Edit { get; set; }

    [BindProperty(SupportsGet = true)]
    public ActionStatus? Status { get; set; }

    /// <summary><c>mine</c> or <c>late</c>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    [BindProperty(SupportsGet = true)]
    public ActionItemId? Removed { get; set; }

    public IReadOnlyList<ActionView> All { get; private set; } = [];

    public IReadOnlyList<ActionsOfGoal> Groups { get; private set; } = [];

    /// <summary>Of the row that is open.</summary>
    public IReadOnlyList<HistoryEntry> History { get; private set; } = [];

    public IReadOnlyList<DecisionView> Decisions { get; private set; } = [];

    public IReadOnlyList<GoalLine> Goals { get; private set; } = [];

    public int Shown => Groups.Sum(group => group.Actions.Count);

    public bool IsNew => MayWrite && Edit == "new";

    public bool IsEdited(ActionView action) => MayWrite && Edit == action.Id.ToString();

    public IEnumerable<Choice> GoalChoices =>
        Goals
            .OrderBy(goal => goal.School != Place)
            .Select(goal => new Choice(
                goal.Id.ToString(),
                goal.Statement,
                Group: Place is null ? null
                    : goal.School is null ? T["plan.whose.district"]
                    : T["plan.whose.school"]
            ));

    public IEnumerable<Choice> DecisionChoices =>
        Decisions
            .Where(one => one.State == DecisionState.Open || one.Id == Input.WaitsFor)
            .Select(one => new Choice(
                one.Id.ToString(),
                $"{Called(one.Number, one.School)}: {one.Question}"
            ));

    public IEnumerable<Choice> ShowChoices =>
        [new("mine", T["plan.actions.filter.mine"]), new("late", T["plan.actions.filter.late"])];

    public async Task<IActionResult> OnGet()
    {
        if (!await Load())
        {
            return NotFound();
        }

        if (Edit is null or "new" || !MayWrite)
        {
            return Page();
        }

        if (All.FirstOrDefault(IsEdited) is not { } action)
        {
            return NotFound();
        }

        Input = new Form
        {
            Id = action.Id,
            Version = action.Version,
            What = action.What,
            Goal = action.Goal,
            Owner = action.Owner,
            Due = action.Due,
            Resources = action.Resources,
            Evidence = action.Evidence,
            Status = action.Status,
            DroppedReason = action.DroppedReason,
            WaitsFor = action.WaitsFor?.Id,
        };
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        await Enter();
        if (Input.Id is { } id)
        {
            return await Answer(
                await revise.Do(Revision(id), Doing()),
                _ => Redirect(Here($"plan/actions#row-{id}")),
                Again
            );
        }

        return await Answer(
            await record.Do(Fresh(), Doing()),
            added => Redirect(Here($"plan/actions#row-{added}")),
            Again
        );
    }

    public async Task<IActionResult> OnPostRemove(ActionItemId id) =>
        await Answer(
            await remove.Do(id, Doing()),
            _ => Redirect(Here($"plan/actions?removed={id}")),
            Again
        );

    public async Task<IActionResult> OnPostUndo(ActionItemId id) =>
        await Answer(
            await remove.Undo(id, Doing()),
            _ => Redirect(Here($"plan/actions#row-{id}")),
            Again
        );

    public async Task<IActionResult> OnGetCsv()
    {
        if (!await Load())
        {
            return NotFound();
        }

        string[] columns =
        [
            "what",
            "goal",
            "owner",
            "due",
            "resources",
            "evidence",
            "status",
            "dropped-reason",
            "waits-for",
        ];
        return Csv(
            "actions",
            [
                [.. columns.Select(column => T["plan.paste.actions.column." + column])],
                .. Groups.SelectMany(group =>
                    group.Actions.Select(action =>
                        (IEnumerable<string?>)
                            [
                                action.What,
                                group.Statement,
                                action.Owner,
                                Iso(action.Due),
                                action.Resources,
                                action.Evidence,
                                T["plan.actions.status." + action.Status],
                                action.DroppedReason,
                                action.WaitsFor is { } one ? Figure(one.Number) : null,
                            ]
                    )
                ),
            ]
        );
    }

    private ReviseAction.Input Revision(ActionItemId id) =>
        new()
        {
            Id = id,
            Version = Input.Version,
            What = Input.What,
            Goal = Input.Goal,
            Owner = Input.Owner,
            Due = Input.Due,
            Resources = Input.Resources,
            Evidence = Input.Evidence,
            Status = Input.Status,
            DroppedReason = Input.DroppedReason,
            WaitsFor = Input.WaitsFor,
        };

    private RecordAction.Input Fresh() =>
        new()
        {
            School = Place,
            What = Input.What,
            Goal = Input.Goal,
            Owner = Input.Owner,
            Due = Input.Due,
            Resources = Input.Resources,
            Evidence = Input.Evidence,
            Status = Input.Status,
            DroppedReason = Input.DroppedReason,
            WaitsFor = Input.WaitsFor,
        };

    private async Task<IActionResult> Again()
    {
        Edit = Input.Id?.ToString() ?? "new";
        if (!await Load())
        {
            return NotFound();
        }

        Input = Input with { Version = VersionAfter(Input.Version) };
        return Page();
    }

    private async Task<bool> Load()
    {
        await Enter();
        Decisions =
        [
            .. (await decisions.All()).Where(one => one.School is null || one.School == Place),
        ];
        History = Id.TryParse<ActionItemId>(Edit, out var edited)
            ? await histories.Of(edited.Value)
            : [];
        Goals = await goals.For(Place);
        All = await Plans.Actions(Place);
        var mine = (await Plans.Team()).MembershipsOf(Me.PersonId);
        var rows = All.Where(one => Status is null || one.Status == Status)
            .Where(one =>
                Show switch
                {
                    "mine" => one.OwnerId is { } owner && mine.Contains(owner),
                    "late" => one.IsLate(Today),
                    _ => true,
                }
            );
        Groups =
        [
            .. PlanDocumentQueries
                .Grouped([.. rows], Goals)
                .Where(group => group.Actions.Count > 0),
        ];
        return true;
    }
}
