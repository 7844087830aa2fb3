using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Throughline.App.Hosting.SignIn;
using Throughline.People;

namespace Throughline.App.Pages.Account;

/// <summary>On to another service. A link, not a form: the policy of this site lets no form lead elsewhere.</summary>
[OpenToAll]
public sealed class SignInWithModel(Providers providers) : SignInPage
{
    public IActionResult OnGet(int number, string? next) =>
        number < 0 || number >= providers.All.Count
            ? NotFound()
            : Challenge(
                new AuthenticationProperties { RedirectUri = LocalPath.Check(next) ?? "/" },
                providers.All[number].Scheme
            );
}
