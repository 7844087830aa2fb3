using Microsoft.AspNetCore.Mvc;
using Throughline.Plan;

namespace Throughline.App.Pages.Plan;

/// <summary>The ways to answer a decision, each with what speaks for and against it.</summary>
[Needs(PlanPermissions.Write, Read = PlanPermissions.Write)]
public sealed class OptionsModel(PlanQueries plans, DecisionQueries decisions, WeighOptions weigh)
    : PlanPage(plans)
{
    public sealed record Form
    {
        public int Version { get; init; }

        public List<WeighOptions.Line> Options { get; init; } = [];
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

        List<WeighOptions.Line> lines =
        [
            .. Decision.Options.Select(option => new WeighOptions.Line
            {
                Text = option.Text,
                Pro = option.Pro,
                Con = option.Con,
            }),
        ];
        // Always room for one more, and three to begin with.
        do
        {
            lines.Add(new WeighOptions.Line());
        } while (lines.Count < 3);
        Input = new Form { Version = Decision.Version, Options = lines };
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (!await Load())
        {
            return NotFound();
        }

        return await Answer(
            await weigh.Do(
                new()
                {
                    Id = Id,
                    Version = Input.Version,
                    Options = Input.Options,
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
