using System.Net;
using System.Text.RegularExpressions;
using Throughline.App.Tests.Publishing;
using Throughline.Feedback;
using Throughline.Feedback.Answering;
using Throughline.Feedback.Hearing;
using Throughline.Feedback.Passages;
using Throughline.Feedback.Questionnaires;
using Throughline.Feedback.Themes;
using Throughline.Kernel;
using Throughline.Testing;
using static Throughline.Testing.OpenForm;

namespace Throughline.App.Tests.Feedback;

/// <summary>From a part of the published plan to what was said about it.</summary>
public sealed partial class PassageTests
{
    private static readonly Questionnaire Form = OpenForm.Pages(
        Page("p", Ask("why", QuestionKind.LongText)),
        Page("q", Ask("more", QuestionKind.ShortText))
    );

    [Theory, EachDatabase]
    public async Task Whoever_reads_the_plan_comments_on_a_part_and_the_team_reads_which(
        DatabaseKind kind
    )
    {
        await using var app = await RunningApp.Start(kind);
        using var lead = await app.Browser(app.Workspace.Lead);
        using var nobody = await app.Browser();
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await PublicPlanTests.Send(lead, 1, "Our <i>plan</i>")).StatusCode
        );
        Assert.Empty(await Links(nobody, 1));

        var (round, code) = await About(app, FeedbackSubject.Passage, 1);
        var links = await Links(nobody, 1);
        Assert.Contains($"/f/{code}?p=s1&amp;l=en", links);
        // A link for each section that the list of contents names, and its parts between.
        var page = await nobody.GetStringAsync("/plans/marlow-falls/1");
        Assert.Equal(
            Section().Matches(page).Select(one => one.Groups[1].Value),
            links.Select(link => Key().Match(link).Groups[1].Value).Where(key => !key.Contains('-'))
        );

        // Two pages, each with the part; another part is another answer.
        await Comment(nobody, code, "s2", "More time for teachers.");
        await Comment(nobody, code, "s1", "Shorter, please.");
        var texts = await app.Workspace.In<ThemeQueries, IReadOnlyList<TextView>>(use =>
            use.Texts(round, Form)
        );
        Assert.Equal(
            [("s1", "Shorter, please."), ("s2", "More time for teachers.")],
            texts.Select(text => (text.Written.Passage!, text.Written.Text)).Order()
        );
        var about = (
            await app.Workspace.In<PassageQueries, AskedAbout?>(use =>
                use.About(FeedbackSubject.Passage, 1)
            )
        )!;
        var read = await lead.GetStringAsync($"/d/marlow-falls/feedback/{round}/read");
        Assert.Contains(
            texts.Select(text =>
                $"href=\"/plans/marlow-falls/1#{text.Written.Passage}\" lang=\"en\" dir=\"auto\">{WebUtility.HtmlEncode(about.Of(text.Written.Passage)!.Name)}<"
            ),
            read.Contains
        );
        await using var csv = new MemoryStream();
        await app.Workspace.In<ExportAnswers, int>(use => use.Csv(round, csv, default));
        Assert.Contains(",.passage\r\n", System.Text.Encoding.UTF8.GetString(csv.ToArray()));
    }

    [Fact]
    public async Task Only_a_part_that_there_is_of_the_version_that_is_asked_about_is_taken()
    {
        await using var app = await RunningApp.Start(DatabaseKind.Sqlite);
        using var lead = await app.Browser(app.Workspace.Lead);
        using var nobody = await app.Browser();
        await PublicPlanTests.Send(lead, 1);
        await PublicPlanTests.Send(lead, 2);
        var (round, code) = await About(app, FeedbackSubject.Plan, 1);
        Assert.NotEmpty(await Links(nobody, 1));
        Assert.Empty(await Links(nobody, 2));

        await Comment(nobody, code, "s99", "About nothing.");
        await Comment(nobody, code, "<b>", "About markup.");
        var texts = await app.Workspace.In<ThemeQueries, IReadOnlyList<TextView>>(use =>
            use.Texts(round, Form)
        );
        Assert.Equal([null, null], texts.Select(text => text.Written.Passage));

        // A round about something else shows no links, whatever its number; nor does one that is closed.
        await About(app, FeedbackSubject.Vision, 2);
        Assert.Empty(await Links(nobody, 2));
        await app.Workspace.In<CloseRound, Outcome<Nothing>>(use =>
            use.Do(round, app.Workspace.By(app.Workspace.Lead))
        );
        Assert.Empty(await Links(nobody, 1));
    }

    /// <summary>A tablet is handed to the next person, not back to the plan.</summary>
    [Fact]
    public async Task A_receipt_on_a_tablet_leads_to_the_next_person()
    {
        await using var app = await RunningApp.Start(DatabaseKind.Sqlite);
        using var lead = await app.Browser(app.Workspace.Lead);
        using var tablet = await app.Browser();
        await PublicPlanTests.Send(lead, 1);
        var form = await OpenForm.In(
            app.Workspace,
            OpenForm.Pages(Page("p", Ask("why", QuestionKind.LongText))),
            ChannelKind.Kiosk,
            subject: FeedbackSubject.Plan,
            version: 1
        );
        Assert.Empty(await Links(tablet, 1));
        var page = await tablet.GetStringAsync("/f/" + form.Code);
        var sent = await Post(tablet, form.Code, page, ("q-why", "Longer."));
        var receipt = await tablet.GetStringAsync(sent.Headers.Location);
        Assert.Contains($"<a class=\"on\" href=\"/f/{form.Code}\">", receipt);
        Assert.DoesNotContain("/plans/", receipt);
    }

    private static Task<OpenForm> About(RunningApp app, FeedbackSubject subject, int version) =>
        OpenForm.In(app.Workspace, Form, subject: subject, version: version);

    private static async Task<List<string>> Links(HttpClient browser, int version) =>
        [
            .. Link()
                .Matches(await browser.GetStringAsync($"/plans/marlow-falls/{version}"))
                .Select(link => link.Groups[1].Value),
        ];

    private static async Task Comment(HttpClient browser, string code, string part, string text)
    {
        var page = await browser.GetStringAsync($"/f/{code}?p={WebUtility.UrlEncode(part)}");
        var next = await Post(browser, code, page, ("q-why", text));
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
        var last = await Post(
            browser,
            code,
            await next.Content.ReadAsStringAsync(),
            ("q-more", "")
        );
        Assert.Equal(HttpStatusCode.SeeOther, last.StatusCode);
        var receipt = await browser.GetStringAsync(last.Headers.Location);
        Assert.Contains("/plans/marlow-falls/1\"", receipt);
    }

    private static Task<HttpResponseMessage> Post(
        HttpClient browser,
        string code,
        string page,
        (string Name, string Value) field
    ) =>
        browser.PostAsync(
            "/f/" + code,
            new FormUrlEncodedContent([
                .. Hidden()
                    .Matches(page)
                    .Select(one => KeyValuePair.Create(one.Groups[1].Value, one.Groups[2].Value)),
                KeyValuePair.Create(field.Name, field.Value),
            ])
        );

    [GeneratedRegex("<a href=\"(/f/[^\"]+)\">")]
    private static partial Regex Link();

    [GeneratedRegex("p=(s[0-9-]+)")]
    private static partial Regex Key();

    [GeneratedRegex("<h2 id=\"(s[0-9]+)\">")]
    private static partial Regex Section();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">")]
    private static partial Regex Hidden();
}
