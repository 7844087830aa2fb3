using Microsoft.AspNetCore.Mvc;
using Throughline.Direction;
using Throughline.Kernel;
using Throughline.Kernel.History;

namespace Throughline.App.Pages.Direction;

/// <summary>The three short lists: vision statements, core beliefs, the district's priorities.</summary>
[Needs(DirectionPermissions.Write)]
public sealed class LinesModel(
    VisionQueries read,
    HistoryQueries history,
    WriteLine write,
    MoveLine move,
    RemoveLine remove,
    BringBackLine bringBack
) : DirectionPage
{
    [BindProperty(SupportsGet = true)]
    public string List { get; set; } = "";

    /// <summary>The line whose words are in the form.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Edit { get; set; }

    [BindProperty]
    public WriteLine.Input Input { get; set; } = new();

    public LineKind Kind =>
        List switch
        {
            "statements" => LineKind.Statement,
            "beliefs" => LineKind.Belief,
            _ => LineKind.Priority,
        };

    public string Address => Here("direction/" + List);

    public IReadOnlyList<LineView> Lines { get; private set; } = [];

    public LineView? Edited { get; private set; }

    public IReadOnlyList<HistoryEntry> History { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        await Load(Edit);
        if (Edit is not null && Edited is null)
        {
            return NotFound();
        }

        if (Edited is { } line)
        {
            Input = Input with { Text = line.Text, Kind = line.Kind, Source = line.Source };
        }

        return Page();
    }

    public async Task<IActionResult> OnPost() =>
        await Answer(
            await write.Do(Kind, Input, Doing()),
            _ => Redirect(Address + "?done=line-saved"),
            Again
        );

    public Task<IActionResult> OnPostUp(Guid line) => Move(line, down: false);

    public Task<IActionResult> OnPostDown(Guid line) => Move(line, down: true);

    public async Task<IActionResult> OnPostRemove(Guid line) =>
        await Answer(
            await remove.Do(Kind, line, Doing()),
            _ => Redirect($"{Address}?removed={line:n}"),
            Again
        );

    public async Task<IActionResult> OnPostBringBack(Guid line) =>
        await Answer(
            await bringBack.Do(Kind, line, Doing()),
            _ => Redirect(Address + "?done=line-back"),
            Again
        );

    private async Task<IActionResult> Move(Guid line, bool down) =>
        await Answer(
            await move.Do(Kind, new MoveLine.Input(line, down), Doing()),
            _ => Redirect($"{Address}#line-{line:n}"),
            Again
        );

    private async Task<IActionResult> Again()
    {
        await Load(Input.Line);
        return Page();
    }

    private async Task Load(Guid? edited)
    {
        Lines = await read.Lines(Kind);
        Edited = Lines.FirstOrDefault(line => line.Id == edited);
        if (Edited is { } line)
        {
            History = await history.Of(line.Id);
        }
    }
}
