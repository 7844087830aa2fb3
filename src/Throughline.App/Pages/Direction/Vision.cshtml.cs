using Microsoft.AspNetCore.Mvc;
using Throughline.Direction;
using Throughline.Kernel;
using Throughline.Kernel.History;

namespace Throughline.App.Pages.Direction;

/// <summary>The vision as a thing: the sentence, where it stands, its drafts and its history.</summary>
[Needs(DirectionPermissions.Write)]
public sealed class VisionModel(
    VisionQueries visions,
    ValueQueries values,
    EquityQueries revisits,
    HistoryQueries history,
    ShareVision share,
    AdoptVision adopt,
    ReopenVision reopen
) : DirectionPage
{
    public sealed record Form
    {
        public string? Body { get; init; }

        public DateOnly? On { get; init; }

        public string? Minutes { get; init; }

        public string? Why { get; init; }

        public int Version { get; init; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public VisionView? Vision { get; private set; }

    public IReadOnlyList<VisionDraftView> Drafts { get; private set; } = [];

    public IReadOnlyList<LineView> Statements { get; private set; } = [];

    public IReadOnlyList<RevisitView> Revisits { get; private set; } = [];

    public IReadOnlyList<HistoryEntry> History { get; private set; } = [];

    public ValuesView Values { get; private set; } = null!;

    /// <summary>Only an address of the web becomes a link; anything else stays text.</summary>
    public string? MinutesLink =>
        Uri.TryCreate(Vision?.Minutes, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            ? address.AbsoluteUri
            : null;

    public Task<IActionResult> OnGet() => Show();

    public async Task<IActionResult> OnPostShare() =>
        await Answer(
            await share.Do(new ShareVision.Input(Input.Version), Doing()),
            _ => Back("vision-shared"),
            Show
        );

    [Needs(DirectionPermissions.Adopt)]
    public async Task<IActionResult> OnPostAdopt()
    {
        var input = new AdoptVision.Input
        {
            Body = Input.Body,
            On = Input.On,
            Minutes = Input.Minutes,
            Version = Input.Version,
        };
        return await Answer(
            await adopt.Do(input, Today, Doing()),
            _ => Back("vision-adopted"),
            Show
        );
    }

    public async Task<IActionResult> OnPostReopen() =>
        await Answer(
            await reopen.Do(new ReopenVision.Input(Input.Version), Doing(Input.Why)),
            _ => Back("vision-reopened"),
            Show
        );

    private RedirectResult Back(string done) =>
        Redirect(Here("direction/vision") + "?done=" + done);

    private async Task<IActionResult> Show()
    {
        var cancel = HttpContext.RequestAborted;
        Vision = await visions.Current(null, cancel);
        Statements = await visions.Lines(LineKind.Statement, cancel);
        Values = await values.For(Me.PersonId, T.Language, cancel);
        if (Vision is { } vision)
        {
            Drafts = await visions.Drafts(vision.Id, cancel);
            Revisits = await revisits.RevisitsOf(vision.Id.Value, cancel);
            History = await history.Of(vision.Id.Value, cancel);
        }

        return Page();
    }
}
