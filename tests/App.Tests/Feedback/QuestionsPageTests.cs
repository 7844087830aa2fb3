using System.Net;
using Throughline.Feedback;
using Throughline.Feedback.Questionnaires;
using Throughline.Kernel;
using Throughline.Testing;
using static Throughline.App.Tests.Feedback.AskingBrowser;

namespace Throughline.App.Tests.Feedback;

public sealed class QuestionsPageTests
{
    [Theory, EachDatabase]
    public async Task A_question_is_added_changed_moved_doubled_taken_out_and_put_back_by_forms(
        DatabaseKind kind
    )
    {
        await using var app = await RunningApp.Start(kind);
        using var browser = await app.Browser(app.Workspace.Lead);
        var round = await app.Prepare();
        var here = Root + round + "/questions";

        var add = here + "?add=one";
        var added = await browser.Press(
            add,
            await browser.Page(add),
            "textarea[name='Input.Text']",
            ("Input.Text", "<i>Which</i>?"),
            ("Input.Kind", "Several"),
            ("Input.Options", "Red\nGreen"),
            ("Input.Most", "1")
        );
        Assert.Equal(here + "#q-i-which-i", added.Headers.Location!.ToString());
        var form = await app.Asked(round);
        Assert.Equal(["class", "why", "i-which-i"], form.Sections[0].Questions.Select(q => q.Code));
        Assert.Equal(["red", "green"], form.Question("i-which-i")!.Options.Select(o => o.Code));
        var page = await browser.Page(here);
        Assert.Null(page.QuerySelector("#q-i-which-i h3 i"));
        Assert.Contains("<i>Which</i>?", page.QuerySelector("#q-i-which-i h3")!.TextContent);

        var edit = here + "?edit=class";
        await browser.Press(
            edit,
            await browser.Page(edit),
            "textarea[name='Input.Text']",
            ("Input.Options", "No\nYes\nPerhaps"),
            ("Input.Place", "two")
        );
        form = await app.Asked(round);
        Assert.Equal(["no", "yes", "perhaps"], form.Question("class")!.Options.Select(o => o.Code));
        Assert.Equal("two", form.PageOf("class")!.Code);
        Assert.True(form.Question("class")!.Required);

        await browser.Press(here, await browser.Page(here), "#q-class button[name=up]");
        await browser.Press(here, await browser.Page(here), "#q-why button[formaction*=Duplicate]");
        var removed = await browser.Press(
            here,
            await browser.Page(here),
            "#q-why button[formaction*=Remove]"
        );
        form = await app.Asked(round);
        Assert.Equal(
            ["why-2", "i-which-i", "class"],
            form.Sections[0].Questions.Select(q => q.Code)
        );

        var gone = removed.Headers.Location!.ToString();
        await browser.Press(gone, await browser.Page(gone), ".tl-notice input[name=code]");
        form = await app.Asked(round);
        Assert.Equal("why", form.Sections[0].Questions[0].Code);
        Assert.Empty(form.SetAside);
    }

    [Theory, EachDatabase]
    public async Task Pages_and_the_words_around_them_are_written_by_forms(DatabaseKind kind)
    {
        await using var app = await RunningApp.Start(kind);
        using var browser = await app.Browser(app.Workspace.Lead);
        var round = await app.Prepare();
        var here = Root + round + "/questions";

        var add = here + "?add=.page";
        await browser.Press(
            add,
            await browser.Page(add),
            "input[name='PageInput.Title']",
            ("PageInput.Title", "Third"),
            ("PageInput.ShowIf", "class/no")
        );
        var words = here + "?edit=.words";
        await browser.Press(
            words,
            await browser.Page(words),
            "input[name='WordsInput.Title']",
            ("WordsInput.Introduction", "Three minutes."),
            ("WordsInput.Thanks", "Thank you.")
        );
        await browser.Press(here, await browser.Page(here), "#q-third button[name=up]");

        var form = await app.Asked(round);
        Assert.Equal(["one", "third", "two"], form.Sections.Select(one => one.Code));
        Assert.Equal(["no"], form.Page("third")!.ShowIf!.Is);
        Assert.Equal("Three minutes.", form.Introduction.In("en"));
        Assert.Equal("La computación en la escuela", form.Title.In("es"));
        var page = await browser.Page(here);
        Assert.Contains("“A class for everybody?”", page.QuerySelector("#q-third")!.TextContent);
    }

    [Theory, EachDatabase]
    public async Task Conditions_and_protected_topics_are_ticked_and_stay(DatabaseKind kind)
    {
        await using var app = await RunningApp.Start(kind);
        using var browser = await app.Browser(app.Workspace.Lead);
        var round = await app.Prepare(students: true);
        var edit = Root + round + "/questions?edit=more";
        const string Field = "textarea[name='Input.Text']";

        await browser.Press(
            edit,
            await browser.Page(edit),
            Field,
            ("Input.Topics", "Income"),
            ("Input.Topics", "Religion"),
            ("Input.ShowIf", "class/no")
        );
        await browser.Press(edit, await browser.Page(edit), Field, ("Input.Text", "Else?"));

        var question = (await app.Asked(round)).Question("more")!;
        Assert.Equal("Else?", question.Text.In("en"));
        Assert.Equal([ProtectedTopic.Religion, ProtectedTopic.Income], question.Topics);
        Assert.Equal(["no"], question.ShowIf!.Is);
    }

    [Theory, EachDatabase]
    public async Task Who_saves_second_sees_both_and_keeps_what_was_typed(DatabaseKind kind)
    {
        await using var app = await RunningApp.Start(kind);
        using var browser = await app.Browser(app.Workspace.Lead);
        var round = await app.Prepare();
        var edit = Root + round + "/questions?edit=why";
        var opened = await browser.Page(edit);
        const string Field = "textarea[name='Input.Text']";
        await browser.Press(edit, await browser.Page(edit), Field, ("Input.Text", "Theirs?"));

        var second = await browser.Press(edit, opened, Field, ("Input.Text", "Mine?"));

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        var page = await second.Page();
        Assert.Contains("Theirs?", page.QuerySelector(".tl-notice")!.TextContent);
        Assert.Equal("Mine?", page.QuerySelector(Field)!.TextContent.Trim());
        Assert.Equal("Theirs?", (await app.Asked(round)).Question("why")!.Text.In("en"));

        var knowing = await browser.Press(edit, page, Field);
        Assert.Equal(HttpStatusCode.Redirect, knowing.StatusCode);
        Assert.Equal("Mine?", (await app.Asked(round)).Question("why")!.Text.In("en"));
    }

    [Theory, EachDatabase]
    public async Task A_question_that_somebody_took_out_meanwhile_comes_back_with_what_was_typed(
        DatabaseKind kind
    )
    {
        await using var app = await RunningApp.Start(kind);
        using var browser = await app.Browser(app.Workspace.Lead);
        var round = await app.Prepare();
        var here = Root + round + "/questions";
        const string Field = "textarea[name='Input.Text']";
        var opened = await browser.Page(here + "?edit=why");
        await browser.Press(here, await browser.Page(here), "#q-why button[formaction*=Remove]");

        var second = await browser.Press(here, opened, Field, ("Input.Text", "Mine?"));
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        await browser.Press(here, await second.Page(), Field);

        Assert.Equal("Mine?", (await app.Asked(round)).Question("why")!.Text.In("en"));
    }

    [Theory, EachDatabase]
    public async Task What_is_wrong_stands_beside_its_question_and_after_the_opening_it_is_refused(
        DatabaseKind kind
    )
    {
        await using var app = await RunningApp.Start(kind);
        using var browser = await app.Browser(app.Workspace.Lead);
        var round = await app.Prepare();
        var edit = Root + round + "/questions?edit=why";
        const string Field = "textarea[name='Input.Text']";
        await browser.Press(
            edit,
            await browser.Page(edit),
            Field,
            ("Input.Text", "What is your name?")
        );
        var page = await browser.Page(Root + round + "/questions");
        Assert.Contains("asks who somebody is", page.QuerySelector("#q-why .tl-mend")!.TextContent);

        await app.Open(round);
        page = await browser.Page(edit);
        Assert.Contains("makes a new edition", page.Body!.TextContent);
        var refused = await browser.Press(
            edit,
            page,
            Field,
            ("Input.Kind", "Choice"),
            ("Input.Options", "Only one")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        page = await refused.Page();
        Assert.NotNull(page.QuerySelector(".govuk-error-summary"));
        Assert.Equal(
            "Only one",
            page.QuerySelector("textarea[name='Input.Options']")!.TextContent.Trim()
        );
        Assert.Equal(1, (await app.See(round)).Edition);

        await browser.Press(edit, page, Field, ("Input.Options", "One\nTwo"));
        Assert.Equal(2, (await app.See(round)).Edition);
    }

    [Theory, EachDatabase]
    public async Task A_reader_reads_it_and_finds_no_form_and_a_strangers_round_is_not_there(
        DatabaseKind kind
    )
    {
        await using var app = await RunningApp.Start(kind);
        var round = await app.Prepare();
        var reader = await app.Workspace.AddPerson("r@marlowfalls.example", "Rae Reader");
        await app.Workspace.AddMember(app.Workspace.District, reader, Role.Reader);
        using var browser = await app.Browser(reader);

        foreach (var path in new[] { "/questions", "/questions?edit=why", "/questions/es" })
        {
            var page = await browser.Page(Root + round + path);
            Assert.Empty(page.QuerySelectorAll("main form button, main textarea"));
        }

        var stranger = await app.Workspace.AddPerson("sam@other.example", "Sam Stranger");
        await app.Workspace.AddDistrict("other", stranger);
        using var strangers = await app.Browser(stranger);
        foreach (
            var path in new[] { "/questions", "/questions/es", "/preview", "/paper", "/type-in" }
        )
        {
            var answer = await strangers.GetAsync($"/d/other/feedback/{round}{path}");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Theory, EachDatabase]
    public async Task Every_page_of_asking_opens_in_both_languages(DatabaseKind kind)
    {
        await using var app = await RunningApp.Start(kind);
        using var browser = await app.Browser(app.Workspace.Lead);
        var form = Form.Put(
            Form.Question("why")! with
            {
                Kind = QuestionKind.Matrix,
                Options = [new("a", En("A")), new("b", En("B"))],
                Rows = [new("r", En("R"))],
            },
            null
        );
        var round = await app.Prepare(form, students: true);
        var paper = await app.Channel(round, ChannelKind.Paper);
        string[] paths =
        [
            "",
            "/questions",
            "/questions?edit=why",
            "/questions?edit=one",
            "/questions?edit=.words",
            "/questions?add=two",
            "/questions?add=.page",
            "/questions?gone=pt",
            "/questions/es",
            "/preview",
            "/paper?l=es&copies=2",
            "/type-in",
            "/addresses/" + paper.Id,
        ];

        foreach (var language in new[] { "en", "es" })
        {
            foreach (var path in paths)
            {
                var address = Root + round + path;
                var page = await browser.Page(
                    address + (path.Contains('?') ? "&" : "?") + "lang=" + language
                );
                Assert.Null(page.QuerySelector("h1 b"));
            }
        }
    }
}
