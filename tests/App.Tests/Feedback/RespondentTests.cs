using System.Net;
using System.Text.RegularExpressions;
using Throughline.Feedback;
using Throughline.Feedback.Answering;
using Throughline.Feedback.Questionnaires;
using Throughline.Kernel;
using Throughline.Testing;
using static Throughline.Testing.OpenForm;

namespace Throughline.App.Tests.Feedback;

/// <summary>The public's pages over HTTP, as a browser without scripts uses them: it reads the fields, fills some, and posts them.</summary>
public sealed partial class RespondentTests
{
    private static readonly Questionnaire OnePage = OpenForm.Pages(
        Page(
            "p",
            Ask("wish", QuestionKind.Choice, "yes", "no") with
            {
                Required = true,
            },
            Ask("why", QuestionKind.LongText)
        )
    );

    private static readonly Questionnaire ThreePages = OpenForm.Pages(
        Page("p1", Ask("wish", QuestionKind.Choice, "yes", "no") with { Required = true }),
        Page("p2", Ask("why", QuestionKind.LongText)) with
        {
            ShowIf = new("wish", ["yes"]),
        },
        Page("p3", Ask("name-of-school", QuestionKind.ShortText))
    );

    [Theory, EachDatabase]
    public async Task A_page_that_is_opened_stores_nothing_and_one_that_is_sent_is_stored_once(
        DatabaseKind kind
    )
    {
        await using var app = await RunningApp.Start(kind);
        var form = await OpenForm.In(app.Workspace, OnePage);
        using var browser = await app.Browser();
        var page = await Get(browser, form.Code);
        await Get(browser, form.Code);
        Assert.Empty(await Sent(app, form.Round));

        // The same page, ten times at once and once more: a double click, and a lost reply that was tried again.
        var fields = Fields(page).With("q-wish", "yes").With("q-why", "Because.");
        var replies = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(_ => Post(browser, form.Code, fields))
        );
        var receipts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var reply in replies.Append(await Post(browser, form.Code, fields)))
        {
            Assert.Equal(HttpStatusCode.SeeOther, reply.StatusCode);
            var receipt = await browser.GetStringAsync(reply.Headers.Location);
            receipts.Add(Number().Match(receipt).Groups[1].Value);
        }

        Assert.Matches("^[0-9A-Z]{6}-[0-9A-Z]{6}$", Assert.Single(receipts));
        var answer = Assert.Single(await Sent(app, form.Round));
        Assert.Equal("yes", answer.First("wish"));
        Assert.Equal("Because.", answer.First("why"));
    }

    [Fact]
    public async Task A_receipt_that_was_made_up_is_the_same_404_as_an_unknown_address()
    {
        await using var app = await RunningApp.Start(DatabaseKind.Sqlite);
        var form = await OpenForm.In(app.Workspace, OnePage);
        using var browser = await app.Browser();
        var unknown = await browser.GetAsync("/f/23456789");
        var made = await browser.GetAsync($"/f/{form.Code}/r/ABCDEF-GHJKMN");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, made.StatusCode);
        Assert.Equal(
            await unknown.Content.ReadAsStringAsync(),
            await made.Content.ReadAsStringAsync()
        );
    }

    [Theory, EachDatabase]
    public async Task Pages_are_gone_through_forth_and_back_and_nothing_typed_is_lost(
        DatabaseKind kind
    )
    {
        await using var app = await RunningApp.Start(kind);
        var form = await OpenForm.In(app.Workspace, ThreePages);
        using var browser = await app.Browser();
        var first = await Get(browser, form.Code);
        var refused = await Post(browser, form.Code, Fields(first));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("problems", await refused.Content.ReadAsStringAsync());

        var second = await Body(
            await Post(browser, form.Code, Fields(first).With("q-wish", "yes"))
        );
        Assert.Contains("name=\"q-why\"", second);
        var back = await Body(
            await Post(
                browser,
                form.Code,
                Fields(second).With("q-why", "<b>\"'&").With("go", "back")
            )
        );
        Assert.Contains("value=\"yes\" checked", back);
        var again = await Body(await Post(browser, form.Code, Fields(back).With("q-wish", "yes")));
        Assert.Contains("&lt;b&gt;&quot;&#x27;&amp;</textarea>", again);

        // Another device opens the address: it knows nothing. The same one goes on where it was.
        using var other = await app.Browser();
        Assert.DoesNotContain("&lt;b&gt;", await Get(other, form.Code));
        var resumed = await Get(browser, form.Code);
        Assert.Contains("name-of-school", resumed);

        // The answer that decides what is asked is changed: what was said under the old one is dropped.
        var no = await Body(await Post(browser, form.Code, Fields(back).With("q-wish", "no")));
        Assert.Contains("name-of-school", no);
        var sent = await Post(browser, form.Code, Fields(no).With("q-name-of-school", "Canal"));
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        var answer = Assert.Single(await Sent(app, form.Round));
        Assert.Equal(["wish", "name-of-school"], answer.Codes);
        Assert.DoesNotContain("Canal", await Get(browser, form.Code));
    }

    [Fact]
    public async Task A_shared_tablet_keeps_nothing_between_two_people()
    {
        await using var app = await RunningApp.Start(DatabaseKind.Sqlite);
        var form = await OpenForm.In(app.Workspace, ThreePages, ChannelKind.Kiosk);
        using var browser = await app.Browser();
        var first = await browser.GetAsync("/f/" + form.Code);
        Assert.Equal("no-store", first.Headers.CacheControl!.ToString());
        var reply = await Post(browser, form.Code, Fields(await Body(first)).With("q-wish", "yes"));
        Assert.False(reply.Headers.Contains("Set-Cookie"));
        Assert.DoesNotContain("checked", await Get(browser, form.Code));
    }

    [Fact]
    public async Task Answers_are_taken_until_the_last_day_ends_where_the_district_is()
    {
        await using var app = await RunningApp.Start(DatabaseKind.Sqlite);
        var form = await OpenForm.In(app.Workspace, OnePage, daysOpen: 0);
        using var browser = await app.Browser();
        var page = await Get(browser, form.Code);
        var fields = Fields(page).With("q-wish", "yes");

        // 14 September, 23:59 in New York is 03:59 on the 15th in Greenwich.
        app.Workspace.Clock.SetUtcNow(new DateTimeOffset(2026, 9, 15, 3, 59, 0, TimeSpan.Zero));
        Assert.Contains("<form", await Get(browser, form.Code));
        app.Workspace.Clock.SetUtcNow(new DateTimeOffset(2026, 9, 15, 4, 10, 0, TimeSpan.Zero));
        Assert.Equal(HttpStatusCode.Gone, (await browser.GetAsync("/f/" + form.Code)).StatusCode);
        // Whoever had begun may finish within half an hour.
        Assert.Equal(HttpStatusCode.SeeOther, (await Post(browser, form.Code, fields)).StatusCode);
        app.Workspace.Clock.SetUtcNow(new DateTimeOffset(2026, 9, 15, 4, 31, 0, TimeSpan.Zero));
        Assert.Equal(HttpStatusCode.Gone, (await Post(browser, form.Code, fields)).StatusCode);
    }

    [Fact]
    public async Task A_question_that_is_taken_away_while_people_answer_takes_no_answer_with_it()
    {
        await using var app = await RunningApp.Start(DatabaseKind.Sqlite);
        var form = await OpenForm.In(app.Workspace, OnePage);
        using var browser = await app.Browser();
        var page = await Get(browser, form.Code);
        var version = (
            await app.Workspace.In<FeedbackQueries, RoundView?>(use => use.Round(form.Round))
        )!.Version;
        var shorter = OpenForm.Pages(Page("p", Ask("wish", QuestionKind.Choice, "yes", "no")));
        await app.Workspace.In<ReviseQuestionnaire, Outcome<int>>(use =>
            use.Do(new(form.Round, version, shorter), app.Workspace.By(app.Workspace.Lead))
        );
        app.Workspace.Clock.Advance(TimeSpan.FromSeconds(4));
        Assert.DoesNotContain("q-why", await Get(browser, form.Code));

        await Post(
            browser,
            form.Code,
            Fields(page).With("q-wish", "yes").With("q-why", "Typed before.")
        );
        Assert.Equal("Typed before.", Assert.Single(await Sent(app, form.Round)).First("why"));
    }

    [Fact]
    public async Task A_round_that_is_not_opened_or_was_closed_takes_nothing()
    {
        await using var app = await RunningApp.Start(DatabaseKind.Sqlite);
        var form = await OpenForm.In(app.Workspace, OnePage);
        using var browser = await app.Browser();
        var fields = Fields(await Get(browser, form.Code)).With("q-wish", "yes");
        await app.Workspace.In<CloseRound, Outcome<Nothing>>(use =>
            use.Do(form.Round, app.Workspace.By(app.Workspace.Lead))
        );
        app.Workspace.Clock.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(HttpStatusCode.Gone, (await Post(browser, form.Code, fields)).StatusCode);
        Assert.Empty(await Sent(app, form.Round));
    }

    [Fact]
    public async Task What_no_browser_sends_is_refused_and_stores_nothing()
    {
        await using var app = await RunningApp.Start(DatabaseKind.Sqlite);
        var form = await OpenForm.In(app.Workspace, OnePage);
        using var browser = await app.Browser();
        var address = "/f/" + form.Code;
        var huge = new FormUrlEncodedContent([new("q-why", new string('x', 1_200_000))]);
        Assert.Equal(
            HttpStatusCode.RequestEntityTooLarge,
            (await browser.PostAsync(address, huge)).StatusCode
        );
        var many = new FormUrlEncodedContent(
            Enumerable.Range(0, 5_000).Select(n => KeyValuePair.Create("f" + n, "x"))
        );
        Assert.Equal(
            HttpStatusCode.RequestEntityTooLarge,
            (await browser.PostAsync(address, many)).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.UnsupportedMediaType,
            (await browser.PostAsync(address, new StringContent("{}"))).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.MethodNotAllowed,
            (await browser.PutAsync(address, null)).StatusCode
        );
        using var forged = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent([new("q-wish", "yes")]),
        };
        forged.Headers.Add("Sec-Fetch-Site", "cross-site");
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SendAsync(forged)).StatusCode);
        Assert.Empty(await Sent(app, form.Round));
    }

    [Fact]
    public async Task The_page_is_spoken_in_the_first_language_that_can_be_met()
    {
        await using var app = await RunningApp.Start(DatabaseKind.Sqlite);
        var form = await OpenForm.In(
            app.Workspace,
            OnePage with
            {
                Languages = ["en", "pt", "ar", "zh-Hant"],
            }
        );
        using var browser = await app.Browser();
        foreach (
            var (wishes, lang, dir) in new[]
            {
                ("de, pt-BR;q=0.8, en;q=0.5", "pt", "ltr"),
                ("ar-EG", "ar", "rtl"),
                ("zh-TW", "zh-Hant", "ltr"),
                ("de", "en", "ltr"),
                ("*", "en", "ltr"),
                (";;;", "en", "ltr"),
            }
        )
        {
            using var ask = new HttpRequestMessage(HttpMethod.Get, "/f/" + form.Code);
            ask.Headers.TryAddWithoutValidation("Accept-Language", wishes);
            var page = await Body(await browser.SendAsync(ask));
            Assert.StartsWith($"<!DOCTYPE html><html lang=\"{lang}\" dir=\"{dir}\">", page);
        }
    }

    [Fact]
    public async Task Whoever_asks_for_more_statements_sees_others_and_loses_no_vote()
    {
        var view = new Question
        {
            Code = "view",
            Kind = QuestionKind.Statements,
            Text = Say("What do you think?"),
            Options = Votes.Options(Say),
            Rows =
            [
                .. Enumerable.Range(1, 23).Select(n => new Option($"s{n}", Say($"Statement {n}."))),
            ],
            Other = true,
        };
        await using var app = await RunningApp.Start(DatabaseKind.Sqlite);
        var form = await OpenForm.In(app.Workspace, OpenForm.Pages(Page("p", view)));
        using var browser = await app.Browser();

        // One vote on each page, and the next ones are others until there are none left.
        var page = await Get(browser, form.Code);
        var shown = new List<string>();
        for (var turn = 0; turn < 3; turn++)
        {
            var here = Voted().Matches(page).Select(one => one.Groups[1].Value).Distinct().ToList();
            Assert.Empty(shown.Intersect(here));
            shown.AddRange(here);
            Assert.Equal(turn < 2, page.Contains("value=\"more\"", StringComparison.Ordinal));
            var fields = Fields(page).With($"q-{here[0]}", "agree");
            if (turn == 2)
            {
                var tooLong = fields.With("q-view.other", new string('x', 201));
                var refused = await Post(browser, form.Code, tooLong);
                Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
                fields = Fields(await Body(refused))
                    .With($"q-{shown[0]}", "agree")
                    .With($"q-{shown[10]}", "agree")
                    .With($"q-{here[0]}", "agree")
                    .With("q-view.other", "A <b>late</b> bus.");
                Assert.Equal(
                    HttpStatusCode.SeeOther,
                    (await Post(browser, form.Code, fields)).StatusCode
                );
                break;
            }

            page = await Body(await Post(browser, form.Code, fields.With("go", "more")));
        }

        Assert.Equal(23, shown.Count);
        var sent = Assert.Single(await Sent(app, form.Round));
        Assert.Equal(
            new[] { shown[0], shown[10], shown[20], "view.other" }.Order(StringComparer.Ordinal),
            sent.Codes.Order(StringComparer.Ordinal)
        );
    }

    private static async Task<string> Get(HttpClient browser, string code)
    {
        var reply = await browser.GetAsync("/f/" + code);
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        return await Body(reply);
    }

    private static Task<HttpResponseMessage> Post(HttpClient browser, string code, Posted fields) =>
        browser.PostAsync("/f/" + code, new FormUrlEncodedContent(fields.Pairs));

    private static Task<string> Body(HttpResponseMessage reply) =>
        reply.Content.ReadAsStringAsync();

    /// <summary>The hidden fields of the form, as they stand in the page.</summary>
    private static Posted Fields(string page) =>
        new([
            .. Hidden()
                .Matches(page)
                .Select(field => KeyValuePair.Create(field.Groups[1].Value, field.Groups[2].Value)),
        ]);

    private static async Task<List<AnswerEntries>> Sent(RunningApp app, FeedbackRoundId round)
    {
        var sent = new List<AnswerEntries>();
        await app.Workspace.Storage.Answers.ReadSent(
            app.Workspace.District,
            round,
            answer => sent.Add(AnswerEntries.FromJson(answer.Entries)),
            CancellationToken.None
        );
        return sent;
    }

    private sealed record Posted(IReadOnlyList<KeyValuePair<string, string>> Pairs)
    {
        public Posted With(string name, string value) =>
            new([.. Pairs, KeyValuePair.Create(name, value)]);
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">")]
    private static partial Regex Hidden();

    [GeneratedRegex("type=\"radio\" name=\"q-(view[.]s[0-9]+)\"")]
    private static partial Regex Voted();

    [GeneratedRegex("data-receipt>([^<]+)<")]
    private static partial Regex Number();
}
