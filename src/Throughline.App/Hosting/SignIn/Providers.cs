using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Throughline.Kernel;
using Throughline.People;

namespace Throughline.App.Hosting.SignIn;

/// <summary>One entry of <c>SignIn:OpenIdConnect</c>: a district's Google, Microsoft, Clever, ClassLink.</summary>
public sealed class ProviderSettings
{
    public string Name { get; set; } = "";

    public string Authority { get; set; } = "";

    public string ClientId { get; set; } = "";

    public string? ClientSecret { get; set; }

    /// <summary>Separated by spaces; <c>openid email profile</c> where nothing is said.</summary>
    public string? Scopes { get; set; }

    /// <summary>For issuers that never say <c>email_verified</c> but hand out the addresses themselves.</summary>
    public bool TrustEmail { get; set; }
}

public sealed record Provider(string Scheme, string Name);

public sealed record Providers(IReadOnlyList<Provider> All);

public static class ProviderAuthentication
{
    private const string IssuerItem = "throughline.issuer";

    public static AuthenticationBuilder AddProviders(
        this AuthenticationBuilder authentication,
        IConfiguration configuration
    )
    {
        var settings = new List<ProviderSettings>();
        configuration.GetSection("SignIn:OpenIdConnect").Bind(settings);
        var providers = new List<Provider>();
        foreach (var entry in settings.Where(entry => entry.Authority.Length > 0))
        {
            var scheme = $"provider-{providers.Count}";
            providers.Add(
                new Provider(
                    scheme,
                    entry.Name.Length > 0 ? entry.Name : new Uri(entry.Authority).Host
                )
            );
            authentication.AddOpenIdConnect(scheme, options => Set(options, scheme, entry));
        }

        authentication.Services.AddSingleton(new Providers(providers));
        return authentication;
    }

    private static void Set(OpenIdConnectOptions options, string scheme, ProviderSettings entry)
    {
        options.Authority = entry.Authority;
        options.ClientId = entry.ClientId;
        options.ClientSecret = entry.ClientSecret;
        options.RequireHttpsMetadata = !new Uri(entry.Authority).IsLoopback;
        options.ResponseType = OpenIdConnectResponseType.Code;
        // A form posted from another site is refused here; a redirect with a query is not one.
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.MapInboundClaims = false;
        options.GetClaimsFromUserInfoEndpoint = true;
        options.ClaimActions.MapJsonKey("email_verified", "email_verified");
        options.CallbackPath = $"/sign-in/from/{scheme}";
        options.Scope.Clear();
        foreach (
            var scope in (entry.Scopes ?? "openid email profile").Split(
                ' ',
                StringSplitOptions.RemoveEmptyEntries
            )
        )
        {
            options.Scope.Add(scope);
        }

        options.CorrelationCookie.SameSite = SameSiteMode.Lax;
        options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.NonceCookie.SameSite = SameSiteMode.Lax;
        options.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Events.OnTokenValidated = context =>
        {
            context.Properties!.Items[IssuerItem] = context.SecurityToken.Issuer;
            return Task.CompletedTask;
        };
        options.Events.OnTicketReceived = context => Receive(context, entry);
        options.Events.OnRemoteFailure = context =>
        {
            context.Response.Redirect("/sign-in?problem=provider");
            context.HandleResponse();
            return Task.CompletedTask;
        };
    }

    private static async Task Receive(TicketReceivedContext context, ProviderSettings entry)
    {
        var (http, services) = (context.HttpContext, context.HttpContext.RequestServices);
        var principal = context.Principal!;
        var door = services.GetRequiredService<Door>();
        var when = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var outcome = await services
            .GetRequiredService<SignInExternally>()
            .Do(
                new SignInExternally.Input(
                    context.Properties!.Items[IssuerItem] ?? entry.Authority,
                    principal.FindFirst("sub")?.Value ?? "",
                    principal.FindFirst("email")?.Value,
                    entry.TrustEmail
                        || string.Equals(
                            principal.FindFirst("email_verified")?.Value,
                            "true",
                            StringComparison.OrdinalIgnoreCase
                        ),
                    principal.FindFirst("name")?.Value,
                    door.CallerOf(http).Device
                ),
                Doing.ByServer(when),
                http.RequestAborted
            );
        context.HandleResponse();
        if (outcome is Outcome<SignedIn>.Done done)
        {
            door.LetIn(http, done.Value);
            http.Response.Redirect(done.Value.Next ?? LocalPath.Check(context.ReturnUri) ?? "/");
        }
        else
        {
            http.Response.Redirect("/sign-in/unknown");
        }
    }
}
