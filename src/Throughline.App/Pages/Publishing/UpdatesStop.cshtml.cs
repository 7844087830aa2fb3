using Microsoft.AspNetCore.Mvc;
using Throughline.Kernel;
using Throughline.Publishing;

namespace Throughline.App.Pages.Publishing;

/// <summary>
/// Ends a subscription: by the button, or by a mail program's own one-click request, which has no form of ours and so no token. The secret
/// in the address stands for it.
/// </summary>
[OpenToAll]
[IgnoreAntiforgeryToken(Order = AfterTheGeneralRule)]
public sealed class UpdatesStopModel(SubscriptionQueries subscriptions, EndUpdates end) : TextPage
{
    /// <summary>The rule that every form needs its token has the order 1000; of two, the later one counts.</summary>
    private const int AfterTheGeneralRule = 1001;

    public DistrictView District { get; private set; } = null!;

    public bool IsStopped { get; private set; }

    public async Task<IActionResult> OnGet(string district, CancellationToken cancel)
    {
        if (await subscriptions.Enter(district, cancel) is not { } found)
        {
            return NotFound();
        }

        District = found;
        return Page();
    }

    public async Task<IActionResult> OnPost(string district, string token, CancellationToken cancel)
    {
        if (await subscriptions.Enter(district, cancel) is not { } found)
        {
            return NotFound();
        }

        District = found;
        IsStopped = true;
        return await end.Do(token, Doing(), cancel) is Outcome<Nothing>.Done ? Page() : NotFound();
    }
}
