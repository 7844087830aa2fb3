using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace Throughline.Testing;

/// <summary>
/// A small OpenID Connect issuer on loopback: discovery, keys, authorization with PKCE, token, RS256. Whoever asks is signed in as
/// <see cref="Claims"/> says.
/// </summary>
public sealed class OpenIdIssuer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly RSA key = RSA.Create(2048);
    private readonly Dictionary<string, (string? Nonce, string Challenge)> codes = [];

    private OpenIdIssuer(WebApplication app) => this.app = app;

    public string Authority =>
        app
            .Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!
            .Addresses.First();

    /// <summary>What the next token says of the person.</summary>
    public Dictionary<string, object> Claims { get; set; } = [];

    public static async Task<OpenIdIssuer> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var issuer = new OpenIdIssuer(builder.Build());
        issuer.app.Run(issuer.Answer);
        await issuer.app.StartAsync();
        return issuer;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        key.Dispose();
    }

    private Task Answer(HttpContext http) =>
        http.Request.Path.Value switch
        {
            "/.well-known/openid-configuration" => http.Response.WriteAsJsonAsync(
                new
                {
                    issuer = Authority,
                    authorization_endpoint = Authority + "/authorize",
                    token_endpoint = Authority + "/token",
                    jwks_uri = Authority + "/keys",
                    response_types_supported = new[] { "code" },
                    subject_types_supported = new[] { "public" },
                    id_token_signing_alg_values_supported = new[] { "RS256" },
                }
            ),
            "/keys" => http.Response.WriteAsJsonAsync(new { keys = new[] { PublicKey() } }),
            "/authorize" => Authorize(http),
            "/token" => Token(http),
            _ => Task.FromResult(http.Response.StatusCode = StatusCodes.Status404NotFound),
        };

    private Task Authorize(HttpContext http)
    {
        var asked = http.Request.Query;
        var code = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        codes[code] = (asked["nonce"], asked["code_challenge"].ToString());
        http.Response.Redirect(
            $"{asked["redirect_uri"]}?code={code}&state={Uri.EscapeDataString(asked["state"].ToString())}"
        );
        return Task.CompletedTask;
    }

    private async Task Token(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        var verifier = SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()));
        if (
            !codes.Remove(form["code"].ToString(), out var given)
            || Base64UrlEncoder.Encode(verifier) != given.Challenge
        )
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            await http.Response.WriteAsJsonAsync(new { error = "invalid_grant" });
            return;
        }

        var now = TimeProvider.System.GetUtcNow();
        var claims = new Dictionary<string, object>(Claims, StringComparer.Ordinal)
        {
            ["iss"] = Authority,
            ["aud"] = "throughline",
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = now.AddMinutes(5).ToUnixTimeSeconds(),
            ["nonce"] = given.Nonce ?? "",
        };
        await http.Response.WriteAsJsonAsync(
            new
            {
                access_token = "none",
                token_type = "Bearer",
                expires_in = 300,
                id_token = Sign(claims),
            }
        );
    }

    private object PublicKey()
    {
        var parts = key.ExportParameters(false);
        return new
        {
            kty = "RSA",
            use = "sig",
            alg = "RS256",
            kid = "one",
            n = Base64UrlEncoder.Encode(parts.Modulus),
            e = Base64UrlEncoder.Encode(parts.Exponent),
        };
    }

    private string Sign(Dictionary<string, object> claims)
    {
        var head = Base64UrlEncoder.Encode("""{"alg":"RS256","typ":"JWT","kid":"one"}""");
        var body = head + "." + Base64UrlEncoder.Encode(JsonSerializer.Serialize(claims));
        var signature = key.SignData(
            Encoding.ASCII.GetBytes(body),
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        );
        return body + "." + Base64UrlEncoder.Encode(signature);
    }
}
