using Microsoft.AspNetCore.Mvc;
using Throughline.App.Design;
using Throughline.Kernel;
using Throughline.Kernel.History;
using Throughline.Kernel.Logos;

namespace Throughline.App.Pages.District;

/// <summary>The district's logo: putting one up, its words, taking it down, and the former ones.</summary>
[Needs(Role.Lead)]
[RequestSizeLimit(MaxRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = MaxRequest)]
public sealed class LogoModel(
    LogoQueries logos,
    HistoryQueries history,
    ShowLogo show,
    WriteLogoWords write,
    TakeLogoDown takeDown,
    BringLogoBack bringBack,
    DeleteLogo delete
) : DistrictPage
{
    /// <summary>More than a logo may have, so that a photograph from a phone is told so in a sentence.</summary>
    private const int MaxRequest = 20_000_000;

    public sealed record Form
    {
        public IFormFile? File { get; init; }

        public string? Words { get; init; }

        public int Version { get; init; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>What was done, for the sentence above.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Did { get; set; }

    public LogoLine? Current { get; private set; }

    /// <summary>Those that can be shown again.</summary>
    public IReadOnlyList<LogoLine> Former { get; private set; } = [];

    public IReadOnlyList<HistoryEntry> History { get; private set; } = [];

    public bool HasDone =>
        Did is "shown" or "worded" or "taken-down" or "brought-back" or "deleted";

    /// <summary>What "put it back" puts back, right after it was taken down.</summary>
    public DistrictLogoId? TakenDown =>
        Did == "taken-down" && MayLead && Current is null && History is [var last, ..]
            ? new DistrictLogoId(last.SubjectId)
            : null;

    public string Address => Here("settings/logo");

    public IReadOnlyList<Crumb> Crumbs => [new(T["nav.settings"], Here("settings"))];

    /// <summary>How well it can be seen on the head of the page, in words.</summary>
    public string Contrast(LogoLine logo) =>
        T[
            "district.logo.contrast."
                + logo.StandsOut switch
                {
                    >= 60 => "well",
                    >= 20 => "partly",
                    _ => "hardly",
                },
            logo.StandsOut
        ];

    public async Task OnGet(CancellationToken cancel)
    {
        ForgetBindingErrors();
        await Load(cancel);
        Input = new Form { Words = Current?.Words, Version = District.Version };
    }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        ForgetBindingErrors();
        var picture = Input.File is { } file ? await Bytes(file, cancel) : null;
        return await Answer(
            await show.Do(new ShowLogo.Input(picture, Input.Words, Input.Version), Doing(), cancel),
            _ => Done("shown"),
            () => Again(cancel)
        );
    }

    public async Task<IActionResult> OnPostWords(CancellationToken cancel) =>
        await Answer(
            await write.Do(new WriteLogoWords.Input(Input.Words, Input.Version), Doing(), cancel),
            _ => Done("worded"),
            () => Again(cancel)
        );

    public async Task<IActionResult> OnPostTakeDown(CancellationToken cancel) =>
        await Answer(
            await takeDown.Do(Input.Version, Doing(), cancel),
            _ => Done("taken-down"),
            () => Again(cancel)
        );

    public async Task<IActionResult> OnPostBringBack(DistrictLogoId id, CancellationToken cancel) =>
        await Answer(
            await bringBack.Do(id, Input.Version, Doing(), cancel),
            _ => Done("brought-back"),
            () => Again(cancel)
        );

    public async Task<IActionResult> OnPostDelete(DistrictLogoId id, CancellationToken cancel) =>
        await Answer(
            await delete.Do(id, Input.Version, Doing(), cancel),
            _ => Done("deleted"),
            () => Again(cancel)
        );

    private RedirectResult Done(string did) => Redirect($"{Address}?did={did}");

    private async Task<IActionResult> Again(CancellationToken cancel)
    {
        await Load(cancel);
        Input = Input with { Version = District.Version };
        ModelState.Remove("Input.Version");
        return Page();
    }

    private async Task Load(CancellationToken cancel)
    {
        var all = await logos.All(cancel);
        Current = all.FirstOrDefault(logo => logo.File == District.Logo?.File);
        Former = [.. all.Where(logo => logo != Current)];
        History = await history.Of([.. all.Select(logo => logo.Id.Value)], cancel);
    }

    /// <summary>No more of it than tells that it is too large.</summary>
    private static async Task<byte[]> Bytes(IFormFile file, CancellationToken cancel)
    {
        await using var stream = file.OpenReadStream();
        var bytes = new byte[Math.Min(file.Length, Kernel.Logos.LogoPicture.MaxBytes + 1)];
        await stream.ReadExactlyAsync(bytes, cancel);
        return bytes;
    }
}
