using Microsoft.AspNetCore.Mvc;
using Throughline.App.Design;
using Throughline.Kernel;
using Throughline.Plan;

namespace Throughline.App.Pages.Plan;

/// <summary>A new decision, or a change to one.</summary>
[Needs(PlanPermissions.Write, Read = PlanPermissions.Write)]
public class DecisionEditModel(
    PlanQueries plans,
    DecisionQueries decisions,
    RecordDecision record,
    ReviseDecision revise
) : PlanPage(plans)
{
    public sealed record Form : DecisionDraft
    {
        public int Version { get; init; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>None for a new one.</summary>
    [BindProperty(SupportsGet = true, Name = "decision")]
    public DecisionId? Id { get; set; }

    public DecisionView? Decision { get; private set; }

    public IEnumerable<Choice> Levels =>
        [new("System", T["plan.form.level-system"]), new("School", T["plan.form.level-school"])];

    public async Task<IActionResult> OnGet()
    {
        if (!await Load())
        {
            return NotFound();
        }

        if (Decision is { } one)
        {
            string Names(InputPart part) => string.Join('\n', one.Named(part));
            Input = new Form
            {
                Version = one.Version,
                Question = one.Question,
                Level = one.Level,
                LevelReason = one.LevelReason,
                Decider = one.Decider,
                Recommend = Names(InputPart.Recommend),
                Advise = Names(InputPart.Advise),
                Inform = Names(InputPart.Inform),
                WantsToKnow = Names(InputPart.WantsToKnow),
                LeadDays = one.LeadDays,
                NeededOn = one.NeededOn,
                BroadSupport = one.NeedsBroadSupport,
                Consult = string.Join('\n', one.Groups.Select(group => group.Group)),
            };
        }
        else
        {
            Input = new Form { Level = Place is null ? PlanLevel.System : PlanLevel.School };
        }

        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (!await Load())
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var outcome = Id is { } id
            ? await revise.Do(Revision(id), Doing())
            : await record.Do(Fresh(), Doing());
        return await Answer(
            outcome,
            done => Redirect(Here($"plan/decisions/{done}")),
            async () =>
            {
                await Load();
                Input = Input with { Version = VersionAfter(Input.Version) };
                return Page();
            }
        );
    }

    private ReviseDecision.Input Revision(DecisionId id) =>
        new()
        {
            Id = id,
            Version = Input.Version,
            Question = Input.Question,
            Level = Input.Level,
            LevelReason = Input.LevelReason,
            Decider = Input.Decider,
            Recommend = Input.Recommend,
            Advise = Input.Advise,
            Inform = Input.Inform,
            WantsToKnow = Input.WantsToKnow,
            LeadDays = Input.LeadDays,
            NeededOn = Input.NeededOn,
            BroadSupport = Input.BroadSupport,
            Consult = Input.Consult,
        };

    private RecordDecision.Input Fresh() =>
        new()
        {
            School = Place,
            Question = Input.Question,
            Level = Input.Level,
            LevelReason = Input.LevelReason,
            Decider = Input.Decider,
            Recommend = Input.Recommend,
            Advise = Input.Advise,
            Inform = Input.Inform,
            WantsToKnow = Input.WantsToKnow,
            LeadDays = Input.LeadDays,
            NeededOn = Input.NeededOn,
            BroadSupport = Input.BroadSupport,
            Consult = Input.Consult,
        };

    private async Task<bool> Load()
    {
        await Enter();
        Decision = Id is { } id ? await decisions.One(id, Place) : null;
        return Id is null || Decision is not null;
    }
}

/// <summary>The same form, empty.</summary>
[Needs(PlanPermissions.Write, Read = PlanPermissions.Write)]
public sealed class DecisionNewModel(
    PlanQueries plans,
    DecisionQueries decisions,
    RecordDecision record,
    ReviseDecision revise
) : DecisionEditModel(plans, decisions, record, revise);
