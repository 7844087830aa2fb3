using Microsoft.AspNetCore.Mvc;
using Throughline.App.Design;
using Throughline.Kernel;
using Throughline.Kernel.History;
using Throughline.Plan;

namespace Throughline.App.Pages.Plan;

/// <summary>The tracker: who holds what, and whether they have what it takes.</summary>
[Needs(PlanPermissions.Write)]
public sealed class ResponsibilitiesModel(
    PlanQueries plans,
    DecisionQueries decisions,
    HistoryQueries histories,
    RecordResponsibility record,
    ReviseResponsibility revise,
    RemoveResponsibility remove,
    AskForSupport ask,
    SettleSupport settle
) : PlanPage(plans)
{
    public sealed record Form : ResponsibilityDraft
    {
        public ResponsibilityId? Id { get; init; }

        public int Version { get; init; }

        public SupportNeedId Need { get; init; }

        public string? Of { get; init; }

        public DateOnly? On { get; init; }

        public string? Answer { get; init; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? Edit { get; set; }

    /// <summary>The need whose request or answer is being written.</summary>
    [BindProperty(SupportsGet = true)]
    public SupportNeedId? Need { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Support { get; set; }

    [BindProperty(SupportsGet = true)]
    public ResponsibilityId? Removed { get; set; }

    public IReadOnlyList<ResponsibilityView> All { get; private set; } = [];

    public IReadOnlyList<ResponsibilityView> Rows { get; private set; } = [];

    /// <summary>Of the row that is open.</summary>
    public IReadOnlyList<HistoryEntry> History { get; private set; } = [];

    public IReadOnlyList<DecisionView> Decisions { get; private set; } = [];

    public bool IsNew => MayWrite && Edit == "new";

    public bool IsEdited(ResponsibilityView row) => MayWrite && Edit == row.Id.ToString();

    public IEnumerable<Choice> DecisionChoices =>
        Decisions.Select(one => new Choice(
            one.Id.ToString(),
            $"{Called(one.Number, one.School)}: {one.Question}"
        ));

    public IEnumerable<Choice> SupportChoices =>
        [new("unmet", T["plan.responsibilities.form.unmet-only"])];

    public string Standing(SupportView need) =>
        need.State == SupportState.Requested
            ? T["plan.responsibilities.support.Requested", need.RequestedOf, Day(need.RequestedOn)]
            : T["plan.responsibilities.support." + need.State];

    public async Task<IActionResult> OnGet()
    {
        if (!await Load())
        {
            return NotFound();
        }

        Input = new Form
        {
            On = Today,
            Level = Place is null ? PlanLevel.System : PlanLevel.School,
        };
        if (Edit is null or "new" || !MayWrite)
        {
            return Page();
        }

        if (All.FirstOrDefault(IsEdited) is not { } row)
        {
            return NotFound();
        }

        Input = new Form
        {
            Id = row.Id,
            Version = row.Version,
            What = row.What,
            Holder = row.Holder,
            Level = row.Level,
            FromDecision = row.From?.Id,
            Due = row.Due,
        };
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        await Enter();
        if (Input.Id is { } id)
        {
            var revision = new ReviseResponsibility.Input
            {
                Id = id,
                Version = Input.Version,
                What = Input.What,
                Holder = Input.Holder,
                Level = Input.Level,
                FromDecision = Input.FromDecision,
                Due = Input.Due,
                Support = Input.Support,
            };
            return await Settled(await revise.Do(revision, Doing()), "#row-" + id);
        }

        var fresh = new RecordResponsibility.Input
        {
            School = Place,
            What = Input.What,
            Holder = Input.Holder,
            Level = Input.Level,
            FromDecision = Input.FromDecision,
            Due = Input.Due,
            Support = Input.Support,
        };
        return await Settled(await record.Do(fresh, Doing()), "");
    }

    public async Task<IActionResult> OnPostAsk() =>
        await Settled(
            await ask.Do(
                new()
                {
                    Id = Input.Need,
                    Of = Input.Of,
                    On = Input.On,
                },
                Doing()
            ),
            ""
        );

    public async Task<IActionResult> OnPostSettle(bool met) =>
        await Settled(
            await settle.Do(
                new()
                {
                    Id = Input.Need,
                    Met = met,
                    Answer = Input.Answer,
                },
                Doing()
            ),
            ""
        );

    public async Task<IActionResult> OnPostRemove(ResponsibilityId id) =>
        await Settled(await remove.Do(id, Doing()), "?removed=" + id);

    public async Task<IActionResult> OnPostUndo(ResponsibilityId id) =>
        await Settled(await remove.Undo(id, Doing()), "#row-" + id);

    public async Task<IActionResult> OnGetCsv()
    {
        if (!await Load())
        {
            return NotFound();
        }

        string[] columns = ["holder", "what", "level", "from-decision", "due", "support"];
        return Csv(
            "responsibilities",
            [
                [.. columns.Select(column => T["plan.paste.responsibilities.column." + column])],
                .. Rows.Select(row =>
                    (IEnumerable<string?>)
                        [
                            row.Holder,
                            row.What,
                            T["plan.level." + row.Level],
                            row.From is { } from ? Figure(from.Number) : null,
                            Iso(row.Due),
                            string.Join('\n', row.Support.Select(need => need.What)),
                        ]
                ),
            ]
        );
    }

    private Task<IActionResult> Settled<T>(Outcome<T> outcome, string place) =>
        Answer(outcome, _ => Redirect(Here("plan/responsibilities" + place)), Again);

    private async Task<IActionResult> Again()
    {
        if (Input.Need == default)
        {
            Edit = Input.Id?.ToString() ?? "new";
        }
        else
        {
            Need = Input.Need;
        }

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
        History = Id.TryParse<ResponsibilityId>(Edit, out var edited)
            ? await histories.Of(edited.Value)
            : [];
        All = await Plans.Responsibilities(Place);
        Rows =
        [
            .. All.Where(row =>
                Support != "unmet" || row.Support.Any(need => need.State != SupportState.Met)
            ),
        ];
        return true;
    }
}
