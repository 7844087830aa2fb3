using Microsoft.AspNetCore.Mvc;
using Throughline.Kernel;
using Throughline.Publishing;

namespace Throughline.App.Pages.Publishing;

/// <summary>The link of the mail shows a button; the button confirms. Programs that only open links confirm nothing.</summary>
[OpenToAll]
public sealed class UpdatesConfirmModel(SubscriptionQueries subscriptions, ConfirmUpdates confirm)
    : TextPage
{
    public DistrictView District { get; private set; } = null!;

    /// <summary>confirm, confirmed or expired: which words the page shows.</summary>
    public string State { get; private set; } = "expired";

    public async Task<IActionResult> OnGet(string district, string token, CancellationToken cancel)
    {
        if (await subscriptions.Enter(district, cancel) is not { } found)
        {
            return NotFound();
        }

        District = found;
        State = await subscriptions.IsWaiting(token, cancel) ? "confirm" : "expired";
        return Page();
    }

    public async Task<IActionResult> OnPost(string district, string token, CancellationToken cancel)
    {
        if (await subscriptions.Enter(district, cancel) is not { } found)
        {
            return NotFound();
        }

        District = found;
        State =
            await confirm.Do(token, Doing(), cancel) is Outcome<Nothing>.Done
                ? "confirmed"
                : "expired";
        return Page();
    }
}
