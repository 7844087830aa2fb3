using System.Net;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;
using Throughline.People;
using Throughline.Testing;

namespace Throughline.App.Tests.People;

public sealed class InvitationTests
{
    private const string Team = "/d/marlow-falls/team";
    private const string Ana = "ana@marlowfalls.example";

    [Theory, EachDatabase]
    public async Task A_new_colleague_is_invited_in_their_language_and_joins(DatabaseKind kind)
    {
        await using var app = await RunningApp.Start(kind);
        using var lead = await app.Browser(app.Workspace.Lead);
        var sent = await Invite(lead, $"Ana Ruiz <{Ana}>", language: "es", note: "¡Bienvenida!");
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        var mail = (await app.MailTo(Ana)).Single();
        Assert.Equal("Dana Lead le invita al equipo de Marlow Falls Public Schools", mail.Subject);
        Assert.Contains("> ¡Bienvenida!", mail.TextBody);
        Assert.Equal("Ana Ruiz", mail.To.Mailboxes.Single().Name);

        using var ana = await app.Browser();
        for (var times = 0; times < 3; times++)
        {
            var shown = await ana.GetAsync(mail.LinkIn());
            Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
            Assert.Contains("Únase al equipo de Marlow Falls Public Schools", await shown.Text());
        }

        Assert.Contains(Ana, await (await lead.GetAsync(Team)).Text());
        var joined = await ana.Send(mail.LinkIn(), Fields(("Input.Name", "Ana Ruiz")));

        Assert.Equal("/d/marlow-falls", joined.Headers.Location!.ToString());
        Assert.Contains("Ana Ruiz", await (await ana.GetAsync(Team)).Text());
        Assert.Equal(
            ["invitation.accepted", "invitation.sent", "membership.began"],
            (await Kinds(app, 3)).Order(StringComparer.Ordinal)
        );
    }

    [Theory, EachDatabase]
    public async Task Used_revoked_expired_resent_and_unknown_links_all_answer_alike(
        DatabaseKind kind
    )
    {
        await using var app = await RunningApp.Start(kind);
        using var lead = await app.Browser(app.Workspace.Lead);
        var answers = new List<string>();
        using var visitor = await app.Browser();

        await Invite(lead, "used@marlowfalls.example");
        var used = (await app.MailTo("used@marlowfalls.example")).Single().LinkIn();
        using var joiner = await app.Browser();
        await joiner.Send(used, Fields(("Input.Name", "Used")));

        await Invite(lead, "revoked@marlowfalls.example");
        var revoked = (await app.MailTo("revoked@marlowfalls.example")).Single().LinkIn();
        var invitation = await Pending(app, "revoked@marlowfalls.example");
        await lead.Send(
            Team,
            Fields(("invitation", invitation.ToString())),
            Team + "?handler=Revoke"
        );

        await Invite(lead, "resent@marlowfalls.example");
        var first = (await app.MailTo("resent@marlowfalls.example")).Single().LinkIn();
        app.Workspace.Clock.Advance(TimeSpan.FromSeconds(2));
        invitation = await Pending(app, "resent@marlowfalls.example");
        await lead.Send(
            Team,
            Fields(("invitation", invitation.ToString())),
            Team + "?handler=Resend"
        );
        var second = (await app.MailTo("resent@marlowfalls.example"))[0].LinkIn();
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(second)).StatusCode);

        await Invite(lead, "late@marlowfalls.example");
        var late = (await app.MailTo("late@marlowfalls.example")).Single().LinkIn();
        app.Workspace.Clock.Advance(TimeSpan.FromDays(14));

        var unknown = "/invitation/" + InvitationToken.New(app.Workspace.District) + "?lang=en";
        var nowhere = "/invitation/" + InvitationToken.New(Id.New<DistrictId>()) + "?lang=en";
        foreach (
            var link in new[]
            {
                used,
                revoked,
                first,
                late,
                unknown,
                nowhere,
                "/invitation/x?lang=en",
            }
        )
        {
            var answer = await visitor.GetAsync(link);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            answers.Add(await answer.TextWithoutItsOwn());
        }

        Assert.Single(answers.Distinct());
        Assert.Contains("Ask the person who invited you", answers[0]);
    }

    [Theory, EachDatabase]
    public async Task Somebody_known_here_signs_in_before_joining(DatabaseKind kind)
    {
        await using var app = await RunningApp.Start(kind);
        var eve = await app.Workspace.AddPerson("eve@marlowfalls.example", "Eve");
        using var lead = await app.Browser(app.Workspace.Lead);
        await Invite(lead, "eve@marlowfalls.example");
        var link = (await app.MailTo("eve@marlowfalls.example")).Single().LinkIn();

        using var finder = await app.Browser();
        Assert.Contains("Sign in to join", await (await finder.GetAsync(link)).Text());
        var taken = await finder.Send("/sign-in", [], link);
        Assert.StartsWith("/sign-in?next=", taken.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.Redirect, (await finder.GetAsync("/account")).StatusCode);

        using var herself = await app.Browser(eve);
        Assert.Equal(
            "/d/marlow-falls",
            (await herself.Send(link, [])).Headers.Location!.ToString()
        );
    }

    [Theory, EachDatabase]
    public async Task Who_is_invited_and_signs_in_by_code_finds_the_invitation_on_the_account(
        DatabaseKind kind
    )
    {
        await using var app = await RunningApp.Start(kind);
        using var lead = await app.Browser(app.Workspace.Lead);
        await Invite(lead, Ana);
        using var ana = await app.Browser();
        await ana.Send("/sign-in", Fields(("Input.Email", Ana)));
        var mails = await app.MailTo(Ana);
        var code = mails.Single(mail => (mail.Subject ?? "").Contains("code")).CodeIn();
        await ana.Send("/sign-in/code", Fields(("Input.Code", code)));

        Assert.Contains("Marlow Falls", await (await ana.GetAsync("/account")).Text());
        var joined = await ana.Send(
            "/account",
            Fields(
                ("district", app.Workspace.District.ToString()),
                ("invitation", (await Pending(app, Ana)).ToString())
            ),
            "/account?handler=Accept"
        );

        Assert.Equal("/d/marlow-falls", joined.Headers.Location!.ToString());
    }

    [Theory, EachDatabase]
    public async Task A_pasted_list_with_mistakes_sends_nothing_and_names_each_line(
        DatabaseKind kind
    )
    {
        await using var app = await RunningApp.Start(kind);
        using var lead = await app.Browser(app.Workspace.Lead);
        var list = $"""
            Ana Ruiz	{Ana}
            not an address
            {Ana}
            lead@marlowfalls.example
            <script>alert(1)</script>@x.example
            """;

        var answer = await Invite(lead, list);
        var text = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Line 2", text);
        Assert.Contains("Line 3", text);
        Assert.Contains("Line 4", text);
        Assert.Contains("Line 5", text);
        Assert.DoesNotContain("<script>alert", text);
        Assert.Empty(await app.MailTo(Ana));
    }

    [Theory, EachDatabase]
    public async Task Three_mails_an_hour_to_one_address_and_no_more(DatabaseKind kind)
    {
        await using var app = await RunningApp.Start(kind);
        using var lead = await app.Browser(app.Workspace.Lead);
        await Invite(lead, Ana);
        var id = await Pending(app, Ana);
        var statuses = new List<HttpStatusCode>();
        for (var times = 0; times < 4; times++)
        {
            var answer = await lead.Send(
                Team,
                Fields(("invitation", id.ToString())),
                Team + "?handler=Resend"
            );
            statuses.Add(answer.StatusCode);
        }

        Assert.Equal(
            [
                HttpStatusCode.Redirect,
                HttpStatusCode.Redirect,
                HttpStatusCode.UnprocessableEntity,
                HttpStatusCode.UnprocessableEntity,
            ],
            statuses
        );
        Assert.Equal(3, (await app.MailTo(Ana)).Count);
    }

    [Fact]
    public async Task Hostile_names_and_notes_are_shown_as_text_and_end_no_header()
    {
        await using var app = await RunningApp.Start(DatabaseKind.Sqlite);
        using var lead = await app.Browser(app.Workspace.Lead);
        await lead.Send(
            "/account",
            Fields(
                ("Input.Name", "Dana\u202E <script>alert(1)</script>\r\nBcc: x@evil.example"),
                ("Input.Language", "en")
            )
        );
        await Invite(lead, Ana, note: "<img src=x onerror=alert(1)>");
        var mail = (await app.MailTo(Ana)).Single();

        Assert.Empty(mail.Bcc);
        Assert.DoesNotContain("\n", mail.Subject ?? "");
        Assert.DoesNotContain('\u202E', mail.Subject + mail.TextBody);
        Assert.DoesNotContain("<script", mail.HtmlBody);
        Assert.DoesNotContain("<img", mail.HtmlBody);
        using var ana = await app.Browser();
        var page = await (await ana.GetAsync(mail.LinkIn())).Content.ReadAsStringAsync();
        Assert.DoesNotContain("<script>alert", page);
        Assert.DoesNotContain("<img", page);
        var joined = await ana.Send(mail.LinkIn(), Fields(("Input.Name", new string('x', 65_536))));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, joined.StatusCode);
    }

    private static Task<HttpResponseMessage> Invite(
        HttpClient lead,
        string addresses,
        string language = "en",
        string note = ""
    ) =>
        lead.Send(
            Team + "/invite",
            Fields(
                ("Input.Addresses", addresses),
                ("Input.Role", "Editor"),
                ("Input.Language", language),
                ("Input.Note", note)
            )
        );

    private static Dictionary<string, string?> Fields(
        params (string Name, string? Value)[] fields
    ) => fields.ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal);

    private static async Task<InvitationId> Pending(RunningApp app, string email) =>
        (await app.Workspace.In<TeamQueries, List<PendingInvitation>>(team => team.Pending()))
            .Single(row => row.Email == email)
            .Id;

    private static Task<List<string>> Kinds(RunningApp app, int last) =>
        app.Workspace.In<ThroughlineDb, List<string>>(async db =>
            (await db.Set<Happening>().OrderBy(row => row.Id).Select(row => row.Kind).ToListAsync())
                .TakeLast(last)
                .ToList()
        );
}
