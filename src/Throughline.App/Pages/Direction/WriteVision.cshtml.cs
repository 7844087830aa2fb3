using Microsoft.AspNetCore.Mvc;
using Throughline.Direction;

namespace Throughline.App.Pages.Direction;

/// <summary>Where the vision is written: it saves as one types, and keeps a draft when asked.</summary>
[Needs(DirectionPermissions.Write, Read = DirectionPermissions.Write)]
public sealed class WriteVisionModel(VisionQueries visions, ValueQueries values, WriteVision write)
    : DirectionPage
{
    public sealed record Form
    {
        public string? Text { get; init; }

        public int Version { get; init; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty]
    public bool Keep { get; set; }

    public VisionView? Vision { get; private set; }

    public ValuesView Values { get; private set; } = null!;

    public IReadOnlyList<LineView> Priorities { get; private set; } = [];

    /// <summary>Of the words at hand: the next one after the drafts that were kept.</summary>
    public int DraftNumber =>
        Vision is null ? 1
        : Vision.IsKept ? Vision.DraftNumber + 1
        : Vision.DraftNumber;

    public async Task<IActionResult> OnGet()
    {
        await Load();
        if (Vision is { Status: not VisionStatus.Drafting })
        {
            return Redirect(Here("direction/vision"));
        }

        Input = Input with { Text = Vision?.Text };
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        var outcome = await write.Do(
            new WriteVision.Input(Input.Text, Input.Version, Keep),
            Doing()
        );
        return await Answer(
            outcome,
            version =>
                Request.IsAutosave()
                    ? Autosave.Saved(Response, T["direction.saved-at", ClockTime()], version)
                    : Redirect(Here("direction/vision") + "?done=vision-kept"),
            async () =>
            {
                await Load();
                return Page();
            }
        );
    }

    private async Task Load()
    {
        Vision = await visions.Current();
        Values = await values.For(Me.PersonId, T.Language);
        Priorities = await visions.Lines(LineKind.Priority);
    }
}
