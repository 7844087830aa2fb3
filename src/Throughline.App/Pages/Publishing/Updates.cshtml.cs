using Microsoft.AspNetCore.Mvc;
using Throughline.App.Hosting.SignIn;
using Throughline.Publishing;

namespace Throughline.App.Pages.Publishing;

/// <summary>Asking to hear of the next version. The answer is the same for every address.</summary>
[OpenToAll]
public sealed class UpdatesModel(
    PublishedQueries published,
    AskForUpdates ask,
    Site site,
    Door door
) : PublicPage(published)
{
    public sealed class Fields
    {
        public string? Email { get; set; }
    }

    [BindProperty]
    public Fields Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public int Asked { get; set; }

    public async Task<IActionResult> OnGet(string district, CancellationToken cancel) =>
        await Enter(district, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(string district, CancellationToken cancel)
    {
        if (!await Enter(district, cancel))
        {
            return NotFound();
        }

        var input = new AskForUpdates.Input(
            Public.District,
            Input.Email,
            T.Language,
            door.CallerOf(HttpContext).Network,
            site.AddressFor(Request)
        );
        return await Answer(
            await ask.Do(input, Doing(), cancel),
            _ => LocalRedirect($"/plans/{Public.District.Slug}/updates?asked=1"),
            () => Task.FromResult<IActionResult>(Page())
        );
    }
}
