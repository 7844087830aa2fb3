using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Throughline.People;

namespace Throughline.App.Hosting;

/// <summary>
/// A cookie with a random secret, looked up on every request: ending the row signs out at once, on every device, in every tab.
/// </summary>
public sealed class SessionAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    PeopleQueries people
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "Session";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var secret = Request.Cookies[SessionCookie.NameFor(Request)];
        if (string.IsNullOrEmpty(secret) || secret.Length > 100)
        {
            return AuthenticateResult.NoResult();
        }

        if (await people.BySession(secret, Context.RequestAborted) is not { } person)
        {
            return AuthenticateResult.NoResult();
        }

        Context.Features.Set(person);
        var identity = new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, person.Id.ToString())],
            SessionAuthentication.Name
        );
        return AuthenticateResult.Success(
            new AuthenticationTicket(new ClaimsPrincipal(identity), SessionAuthentication.Name)
        );
    }
}

public static class SessionCookie
{
    /// <summary>The prefixed name binds the cookie to this host over TLS; plain http (localhost) cannot carry it everywhere.</summary>
    public static string NameFor(HttpRequest request) =>
        request.IsHttps ? "__Host-throughline" : "throughline";

    public static void Give(HttpContext http, string secret) =>
        http.Response.Cookies.Append(
            NameFor(http.Request),
            secret,
            new CookieOptions
            {
                HttpOnly = true,
                Secure = http.Request.IsHttps,
                SameSite = SameSiteMode.Lax,
                Path = "/",
                MaxAge = BeginSession.Lasts,
                IsEssential = true,
            }
        );

    public static void Take(HttpContext http) =>
        http.Response.Cookies.Delete(
            NameFor(http.Request),
            new CookieOptions
            {
                HttpOnly = true,
                Secure = http.Request.IsHttps,
                SameSite = SameSiteMode.Lax,
                Path = "/",
            }
        );

    public static AuthenticationBuilder AddSessions(this AuthenticationBuilder authentication) =>
        authentication.AddScheme<AuthenticationSchemeOptions, SessionAuthentication>(
            SessionAuthentication.Name,
            null
        );
}
