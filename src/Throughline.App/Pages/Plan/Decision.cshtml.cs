using Microsoft.AspNetCore.Mvc;
using Throughline.App.Design;
using Throughline.Kernel;
using Throughline.Kernel.History;
using Throughline.Plan;

namespace Throughline.App.Pages.Plan;

/// <summary>One decision: the question, who and when, what was decided and why, what follows.</summary>
[Needs(PlanPermissions.Write)]
public sealed class DecisionModel(
    PlanQueries plans,
    DecisionQueries decisions,
    HistoryQueries histories,
    SettleConsultation settle,
    TellOutcome tell,
    AddNextStep addStep,
    FinishNextStep finishStep,
    ReopenDecision reopen,
    ReplaceDecision replace,
    RemoveDecision remove,
    RelateDecision relate,
    SchoolQueries schools
) : PlanPage(plans)
{
    public sealed record Form
    {
        public int Version { get; init; }

        public ConsultationId Group { get; init; }

        public DateOnly? ConsultedOn { get; init; }

        public string? Heard { get; init; }

        public string? WaivedReason { get; init; }

        public string? What { get; init; }

        public string? Who { get; init; }

        public DateOnly? Due { get; init; }

        public string? Reason { get; init; }

        public DecisionId? Given { get; init; }

        public Stance? Stance { get; init; }

        public string? StanceReason { get; init; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "decision")]
    public DecisionId Id { get; set; }

    /// <summary>The group whose form is open.</summary>
    [BindProperty(SupportsGet = true)]
    public ConsultationId? Group { get; set; }

    public DecisionView Decision { get; private set; } = null!;

    /// <summary>The final decision of the district that this school's clashes with.</summary>
    public AlignmentItem? Clash { get; private set; }

    /// <summary>Of a school's decision: the district's that it stands to, as it is now.</summary>
    public DecisionView? Given { get; private set; }

    /// <summary>The district's decisions that a school's can stand to.</summary>
    public IReadOnlyList<Choice> Givens { get; private set; } = [];

    /// <summary>Of the district's decision: the schools that follow it or differ from it.</summary>
    public IReadOnlyList<(string School, DecisionView Own)> Standing { get; private set; } = [];

    public IReadOnlyList<HistoryEntry> History { get; private set; } = [];

    public bool MayDecide => Decision.NeedsBroadSupport ? MayLead : MayWrite;

    public async Task<IActionResult> OnGet()
    {
        if (!await Load())
        {
            return NotFound();
        }

        Input = new Form
        {
            Version = Decision.Version,
            ConsultedOn = Today,
            Given = Decision.Stance?.Given.Id ?? Clash?.Given?.Id,
            Stance = Decision.Stance?.Stance,
            StanceReason = Decision.Stance?.Reason,
        };
        return Page();
    }

    public Task<IActionResult> OnPostConsult() =>
        Settled(
            () =>
                settle.Do(
                    new()
                    {
                        Id = Input.Group,
                        ConsultedOn = PlanText.Clean(Input.WaivedReason) is null
                            ? Input.ConsultedOn
                            : null,
                        Heard = Input.Heard,
                        WaivedReason = Input.WaivedReason,
                    },
                    Doing()
                ),
            "#groups"
        );

    public Task<IActionResult> OnPostTell(DecisionInputId id, bool told) =>
        Settled(() => tell.Do(id, told, Doing()), "#tell");

    public Task<IActionResult> OnPostStep() =>
        Settled(
            () =>
                addStep.Do(
                    new()
                    {
                        Decision = Id,
                        What = Input.What,
                        Who = Input.Who,
                        Due = Input.Due,
                    },
                    Doing()
                ),
            "#next-steps"
        );

    public Task<IActionResult> OnPostFinish(NextStepId id, bool done) =>
        Settled(() => finishStep.Do(id, done, Doing()), "#next-steps");

    public Task<IActionResult> OnPostDrop(NextStepId id) =>
        Settled(() => finishStep.Remove(id, Doing()), "#next-steps");

    public Task<IActionResult> OnPostRelate() =>
        Settled(
            () =>
                relate.Do(
                    new()
                    {
                        Id = Id,
                        Version = Input.Version,
                        Given = Input.Given,
                        Stance = Input.Stance,
                        StanceReason = Input.StanceReason,
                    },
                    Doing()
                ),
            "#given"
        );

    public Task<IActionResult> OnPostStandAlone() =>
        Settled(() => relate.Undo(Id, Input.Version, Doing()), "#given");

    public Task<IActionResult> OnPostReopen() =>
        Settled(
            () =>
                reopen.Do(
                    new()
                    {
                        Id = Id,
                        Version = Input.Version,
                        Reason = Input.Reason,
                    },
                    Doing()
                ),
            ""
        );

    public async Task<IActionResult> OnPostReplace() =>
        await Answer(
            await replace.Do(
                new()
                {
                    Id = Id,
                    Version = Input.Version,
                    Reason = Input.Reason,
                },
                Doing()
            ),
            later => Redirect(Here($"plan/decisions/{later}/edit")),
            Again
        );

    public async Task<IActionResult> OnPostRemove() =>
        await Answer(
            await remove.Do(Id, Doing()),
            _ => Redirect(Here($"plan/decisions?removed={Id}")),
            Again
        );

    /// <summary>What is settled is a part of this decision; where the address names none of this place, nothing is.</summary>
    private async Task<IActionResult> Settled<T>(Func<Task<Outcome<T>>> settling, string place) =>
        await Load()
            ? await Answer(
                await settling(),
                _ => Redirect(Here($"plan/decisions/{Id}{place}")),
                Again
            )
            : NotFound();

    private async Task<IActionResult> Again()
    {
        if (!await Load())
        {
            return NotFound();
        }

        Group ??= Input.Group;
        Input = Input with { Version = VersionAfter(Input.Version) };
        return Page();
    }

    private async Task<bool> Load()
    {
        var all = await decisions.All();
        await Enter();
        if (all.FirstOrDefault(one => one.Id == Id && one.School == Place) is not { } decision)
        {
            return false;
        }

        Decision = decision;
        Clash = Alignment.Clash(decision, all);
        Given = Alignment.GivenOf(decision, all);
        Givens =
        [
            .. all.Where(one => one.School is null && one.State != DecisionState.Superseded)
                .Select(one => new Choice(
                    one.Id.ToString(),
                    $"{Figure(one.Number)}. {one.Question}"
                )),
        ];
        var standing = all.Where(one => one.School is not null && one.Stance?.Given.Id == Id)
            .ToList();
        if (standing.Count > 0)
        {
            var names = (await schools.All()).ToDictionary(row => row.Id, row => row.Name);
            Standing = standing.ConvertAll(one =>
                (names.GetValueOrDefault(one.School!.Value) ?? "", one)
            );
        }

        History = await histories.Of(Id.Value);
        return true;
    }
}
