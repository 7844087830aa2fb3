using Microsoft.AspNetCore.Mvc;
using Throughline.App.Hosting.SignIn;
using Throughline.People;

namespace Throughline.App.Pages.Account;

/// <summary>The same page for every address, known or not: it says that a message may be on its way, and takes the code.</summary>
[OpenToAll]
public sealed class SignInCodeModel(SpendSignInCode spend) : SignInPage
{
    public sealed class Fields
    {
        public string? Code { get; set; }
    }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public void OnGet() { }

    public async Task<IActionResult> OnPost(CancellationToken cancel) =>
        await Answer(
            await spend.Do(
                new SpendSignInCode.Input(Door.AttemptOf(HttpContext), Input.Code, Caller),
                Doing(),
                cancel
            ),
            result =>
                result.SignedIn is { } signedIn ? LetIn(signedIn) : Wait(result.Wait ?? default),
            () => Task.FromResult<IActionResult>(Page())
        );
}
