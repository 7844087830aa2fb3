using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Throughline.App.Hosting.SignIn;
using Throughline.Kernel;
using Throughline.People;

namespace Throughline.App.Pages.Account;

/// <summary>What the pages share at which somebody comes in.</summary>
public abstract class SignInPage : TextPage
{
    protected Door Door => HttpContext.RequestServices.GetRequiredService<Door>();

    protected Site Site => HttpContext.RequestServices.GetRequiredService<Site>();

    protected Caller Caller => Door.CallerOf(HttpContext);

    protected IActionResult LetIn(SignedIn signedIn, string? next = null)
    {
        Door.LetIn(HttpContext, signedIn);
        return LocalRedirect(signedIn.Next ?? LocalPath.Check(next) ?? "/");
    }

    /// <summary>429 with the sentence and how long to wait.</summary>
    protected IActionResult Wait(TimeSpan wait)
    {
        ModelState.AddModelError("", T[PeopleSentences.TooManyTries(wait)]);
        Response.StatusCode = StatusCodes.Status429TooManyRequests;
        Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds)
            .ToString(CultureInfo.InvariantCulture);
        return Page();
    }
}
