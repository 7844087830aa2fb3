using Microsoft.AspNetCore.Mvc;
using Throughline.App.Hosting;
using Throughline.People;

namespace Throughline.App.Pages.Account;

/// <summary>Ends this browser's session; there is nothing to see here.</summary>
[OpenToAll]
public sealed class SignOutModel(EndSessions end) : TextPage
{
    public IActionResult OnGet() => LocalRedirect("/");

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (
            Visit.Person is not null
            && Request.Cookies[SessionCookie.NameFor(Request)] is { Length: > 0 } secret
        )
        {
            await end.Do(new EndSessions.Input(Only: Secrets.HashOf(secret)), Doing(), cancel);
        }

        SessionCookie.Take(HttpContext);
        return LocalRedirect("/");
    }
}
