using Microsoft.AspNetCore.Mvc;
using Throughline.Kernel;
using Throughline.Kernel.History;

namespace Throughline.App.Pages.District;

/// <summary>Where the history's "Restore this text" goes: back to the thing when done, or a question when a reason is needed.</summary>
[Needs]
public sealed class RestoreModel(RestoreText restore) : DistrictPage
{
    public sealed record Form
    {
        public HappeningId Happening { get; init; }

        public string? Field { get; init; }

        public int Version { get; init; }

        public string? Why { get; init; }

        /// <summary>The page to come back to.</summary>
        public string? Return { get; init; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>Never out of the district, whatever the form says.</summary>
    public string Back =>
        Input.Return is { } address
        && Url.IsLocalUrl(address)
        && address.StartsWith(Here() + "/", StringComparison.Ordinal)
            ? address
            : Here();

    public IActionResult OnGet() => Redirect(Here());

    public async Task<IActionResult> OnPost() =>
        await Answer(
            await restore.Do(
                new RestoreText.Input(Input.Happening, Input.Field, Input.Version),
                Doing(Input.Why),
                HttpContext.RequestAborted
            ),
            _ =>
                Redirect(
                    Back
                        + (Back.Contains('?', StringComparison.Ordinal) ? "&" : "?")
                        + "restored=1#history"
                ),
            () => Task.FromResult<IActionResult>(Page())
        );
}
