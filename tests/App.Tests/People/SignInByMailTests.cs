using System.Net;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;
using Throughline.People;
using Throughline.Testing;

namespace Throughline.App.Tests.People;

public sealed class SignInByMailTests
{
    private const string Dana = "lead@marlowfalls.example";

    [Theory, EachDatabase]
    public async Task A_typed_code_signs_in_once_and_leads_on(DatabaseKind kind)
    {
        await using var app = await RunningApp.Start(kind);
        using var browser = await app.Browser();
        await Ask(browser, Dana, "/d/marlow-falls/team");
        var code = (await app.MailTo(Dana)).Single().CodeIn();

        var answer = await Type(browser, code.ToLowerInvariant().Replace('-', ' '));
        var again = await Type(browser, code);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/d/marlow-falls/team", answer.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.Equal(
            HttpStatusCode.OK,
            (await browser.GetAsync("/d/marlow-falls/team")).StatusCode
        );
    }

    [Theory, EachDatabase]
    public async Task A_code_serves_only_the_browser_that_asked_and_only_ten_minutes(
        DatabaseKind kind
    )
    {
        await using var app = await RunningApp.Start(kind);
        using var browser = await app.Browser();
        using var other = await app.Browser();
        await Ask(browser, Dana);
        var code = (await app.MailTo(Dana)).Single().CodeIn();

        var elsewhere = await Type(other, code);
        app.Workspace.Clock.Advance(TimeSpan.FromMinutes(10));
        var late = await Type(browser, code);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, elsewhere.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        Assert.Contains("run out", await late.Text());
    }

    [Theory, EachDatabase]
    public async Task Opening_the_link_changes_nothing_and_its_button_works_once(DatabaseKind kind)
    {
        await using var app = await RunningApp.Start(kind);
        using var browser = await app.Browser();
        using var scanner = await app.Browser();
        await Ask(browser, Dana);
        var link = (await app.MailTo(Dana)).Single().LinkIn();
        var before = await Rows(app);

        for (var times = 0; times < 3; times++)
        {
            Assert.Equal(HttpStatusCode.OK, (await scanner.GetAsync(link)).StatusCode);
        }

        using var head = new HttpRequestMessage(HttpMethod.Head, link);
        Assert.Equal(HttpStatusCode.OK, (await scanner.SendAsync(head)).StatusCode);
        Assert.Equal(before, await Rows(app));

        using var phone = await app.Browser();
        var spent = await phone.Send(link, []);
        var again = await scanner.Send(link, []);

        Assert.Equal(HttpStatusCode.Redirect, spent.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await phone.GetAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        Assert.Contains("no longer signs in", await again.Text());
    }

    [Theory, EachDatabase]
    public async Task A_link_runs_out_after_ten_minutes(DatabaseKind kind)
    {
        await using var app = await RunningApp.Start(kind);
        using var browser = await app.Browser();
        await Ask(browser, Dana);
        var link = (await app.MailTo(Dana)).Single().LinkIn();

        app.Workspace.Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(HttpStatusCode.NotFound, (await browser.Send(link, [])).StatusCode);
    }

    [Theory, EachDatabase]
    public async Task Guessing_ends_with_a_sentence_and_leaves_the_owner_the_link(DatabaseKind kind)
    {
        await using var app = await RunningApp.Start(kind);
        using var guesser = await app.Browser();
        using var owner = await app.Browser();
        await Ask(owner, Dana);
        await Ask(guesser, Dana);
        var mails = await app.MailTo(Dana);

        var statuses = new List<HttpStatusCode>();
        HttpResponseMessage last = new();
        for (var tries = 0; tries < 12; tries++)
        {
            last = await Type(guesser, "2222-2222");
            statuses.Add(last.StatusCode);
        }

        Assert.Equal(5, statuses.Count(status => status == HttpStatusCode.UnprocessableEntity));
        Assert.Equal(HttpStatusCode.TooManyRequests, last.StatusCode);
        Assert.InRange(last.Headers.RetryAfter!.Delta!.Value.TotalMinutes, 0.1, 3);
        Assert.Contains("Nothing is locked", await last.Text());
        using var phone = await app.Browser();
        Assert.Equal(HttpStatusCode.Redirect, (await phone.Send(mails[0].LinkIn(), [])).StatusCode);
    }

    [Theory, EachDatabase]
    public async Task In_no_quarter_of_an_hour_are_there_more_than_ten_tries(DatabaseKind kind)
    {
        await using var app = await RunningApp.Start(kind);
        using var guesser = await app.Browser();
        await Ask(guesser, Dana);
        var tried = 0;
        for (var seconds = 0; seconds < 890; seconds += 60)
        {
            while ((await Type(guesser, "2222-2222")).StatusCode != HttpStatusCode.TooManyRequests)
            {
                tried++;
            }

            app.Workspace.Clock.Advance(TimeSpan.FromSeconds(60));
        }

        Assert.InRange(tried, 5, 10);
    }

    [Theory, EachDatabase]
    public async Task A_browser_that_signed_in_before_keeps_its_tries_whatever_strangers_do(
        DatabaseKind kind
    )
    {
        await using var app = await RunningApp.Start(kind);
        using var owner = await app.Browser();
        await Ask(owner, Dana);
        await Type(owner, (await app.MailTo(Dana))[0].CodeIn());
        await owner.Send("/account", [], "/sign-out");
        using var guesser = await app.Browser();
        await Ask(guesser, Dana);
        for (var tries = 0; tries < 8; tries++)
        {
            await Type(guesser, "2222-2222");
        }

        app.Workspace.Clock.Advance(TimeSpan.FromSeconds(1));
        await Ask(owner, Dana);
        var code = (await app.MailTo(Dana))[0].CodeIn();

        Assert.Equal(HttpStatusCode.Redirect, (await Type(owner, code)).StatusCode);
    }

    [Theory, EachDatabase]
    public async Task Known_and_unknown_addresses_get_the_same_answer_for_the_same_work(
        DatabaseKind kind
    )
    {
        var commands = new CommandCount();
        await using var app = await RunningApp.Start(kind, builder => commands.Watch(builder));
        using var warm = await app.Browser();
        await Ask(warm, "warm@marlowfalls.example");
        var answers =
            new List<(string Page, string Location, HttpStatusCode Status, int Commands)>();
        foreach (var address in new[] { Dana, "stranger@elsewhere.example" })
        {
            using var browser = await app.Browser();
            var token = await browser.TokenOf("/sign-in");
            commands.Reset();
            using var form = new FormUrlEncodedContent(
                new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    ["Input.Email"] = address,
                    ["__RequestVerificationToken"] = token,
                }
            );
            var answer = await browser.PostAsync("/sign-in", form);
            var count = commands.Count;
            var page = await (await browser.GetAsync("/sign-in/code")).Text();
            answers.Add(
                (
                    page.Replace(await browser.TokenOf("/sign-in/code"), ""),
                    answer.Headers.Location!.ToString(),
                    answer.StatusCode,
                    count
                )
            );
        }

        Assert.Equal(answers[0].Status, answers[1].Status);
        Assert.Equal(answers[0].Location, answers[1].Location);
        Assert.True(answers[0].Commands > 3);
        Assert.Equal(answers[0].Commands, answers[1].Commands);
        Assert.Equal(answers[0].Page.Length, answers[1].Page.Length);
        Assert.Contains("If this address is known here", answers[1].Page);
        Assert.Empty(await app.MailTo("stranger@elsewhere.example"));
    }

    [Theory, EachDatabase]
    public async Task The_database_holds_neither_code_nor_link_once_the_mail_is_gone(
        DatabaseKind kind
    )
    {
        await using var app = await RunningApp.Start(kind);
        using var browser = await app.Browser();
        await Ask(browser, Dana);
        var mail = (await app.MailTo(Dana)).Single();

        var link = await app.Workspace.In<ThroughlineDb, SignInLink>(db =>
            db.Set<SignInLink>().AsNoTracking().SingleAsync()
        );
        var row = await app.Workspace.In<ThroughlineDb, OutboxMail>(db =>
            db.Set<OutboxMail>().AsNoTracking().SingleAsync()
        );

        var token = mail.LinkIn().Split('/')[^1];
        Assert.Equal(Secrets.HashOf(token), link.Id);
        Assert.DoesNotContain(Secrets.Typed(mail.CodeIn()), link.CodeHash!);
        Assert.NotNull(row.SentAt);
        Assert.Empty(row.Text + row.Html + row.ToEmail);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("/a\r\nLocation: https://evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task Nobody_is_led_to_another_site(string next)
    {
        await using var app = await RunningApp.Start(DatabaseKind.Sqlite);
        using var browser = await app.Browser();
        await Ask(browser, Dana, next);

        var answer = await Type(browser, (await app.MailTo(Dana)).Single().CodeIn());

        Assert.Equal("/", answer.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("<script>alert(1)</script>@x.example")]
    [InlineData("a@b")]
    [InlineData("a@x.example\r\nBcc: b@y.example")]
    [InlineData("")]
    [InlineData("a@x.example,b@y.example")]
    [InlineData("\u202Ea@x.example")]
    public async Task What_is_no_address_is_refused_with_a_sentence(string typed)
    {
        await using var app = await RunningApp.Start(DatabaseKind.Sqlite);
        using var browser = await app.Browser();

        var answer = await Ask(browser, typed);
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Enter an email address", html);
        Assert.DoesNotContain("<script>alert", html);
    }

    [Fact]
    public async Task An_address_of_64_kilobytes_is_refused_at_once()
    {
        await using var app = await RunningApp.Start(DatabaseKind.Sqlite);
        using var browser = await app.Browser();

        var answer = await Ask(browser, new string('a', 65_536) + "@x.example");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task Forms_without_their_token_are_refused()
    {
        await using var app = await RunningApp.Start(DatabaseKind.Sqlite);
        using var browser = await app.Browser(app.Workspace.Lead);
        foreach (
            var path in new[]
            {
                "/sign-in",
                "/sign-in?handler=Passkey",
                "/sign-in?handler=PasskeyOptions",
                "/sign-in/code",
                "/sign-in/link/x",
                "/sign-out",
                "/set-up/x",
                "/invitation/x",
                "/account",
                "/account?handler=End",
                "/account?handler=Passkey",
                "/d/marlow-falls/team?handler=Remove",
                "/d/marlow-falls/team/invite",
            }
        )
        {
            using var empty = new FormUrlEncodedContent([]);
            var answer = await browser.PostAsync(path, empty);
            Assert.True(answer.StatusCode == app.Seen(HttpStatusCode.BadRequest), path);
        }
    }

    private static Task<HttpResponseMessage> Ask(
        HttpClient browser,
        string address,
        string? next = null
    ) =>
        browser.Send(
            "/sign-in",
            new(StringComparer.Ordinal) { ["Input.Email"] = address, ["Next"] = next }
        );

    private static Task<HttpResponseMessage> Type(HttpClient browser, string code) =>
        browser.Send("/sign-in/code", new(StringComparer.Ordinal) { ["Input.Code"] = code });

    private static Task<(int, int, DateTime?)> Rows(RunningApp app) =>
        app.Workspace.In<ThroughlineDb, (int, int, DateTime?)>(async db =>
            (
                await db.Set<SignInLink>().CountAsync(),
                await db.Set<Session>().CountAsync(),
                await db.Set<SignInLink>().Select(row => row.SpentAt).FirstAsync()
            )
        );
}
