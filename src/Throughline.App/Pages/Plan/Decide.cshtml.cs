using Microsoft.AspNetCore.Mvc;
using Throughline.Plan;

namespace Throughline.App.Pages.Plan;

/// <summary>Records what was decided and why, and so makes it final.</summary>
[Needs(PlanPermissions.Write, Read = PlanPermissions.Write)]
public sealed class DecideModel(PlanQueries plans, DecisionQueries decisions, DecideDecision decide)
    : PlanPage(plans)
{
    public sealed record Form
    {
        public string? Outcome { get; init; }

        public string? Reason { get; init; }

        public DateOnly? DecidedOn { get; init; }

        public int Version { get; init; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "decision")]
    public DecisionId Id { get; set; }

    public DecisionView Decision { get; private set; } = null!;

    public async Task<IActionResult> OnGet()
    {
        if (!await Load())
        {
            return NotFound();
        }

        Input = new Form
        {
            Outcome = Decision.Outcome,
            Reason = Decision.OutcomeReason,
            DecidedOn = Today,
            Version = Decision.Version,
        };
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (!await Load())
        {
            return NotFound();
        }

        return await Answer(
            await decide.Do(
                new()
                {
                    Id = Id,
                    Outcome = Input.Outcome,
                    Reason = Input.Reason,
                    DecidedOn = Input.DecidedOn,
                    Version = Input.Version,
                },
                Doing()
            ),
            _ => Redirect(Here($"plan/decisions/{Id}")),
            async () =>
            {
                await Load();
                Input = Input with { Version = VersionAfter(Input.Version) };
                return Page();
            }
        );
    }

    private async Task<bool> Load()
    {
        await Enter();
        if (await decisions.One(Id, Place) is not { } decision)
        {
            return false;
        }

        Decision = decision;
        return true;
    }
}
