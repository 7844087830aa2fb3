using Microsoft.AspNetCore.Mvc;
using Throughline.Kernel;
using Throughline.People;

namespace Throughline.App.Pages.Account;

/// <summary>Programs that check mail open its links: opening shows a button and reads nothing; the button signs in.</summary>
[OpenToAll]
public sealed class SignInLinkModel(SpendSignInLink spend) : SignInPage
{
    public bool IsClosed { get; private set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPost(string token, CancellationToken cancel)
    {
        var outcome = await spend.Do(
            new SpendSignInLink.Input(token, Caller.Device),
            Doing(),
            cancel
        );
        if (outcome is Outcome<SignedIn>.Done done)
        {
            return LetIn(done.Value);
        }

        IsClosed = true;
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
