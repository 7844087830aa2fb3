using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Throughline.App.Hosting.SignIn;
using Throughline.Kernel;
using Throughline.People;
using Throughline.Testing;

namespace Throughline.App.Tests.People;

public sealed class SignInWithServiceTests
{
    [Theory, EachDatabase]
    public async Task A_verified_address_of_somebody_here_signs_in_and_later_the_subject_alone(
        DatabaseKind kind
    )
    {
        await using var issuer = await OpenIdIssuer.Start();
        await using var app = await Start(kind, issuer);
        issuer.Claims = Dana("s-1", verified: true);
        using var browser = await app.Browser();

        var first = await Through(browser, "/sign-in/with/0?next=/account");
        issuer.Claims = new(StringComparer.Ordinal) { ["sub"] = "s-1" };
        using var second = await app.Browser();
        var later = await Through(second, "/sign-in/with/0?next=//evil.example");

        Assert.Equal("/account", first.Headers.Location!.ToString());
        Assert.Contains(
            "lead@marlowfalls.example",
            await (await browser.GetAsync("/account")).Text()
        );
        Assert.Equal("/", later.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, (await second.GetAsync("/account")).StatusCode);
    }

    [Theory, EachDatabase]
    public async Task An_address_that_is_not_verified_or_not_known_is_told_whom_to_ask(
        DatabaseKind kind
    )
    {
        await using var issuer = await OpenIdIssuer.Start();
        await using var app = await Start(kind, issuer);
        foreach (
            var claims in new[]
            {
                Dana("s-2", verified: false),
                new(StringComparer.Ordinal)
                {
                    ["sub"] = "s-3",
                    ["email"] = "stranger@elsewhere.example",
                    ["email_verified"] = true,
                },
            }
        )
        {
            issuer.Claims = claims;
            using var browser = await app.Browser();
            var answer = await Through(browser, "/sign-in/with/0");
            Assert.Equal("/sign-in/unknown", answer.Headers.Location!.ToString());
            Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/account")).StatusCode);
            Assert.Contains(
                "Ask a lead",
                await (await browser.GetAsync("/sign-in/unknown")).Text()
            );
        }
    }

    [Theory, EachDatabase]
    public async Task An_invited_address_comes_in_and_finds_the_invitation(DatabaseKind kind)
    {
        await using var issuer = await OpenIdIssuer.Start();
        await using var app = await Start(kind, issuer);
        await app.Workspace.In<InviteToTeam, Outcome<int>>(use =>
            use.Do(
                new InviteToTeam.Input(
                    "ana@marlowfalls.example",
                    Role.Editor,
                    null,
                    null,
                    "en",
                    null,
                    "http://localhost"
                ),
                app.Workspace.By(app.Workspace.Lead)
            )
        );
        issuer.Claims = new(StringComparer.Ordinal)
        {
            ["sub"] = "s-4",
            ["email"] = "Ana@marlowfalls.example",
            ["email_verified"] = true,
            ["name"] = "Ana Ruiz",
        };
        using var browser = await app.Browser();

        var answer = await Through(browser, "/sign-in/with/0");

        Assert.Equal("/account", answer.Headers.Location!.ToString());
        var account = await (await browser.GetAsync("/account")).Text();
        Assert.Contains("Ana Ruiz", account);
        Assert.Contains("Marlow Falls Public Schools would like you", account);
    }

    [Fact]
    public async Task An_answer_that_nobody_asked_for_signs_nobody_in()
    {
        await using var issuer = await OpenIdIssuer.Start();
        await using var app = await Start(DatabaseKind.Sqlite, issuer);
        using var browser = await app.Browser();

        var answer = await browser.GetAsync("/sign-in/from/provider-0?code=x&state=y");

        Assert.Equal("/sign-in?problem=provider", answer.Headers.Location!.ToString());
        Assert.Contains(
            "did not let you in",
            await (await browser.GetAsync(answer.Headers.Location)).Text()
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await browser.GetAsync("/sign-in/with/7")).StatusCode
        );
    }

    private static Dictionary<string, object> Dana(string subject, bool verified) =>
        new(StringComparer.Ordinal)
        {
            ["sub"] = subject,
            ["email"] = "lead@marlowfalls.example",
            ["email_verified"] = verified,
        };

    private static async Task<RunningApp> Start(DatabaseKind kind, OpenIdIssuer issuer)
    {
        var app = await RunningApp.Start(
            kind,
            builder =>
            {
                builder.Configuration.AddInMemoryCollection(
                    new Dictionary<string, string?>(StringComparer.Ordinal)
                    {
                        ["SignIn:OpenIdConnect:0:Name"] = "School account",
                        ["SignIn:OpenIdConnect:0:Authority"] = issuer.Authority,
                        ["SignIn:OpenIdConnect:0:ClientId"] = "throughline",
                        ["SignIn:OpenIdConnect:0:ClientSecret"] = "secret",
                    }
                );
                builder.Services.AddAuthentication().AddProviders(builder.Configuration);
            }
        );
        // The cookies of this flow bear a date: the product's clock has to agree with the browser's.
        app.Workspace.Clock.AdjustTime(TimeProvider.System.GetUtcNow());
        return app;
    }

    /// <summary>Follows the redirects to the issuer and back; answers the one that leads on from the sign-in.</summary>
    private static async Task<HttpResponseMessage> Through(HttpClient browser, string start)
    {
        var asked = await browser.GetAsync(start);
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        var issued = await browser.GetAsync(asked.Headers.Location);
        return await browser.GetAsync(issued.Headers.Location);
    }
}
