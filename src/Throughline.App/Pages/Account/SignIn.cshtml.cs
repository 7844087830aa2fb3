using Microsoft.AspNetCore.Mvc;
using Throughline.App.Hosting.SignIn;
using Throughline.Kernel;
using Throughline.People;

namespace Throughline.App.Pages.Account;

/// <summary>The way in: a code by mail, a passkey, or another service.</summary>
[OpenToAll]
public sealed class SignInModel(AskToSignIn ask, PasskeyCeremony passkeys, Providers providers)
    : SignInPage
{
    public sealed class Fields
    {
        public string? Email { get; set; }
    }

    [BindProperty]
    public Fields Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? Next { get; set; }

    public IReadOnlyList<Provider> Providers => providers.All;

    public IActionResult OnGet(string? problem)
    {
        Next = LocalPath.Check(Next);
        if (problem is not null)
        {
            ModelState.Remove(nameof(problem));
            ModelState.AddModelError(
                "",
                T["people.sign-in.provider-failed", T["people.sign-in.provider"]]
            );
        }

        return Visit.Person is null ? Page() : LocalRedirect(Next ?? "/");
    }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        Next = LocalPath.Check(Next);
        var input = new AskToSignIn.Input(
            Input.Email,
            Next,
            Site.AddressFor(Request),
            T.Language,
            Caller
        );
        return await Answer(
            await ask.Do(input, Doing(), cancel),
            asked =>
            {
                if (asked.Wait is { } wait)
                {
                    return Wait(wait);
                }

                Door.KeepAttempt(HttpContext, asked.Attempt);
                return LocalRedirect("/sign-in/code");
            },
            Again
        );
    }

    public async Task<IActionResult> OnPostPasskeyOptions() =>
        Content(await passkeys.SignInOptions(HttpContext, Doing()), "application/json");

    public async Task<IActionResult> OnPostPasskey(string? credential)
    {
        Next = LocalPath.Check(Next);
        return await Answer(
            await passkeys.SignIn(HttpContext, credential, Caller.Device, Doing()),
            signedIn => LetIn(signedIn, Next),
            Again
        );
    }

    private Task<IActionResult> Again() => Task.FromResult<IActionResult>(Page());
}
