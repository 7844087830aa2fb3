using System.Net;
using Throughline.Kernel;
using Throughline.People;
using Throughline.Testing;

namespace Throughline.App.Tests.People;

public sealed class AccountTests
{
    [Theory, EachDatabase]
    public async Task Signing_out_everywhere_else_ends_the_others_at_once(DatabaseKind kind)
    {
        await using var app = await RunningApp.Start(kind);
        using var here = await app.Browser(app.Workspace.Lead);
        using var there = await app.Browser(app.Workspace.Lead);
        using var third = await app.Browser(app.Workspace.Lead);
        Assert.Equal(HttpStatusCode.OK, (await there.GetAsync("/account")).StatusCode);

        var ended = await here.Send("/account", [], "/account?handler=End");

        Assert.Equal("/account?ended=2", ended.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await there.GetAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await third.GetAsync("/account")).StatusCode);
        await here.Send("/account", [], "/sign-out");
        Assert.Equal(HttpStatusCode.Redirect, (await here.GetAsync("/account")).StatusCode);
    }

    [Theory, EachDatabase]
    public async Task Nobody_ends_the_session_of_somebody_else(DatabaseKind kind)
    {
        await using var app = await RunningApp.Start(kind);
        var eve = await app.Workspace.AddPerson("eve@marlowfalls.example", "Eve");
        var secret = await app.SessionOf(app.Workspace.Lead);
        using var hers = await app.Browser(eve);

        await hers.Send(
            "/account",
            new(StringComparer.Ordinal) { ["session"] = Secrets.HashOf(secret) },
            "/account?handler=End"
        );

        Assert.NotNull(
            await app.Workspace.In<PeopleQueries, SignedInPerson?>(people =>
                people.BySession(secret)
            )
        );
    }

    [Theory, EachDatabase]
    public async Task Name_and_language_are_changed_and_spoken_from_then_on(DatabaseKind kind)
    {
        await using var app = await RunningApp.Start(kind);
        using var browser = await app.Browser(app.Workspace.Lead);

        var saved = await browser.Send(
            "/account",
            new(StringComparer.Ordinal)
            {
                ["Input.Name"] = "  Dana \u200e Whitfield ",
                ["Input.Language"] = "es",
            }
        );
        var text = await (await browser.GetAsync(saved.Headers.Location)).Text();

        Assert.Contains("Su cuenta", text);
        Assert.Contains("value=\"Dana Whitfield\"", text);
        var refused = await browser.Send(
            "/account",
            new(StringComparer.Ordinal)
            {
                ["Input.Name"] = new string('n', 201),
                ["Input.Language"] = "xx",
            }
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Acorte el nombre", await refused.Text());
    }

    [Theory, EachDatabase]
    public async Task A_passkey_that_is_malformed_or_late_is_refused_with_a_sentence(
        DatabaseKind kind
    )
    {
        await using var app = await RunningApp.Start(kind);
        using var browser = await app.Browser(app.Workspace.Lead);
        using var visitor = await app.Browser();
        foreach (
            var credential in new[]
            {
                "",
                "{",
                "null",
                "[]",
                "{\"id\":1}",
                "{\"id\":\"AA\",\"type\":\"public-key\",\"response\":{}}",
                new string('x', 30_000),
            }
        )
        {
            var fields = new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["credential"] = credential,
                ["Input.PasskeyName"] = "Laptop",
            };
            Assert.Equal(
                HttpStatusCode.OK,
                (await browser.Send("/account", [], "/account?handler=PasskeyOptions")).StatusCode
            );
            var added = await browser.Send("/account", fields, "/account?handler=Passkey");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, added.StatusCode);
            await visitor.Send("/sign-in", [], "/sign-in?handler=PasskeyOptions");
            var signedIn = await visitor.Send("/sign-in", fields, "/sign-in?handler=Passkey");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, signedIn.StatusCode);
            Assert.Contains("could not be checked", await signedIn.Text());
        }

        await visitor.Send("/sign-in", [], "/sign-in?handler=PasskeyOptions");
        app.Workspace.Clock.Advance(TimeSpan.FromMinutes(5));
        var late = await visitor.Send("/sign-in", [], "/sign-in?handler=Passkey");
        Assert.Contains("took too long", await late.Text());
    }

    [Fact]
    public async Task The_mail_page_is_for_this_machine_alone()
    {
        await using var app = await RunningApp.Start(DatabaseKind.Sqlite);
        using var browser = await app.Browser();
        await browser.Send(
            "/sign-in",
            new(StringComparer.Ordinal) { ["Input.Email"] = "lead@marlowfalls.example" }
        );
        var code = (await app.MailTo("lead@marlowfalls.example")).Single().CodeIn();

        Assert.Contains(code, await (await browser.GetAsync("/mail")).Text());
        using var forwarded = new HttpRequestMessage(HttpMethod.Get, "/mail");
        forwarded.Headers.Add("X-Forwarded-For", "203.0.113.7");
        Assert.Equal(HttpStatusCode.NotFound, (await browser.SendAsync(forwarded)).StatusCode);
        using var elsewhere = new HttpRequestMessage(HttpMethod.Get, "/mail");
        elsewhere.Headers.Host = "plan.example";
        Assert.Equal(HttpStatusCode.NotFound, (await browser.SendAsync(elsewhere)).StatusCode);
    }
}
