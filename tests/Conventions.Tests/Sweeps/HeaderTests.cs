using Throughline.Testing;
using Throughline.Testing.Sweeping;

namespace Throughline.Conventions.Tests.Sweeps;

/// <summary>What every answer says to a browser besides its page: all pages, errors, files.</summary>
[Collection(SweepCollection.Name)]
public sealed class HeaderTests(Swept swept)
{
    private const string Policy = "Content-Security-Policy";

    private SweptInstallation Here => swept.Here;

    [Fact]
    public async Task Every_answer_keeps_browsers_from_running_framing_and_guessing()
    {
        Here.Rewind();
        var answers = swept.Pages.ToList();
        var crawl = new Crawl(Here.Dana.Browser);
        foreach (var address in Others())
        {
            answers.Add(await crawl.Visit(address));
        }

        using var refused = await Here.Dana.Browser.PostAsync(Here.Home + "/settings", null);
        Assert.Equal(400, (int)refused.StatusCode);
        answers.Add(
            new(
                Here.Home + "/settings",
                refused.StatusCode,
                "",
                [],
                refused.Headers,
                refused.Content.Headers
            )
        );

        Assert.All(answers, Check);
        Assert.Contains(answers, answer => (int)answer.Status == 404);
        Assert.Contains(
            answers,
            answer => answer.Address.EndsWith(".woff2", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_cookie_is_out_of_reach_of_scripts_and_of_other_sites()
    {
        Here.Rewind();
        using var browser = await Here.App.Browser();
        var given = new List<string>();
        foreach (var address in new[] { "/sign-in", "/sign-in?lang=es", "/plans/" + Here.Slug })
        {
            given.AddRange(Cookies(await browser.GetAsync(address)));
        }

        given.AddRange(
            Cookies(await browser.Send("/sign-in", new() { ["Input.Email"] = "who@ever.example" }))
        );
        given.AddRange(
            Cookies(
                await Here.Dana.Send(
                    new(
                        "",
                        "/account",
                        [new("Input.Name", "Dana"), new("Input.Language", "en")],
                        []
                    )
                )
            )
        );
        given.AddRange(Cookies(await Here.Dana.Send(new("", "/sign-out", [], []))));

        Assert.True(given.Count >= 5);
        Assert.All(
            given,
            cookie =>
            {
                Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
                Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
                Assert.Contains("path=/", cookie, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
            }
        );
    }

    private static IEnumerable<string> Cookies(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [];

    private IEnumerable<string> Others()
    {
        string[] some =
        [
            "/",
            "/nowhere",
            Here.Home + "/nowhere",
            "/d/nowhere",
            "/error",
            "/status/404",
            "/health/live",
            "/health/ready",
            "/assets/nothing.css",
            "/plans/" + Here.Slug,
            "/plans/nowhere",
            "/districts/find",
            "/sign-in",
        ];
        var folder = Path.Combine(AppContext.BaseDirectory, "wwwroot", "assets");
        return some.Concat(
            System.IO.Directory.GetFiles(folder).Select(file => "/assets/" + Path.GetFileName(file))
        );
    }

    private static void Check(Visited answer)
    {
        string One(string name) =>
            answer.Headers.TryGetValues(name, out var values)
            || answer.Content.TryGetValues(name, out values)
                ? string.Join('|', values)
                : $"no {name} at {answer.Address}";
        var policy = One(Policy);
        Assert.StartsWith(
            "default-src 'none'; script-src 'self'; style-src 'self';",
            policy,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        foreach (
            var rule in new[]
            {
                "frame-ancestors 'none'",
                "base-uri 'none'",
                "form-action 'self'",
                "require-trusted-types-for 'script'",
            }
        )
        {
            Assert.Contains(rule, policy, StringComparison.Ordinal);
        }

        Assert.Equal("nosniff", One("X-Content-Type-Options"));
        Assert.Equal("same-origin", One("Referrer-Policy"));
        Assert.Equal("same-origin", One("Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", One("Cross-Origin-Resource-Policy"));
        Assert.StartsWith("no ", One("Server"), StringComparison.Ordinal);
        Assert.StartsWith("no ", One("X-Powered-By"), StringComparison.Ordinal);
        // What is named by its content may be kept: the design, and a district's logo.
        var isOpen =
            (
                answer.Address.StartsWith("/assets/", StringComparison.Ordinal)
                || answer.Address.Contains("/logo/", StringComparison.Ordinal)
            )
            && (int)answer.Status == 200;
        Assert.Contains(
            isOpen ? "immutable" : "no-store",
            One("Cache-Control"),
            StringComparison.Ordinal
        );
        if (
            answer.Bytes.Length > 0
            && answer.Type.StartsWith("text/", StringComparison.Ordinal)
            && !isOpen
        )
        {
            Assert.Contains(
                "charset=utf-8",
                One("Content-Type"),
                StringComparison.OrdinalIgnoreCase
            );
        }
    }
}
