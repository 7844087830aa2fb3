using System.Net;
using Throughline.Feedback;
using Throughline.Feedback.Answering;
using Throughline.Feedback.Questionnaires;
using Throughline.Testing;
using static Throughline.App.Tests.Feedback.AskingBrowser;

namespace Throughline.App.Tests.Feedback;

/// <summary>Translating, trying, hanging up, printing, typing in, and what parents read.</summary>
public sealed class AskingPagesTests
{
    [Theory, EachDatabase]
    public async Task A_translation_is_written_beside_its_original_and_read_by_a_person(
        DatabaseKind kind
    )
    {
        await using var app = await RunningApp.Start(kind);
        using var browser = await app.Browser(app.Workspace.Lead);
        var round = await app.Prepare();
        var here = Root + round + "/questions/es";

        var early = await browser.Press(here, await browser.Page(here), "button[formaction*=Read]");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.StatusCode);

        var page = await browser.Page(here);
        var fields = page.QuerySelectorAll("textarea").Select(area => area.GetAttribute("name")!);
        await browser.Press(
            here,
            page,
            "textarea",
            [.. fields.Select(name => (name, "<u>" + name + "</u>"))]
        );
        var form = await app.Asked(round);
        Assert.Equal("<u>t.why.text</u>", form.Question("why")!.Text.In("es"));
        Assert.Equal(
            "<u>t.class.options.yes</u>",
            form.Question("class")!.Options[0].Text.In("es")
        );
        Assert.False(form.StateOf("es").IsReviewed);

        page = await browser.Page(here);
        Assert.Empty(page.QuerySelectorAll("u, .tl-sides--gap"));
        await browser.Press(here, page, "button[formaction*=Read]");
        Assert.True((await app.Asked(round)).StateOf("es").IsReviewed);

        await browser.Press(here, await browser.Page(here), "button[formaction*=Remove]");
        Assert.Equal(["en"], (await app.Asked(round)).Languages);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(here)).StatusCode);
    }

    [Theory, EachDatabase]
    public async Task Who_translates_second_keeps_what_was_typed_and_sees_what_is_stored(
        DatabaseKind kind
    )
    {
        await using var app = await RunningApp.Start(kind);
        using var browser = await app.Browser(app.Workspace.Lead);
        var round = await app.Prepare();
        var here = Root + round + "/questions/es";
        var opened = await browser.Page(here);
        await browser.Press(
            here,
            await browser.Page(here),
            "textarea",
            ("t.why.text", "¿Por qué?")
        );

        var second = await browser.Press(here, opened, "textarea", ("t.why.text", "¿Y eso?"));

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        var page = await second.Page();
        Assert.Equal("¿Y eso?", page.QuerySelector("[name='t.why.text']")!.TextContent.Trim());
        Assert.Contains("¿Por qué?", page.QuerySelector("#translation")!.TextContent);
        await browser.Press(here, page, "textarea");
        Assert.Equal("¿Y eso?", (await app.Asked(round)).Question("why")!.Text.In("es"));
    }

    [Theory, EachDatabase]
    public async Task A_preview_turns_its_pages_shows_what_its_conditions_will_show_and_stores_nothing(
        DatabaseKind kind
    )
    {
        await using var app = await RunningApp.Start(kind);
        using var browser = await app.Browser(app.Workspace.Lead);
        var round = await app.Prepare();
        var here = Root + round + "/preview";

        var page = await browser.Page(here + "?phone=true");
        Assert.Equal("phone", page.Body!.GetAttribute("data-trial"));
        Assert.Contains("Preview.", page.QuerySelector(".trial")!.TextContent);
        Assert.Equal(here, page.QuerySelector("form")!.GetAttribute("action"));
        var next = await (await browser.Press(here, page, "button.on", ("q-class", "yes"))).Page();
        Assert.NotNull(next.QuerySelector("[name=q-more]"));
        var back = await (await browser.Press(here, next, "button.back")).Page();
        Assert.NotNull(back.QuerySelector("input[name=q-class][value=yes]:checked"));
        var end = await (await browser.Press(here, page, "button.on", ("q-class", "no"))).Page();
        Assert.NotNull(end.QuerySelector(".notice"));
        var spanish = await (await browser.Press(here, page, "button[name=to][value=es]")).Page();
        Assert.Equal("es", spanish.DocumentElement.GetAttribute("lang"));

        Assert.Equal(0, await app.Count(round));
        using var nobody = await app.Browser();
        Assert.Equal(HttpStatusCode.Redirect, (await nobody.GetAsync(here)).StatusCode);
        using var forged = await browser.PostAsync(
            here,
            new FormUrlEncodedContent([new("go", "next"), new("so-far", "{")])
        );
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        var broken = await browser.Press(here, page, "button.on", ("so-far", "{\"a\":[1"));
        Assert.Equal(HttpStatusCode.OK, broken.StatusCode);
    }

    [Fact]
    public async Task A_preview_shows_more_statements_on_the_same_page_and_keeps_the_votes()
    {
        await using var app = await RunningApp.Start(DatabaseKind.Sqlite);
        using var browser = await app.Browser(app.Workspace.Lead);
        var view = new Question
        {
            Code = "view",
            Kind = QuestionKind.Statements,
            Text = En("What do you think?"),
            Options = Votes.Options(En),
            Rows = [.. Enumerable.Range(1, 12).Select(n => new Option($"s{n}", En($"S {n}.")))],
        };
        var form = await OpenForm.In(
            app.Workspace,
            OpenForm.Pages(
                OpenForm.Page("one", view),
                OpenForm.Page("two", OpenForm.Ask("why", QuestionKind.ShortText))
            )
        );
        var here = Root + form.Round + "/preview";
        var page = await browser.Page(here);

        var more = await (
            await browser.Press(here, page, "button[value=more]", ("q-view.s1", "agree"))
        ).Page();

        Assert.Equal(
            ["q-view.s11", "q-view.s12"],
            more.QuerySelectorAll(".vote input[value=agree]")
                .Select(input => input.GetAttribute("name"))
        );
        Assert.Equal("agree", more.QuerySelector("[name='q-view.s1']")!.GetAttribute("value"));
        Assert.Null(more.QuerySelector("button[value=more]"));
    }

    [Theory, EachDatabase]
    public async Task A_sheet_says_the_address_to_eyes_and_to_cameras_in_each_language(
        DatabaseKind kind
    )
    {
        await using var app = await RunningApp.Start(kind);
        using var browser = await app.Browser(app.Workspace.Lead);
        var round = await app.Prepare();
        var other = await app.Prepare();
        var link = await app.Channel(round, ChannelKind.Link);

        var page = await browser.Page($"{Root}{round}/addresses/{link.Id}");

        var typed = page.QuerySelector(".tl-sheet__address")!.TextContent;
        Assert.EndsWith(
            $"/f/{link.Code[..4].ToUpperInvariant()}-{link.Code[4..].ToUpperInvariant()}",
            typed
        );
        var svg = page.QuerySelector("svg.tl-sheet__code")!;
        Assert.EndsWith("/f/" + link.Code, svg.GetAttribute("aria-label"));
        Assert.Matches(@"^(M\d+ \d+h\d+v1h-\d+z)+$", svg.QuerySelector("path")!.GetAttribute("d")!);
        Assert.Equal(
            ["en", "es"],
            page.QuerySelectorAll(".tl-sheet li").Select(line => line.GetAttribute("lang"))
        );
        var elsewhere = await browser.GetAsync($"{Root}{other}/addresses/{link.Id}");
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
    }

    [Theory, EachDatabase]
    public async Task Papers_are_printed_with_their_numbers_and_typed_in_one_after_the_other(
        DatabaseKind kind
    )
    {
        await using var app = await RunningApp.Start(kind);
        using var browser = await app.Browser(app.Workspace.Lead);
        var round = await app.Prepare();
        var channel = await app.Channel(round, ChannelKind.Paper);
        await app.Open(round);

        var printed = await browser.Page($"{Root}{round}/paper?l=es&copies=3&first=17");
        var codes = printed.QuerySelectorAll(".tl-paper__code").Select(code => code.TextContent);
        Assert.Equal(["17", "18", "19"], codes.Select(code => code[^2..]));
        Assert.All(codes, code => Assert.Contains("· 1 · es", code));

        var here = $"{Root}{round}/type-in?channel={channel.Id}";
        var slip = await browser.Press(
            here,
            await browser.Page(here),
            "#Serial",
            ("Serial", "17"),
            ("q-class", "9"),
            ("q-why", "<s>Because</s>")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, slip.StatusCode);
        var page = await slip.Page();
        Assert.Contains("is no number of an option", page.QuerySelector(".tl-mend")!.TextContent);
        Assert.Equal("<s>Because</s>", page.QuerySelector("#q-why")!.GetAttribute("value"));

        var saved = await browser.Press(here, page, "#Serial", ("q-class", "2"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var next = await browser.Page(saved.Headers.Location!.ToString());
        Assert.Matches("[2-9A-Z]{6}-[2-9A-Z]{6}", next.QuerySelector(".tl-notice")!.TextContent);
        Assert.Equal("18", next.QuerySelector("#Serial")!.GetAttribute("value"));
        Assert.Equal("", next.QuerySelector("#q-why")!.GetAttribute("value"));
        Assert.True(next.QuerySelector("#q-class")!.HasAttribute("autofocus"));
        Assert.Equal(1, await app.Count(round));

        var twice = await browser.Press(here, next, "#Serial", ("Serial", "17"), ("q-class", "1"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);
        Assert.Equal(1, await app.Count(round));
        await browser.Press(here, await twice.Page(), "#Serial", ("Replace", "true"));
        Assert.Equal(1, await app.Count(round));
        var answers = new List<string>();
        await app.Workspace.Storage.Answers.ReadSent(
            app.Workspace.District,
            round,
            answer => answers.Add(System.Text.Encoding.UTF8.GetString(answer.Entries)),
            CancellationToken.None
        );
        Assert.Equal("""{"class":"yes"}""", Assert.Single(answers));
    }

    [Theory, EachDatabase]
    public async Task Parents_read_every_question_before_the_opening_and_nobody_can_answer_there(
        DatabaseKind kind
    )
    {
        await using var app = await RunningApp.Start(kind);
        var round = await app.Prepare(students: true);
        var parents = await app.Channel(round, ChannelKind.Parents);
        var link = await app.Channel(round, ChannelKind.Link);
        using var nobody = await app.Browser();

        var page = await nobody.Page("/f/" + parents.Code);

        Assert.Empty(page.QuerySelectorAll("form, button"));
        Assert.All(
            page.QuerySelectorAll("input, textarea, select"),
            field => Assert.NotNull(field.Closest("fieldset[disabled]"))
        );
        foreach (var question in Form.Questions)
        {
            Assert.Contains(question.Text.In("en"), page.Body!.TextContent);
        }

        Assert.Contains("Asked only after this answer: Yes", page.Body!.TextContent);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await nobody.GetAsync("/f/" + link.Code)).StatusCode
        );
        var posted = await nobody.PostAsync(
            "/f/" + parents.Code,
            new FormUrlEncodedContent([new("go", "next"), new("q-class", "yes"), new("s", "1")])
        );
        Assert.Equal(HttpStatusCode.MethodNotAllowed, posted.StatusCode);
        Assert.Equal(0, await app.Count(round));
        var spanish = await nobody.Page($"/f/{parents.Code}?l=es");
        Assert.Equal("es", spanish.DocumentElement.GetAttribute("lang"));
    }

    [Theory, EachDatabase]
    public async Task Children_left_out_are_counted_by_a_form(DatabaseKind kind)
    {
        await using var app = await RunningApp.Start(kind);
        using var browser = await app.Browser(app.Workspace.Lead);
        var round = await app.Prepare(students: true);
        var here = Root + round;

        await browser.Press(
            here,
            await browser.Page(here),
            "[name='Children.LeftOut']",
            ("Children.LeftOut", "4"),
            ("Children.Note", "<b>Letter</b>")
        );

        Assert.Equal(new BasisNote("<b>Letter</b>", 4), (await app.See(round)).BasisNote);
        var page = await browser.Page(here);
        Assert.Contains("4 children are left out.", page.Body!.TextContent);
    }

    [Theory, EachDatabase]
    public async Task The_server_itself_deletes_what_was_promised_as_the_hours_pass(
        DatabaseKind kind
    )
    {
        await using var app = await RunningApp.Start(kind);
        var round = await app.Prepare();
        var channel = await app.Channel(round, ChannelKind.Paper);
        await app.Open(round);
        await app.Workspace.Storage.Answers.Store(
            [
                new Answer
                {
                    DistrictId = app.Workspace.District,
                    RoundId = round,
                    Id = FormSecret.AnswerOf(FormSecret.New()),
                    ChannelId = channel.Id,
                    Edition = 1,
                    Language = "en",
                    SavedOn = new DateOnly(2026, 9, 15),
                    SentOn = new DateOnly(2026, 9, 15),
                    Entries = """{"why":"x"}""",
                },
            ],
            CancellationToken.None
        );
        Assert.Equal(1, await app.Count(round));

        app.Workspace.Clock.Advance(TimeSpan.FromDays(90));

        for (var wait = 0; wait < 100 && (await app.See(round)).ClearedAt is null; wait++)
        {
            await Task.Delay(100);
        }

        Assert.NotNull((await app.See(round)).ClearedAt);
        Assert.Equal(0, await app.Count(round));
    }
}
