using Microsoft.AspNetCore.Mvc;
using Throughline.Direction;

namespace Throughline.App.Pages.Direction;

/// <summary>Coming back to the vision or the equity goal while hearing people: kept or changed, and why.</summary>
[Needs(DirectionPermissions.Write, Read = DirectionPermissions.Write)]
public sealed class RevisitModel(VisionQueries visions, EquityQueries equity, RecordRevisit record)
    : DirectionPage
{
    [BindProperty(SupportsGet = true)]
    public string Of { get; set; } = "";

    [BindProperty]
    public RecordRevisit.Input Input { get; set; } = new();

    public string? Text { get; private set; }

    public Task<IActionResult> OnGet()
    {
        Input = Input with { On = Today };
        return Show();
    }

    public async Task<IActionResult> OnPost() =>
        await Answer(
            await record.Do(
                Of == "vision" ? RevisitOf.Vision : RevisitOf.EquityGoal,
                Input,
                Today,
                Doing()
            ),
            _ => Redirect(Here("direction/" + Of) + "?done=revisited"),
            Show
        );

    private async Task<IActionResult> Show()
    {
        Text =
            Of == "vision" ? (await visions.Current())?.Text : (await equity.Current())?.Statement;
        return Page();
    }
}
