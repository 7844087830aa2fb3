using Microsoft.AspNetCore.Mvc;
using Throughline.App.Design;
using Throughline.Kernel;
using Throughline.Plan;

namespace Throughline.App.Pages.Plan;

/// <summary>The register: everything that has to be decided, by whom and by when.</summary>
[Needs(PlanPermissions.Write)]
public sealed class DecisionsModel(
    PlanQueries plans,
    DecisionQueries decisions,
    RemoveDecision remove
) : PlanPage(plans)
{
    [BindProperty(SupportsGet = true)]
    public DecisionState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public PlanLevel? Level { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Decider { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Due { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Group { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true)]
    public DecisionId? Removed { get; set; }

    public IReadOnlyList<DecisionView> All { get; private set; } = [];

    /// <summary>What the district has made final; a school takes it as given.</summary>
    public IReadOnlyList<DecisionView> Given { get; private set; } = [];

    public IReadOnlyList<(string? Head, List<DecisionView> Rows)> Groups { get; private set; } = [];

    public int Shown => Groups.Sum(group => group.Rows.Count);

    public IEnumerable<Choice> Deciders =>
        All.Select(one => one.Decider)
            .OfType<string>()
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.CurrentCultureIgnoreCase)
            .Select(name => new Choice(name, name));

    public IEnumerable<Choice> Named(string prefix, params string[] codes) =>
        codes.Select(code => new Choice(code, T[$"{prefix}.{code}"]));

    public async Task<IActionResult> OnGet() => await Load() ? Page() : NotFound();

    public async Task<IActionResult> OnGetCsv()
    {
        if (!await Load())
        {
            return NotFound();
        }

        string[] columns =
        [
            "number",
            "question",
            "level",
            "level-reason",
            "decider",
            "recommend",
            "advise",
            "inform",
            "wants-to-know",
            "lead",
            "needed-by",
            "consult",
        ];
        string Names(DecisionView one, InputPart part) => string.Join('\n', one.Named(part));
        IEnumerable<IEnumerable<string?>> rows =
        [
            [
                .. columns.Select(column => T["plan.paste.decisions.column." + column]),
                T["plan.decisions.column.state"],
                T["plan.decision.outcome"],
                T["plan.decision.because"],
            ],
            .. Groups
                .SelectMany(group => group.Rows)
                .Select(one =>
                    (IEnumerable<string?>)
                        [
                            Figure(one.Number),
                            one.Question,
                            T["plan.level." + one.Level],
                            one.LevelReason,
                            one.Decider,
                            Names(one, InputPart.Recommend),
                            Names(one, InputPart.Advise),
                            Names(one, InputPart.Inform),
                            Names(one, InputPart.WantsToKnow),
                            one.LeadDays is { } lead ? Figure(lead) : null,
                            Iso(one.NeededBy),
                            string.Join('\n', one.Groups.Select(group => group.Group)),
                            T["plan.state." + one.State],
                            one.Outcome,
                            one.OutcomeReason,
                        ]
                ),
        ];
        return Csv("decisions", rows);
    }

    public async Task<IActionResult> OnPostUndo(DecisionId id) =>
        await Answer(
            await remove.Undo(id, Doing()),
            _ => Redirect(Here("plan/decisions")),
            () => Task.FromResult<IActionResult>(NotFound())
        );

    private async Task<bool> Load()
    {
        await Enter();
        var every = await decisions.All();
        All = [.. every.Where(one => one.School == Place)];
        Given = Place is null ? [] : PlanDocumentQueries.Given(every);
        var soon = Today.AddDays(30);
        var rows = All.Where(one => State is null || one.State == State)
            .Where(one => Level is null || one.Level == Level)
            .Where(one =>
                string.IsNullOrEmpty(Decider)
                || Decider.Equals(one.Decider, StringComparison.OrdinalIgnoreCase)
            )
            .Where(one =>
                Due switch
                {
                    "late" => one.IsLate(Today),
                    "month" => one.State == DecisionState.Open
                        && one.NeededBy >= Today
                        && one.NeededBy <= soon,
                    "none" => one.State == DecisionState.Open && one.NeededBy is null,
                    _ => true,
                }
            );
        rows = Sort switch
        {
            "needed" => rows.OrderBy(one => one.NeededBy ?? DateOnly.MaxValue),
            "decider" => rows.OrderBy(one => one.Decider, StringComparer.CurrentCultureIgnoreCase),
            _ => rows,
        };
        Groups =
        [
            .. Group switch
            {
                "level" => rows.GroupBy(one => one.Level)
                    .OrderBy(group => group.Key)
                    .Select(group => ((string?)T["plan.level." + group.Key], group.ToList())),
                "month" => rows.GroupBy(one =>
                        one.NeededBy is { } day ? day.AddDays(1 - day.Day) : (DateOnly?)null
                    )
                    .OrderBy(group => group.Key ?? DateOnly.MaxValue)
                    .Select(group =>
                        (
                            (string?)(group.Key?.ToString("Y", T.Culture) ?? T["plan.no-day"]),
                            group.ToList()
                        )
                    ),
                _ => [((string?)null, rows.ToList())],
            },
        ];
        return true;
    }
}
