using System.Net;
using Throughline.Kernel;
using Throughline.Testing;

namespace Throughline.App.Tests.Direction;

public sealed class VisionPageTests
{
    private const string Hostile = "<script>alert('x')</script> & \"Every\" student";

    [Theory, EachDatabase]
    public async Task The_vision_is_written_shared_and_adopted_through_its_pages(DatabaseKind kind)
    {
        await using var app = await RunningApp.Start(kind);
        using var browser = await DirectionBrowser.Of(app);
        await browser.Open("/vision/write");
        await browser.Send(
            "Input.Text",
            new() { ["Input.Text"] = "Every student creates.", ["Keep"] = "true" }
        );
        Assert.Equal(HttpStatusCode.Redirect, browser.Answer.StatusCode);
        await browser.Follow();
        Assert.Contains("Every student creates.", browser.Text, StringComparison.Ordinal);

        await browser.Send("handler=Share", []);
        await browser.Follow();
        await browser.Send(
            "Input.Body",
            new()
            {
                ["Input.Body"] = "School Committee",
                ["Input.On"] = "2026-09-08",
                ["Input.Minutes"] = "javascript:alert(1)",
            }
        );
        await browser.Follow();

        Assert.Contains("Formally adopted", browser.Text, StringComparison.Ordinal);
        Assert.Contains("September 8, 2026", browser.Text, StringComparison.Ordinal);
        Assert.Null(browser.Page.QuerySelector("a[href^='javascript']"));
    }

    [Theory, EachDatabase]
    public async Task A_stale_form_shows_both_texts_and_its_next_save_wins(DatabaseKind kind)
    {
        await using var app = await RunningApp.Start(kind);
        using var dana = await DirectionBrowser.Of(app);
        using var luis = await DirectionBrowser.OfRole(app, Role.Editor);
        await dana.Open("/vision/write");
        await luis.Open("/vision/write");
        await dana.Send("Input.Text", new() { ["Input.Text"] = "Dana's words" });
        await luis.Send("Input.Text", new() { ["Input.Text"] = "Luis's words" });

        Assert.Equal(HttpStatusCode.Conflict, luis.Answer.StatusCode);
        Assert.Contains("Dana's words", luis.Text, StringComparison.Ordinal);
        Assert.Equal("Luis's words", luis.FieldOf("Input.Text"));

        await luis.Send("Input.Text", []);
        Assert.Equal(HttpStatusCode.Redirect, luis.Answer.StatusCode);
        await luis.Follow();
        Assert.Contains("Luis's words", luis.Page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Dana's words", luis.Text, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Typing_saves_itself_and_names_the_next_version(DatabaseKind kind)
    {
        await using var app = await RunningApp.Start(kind);
        using var browser = await DirectionBrowser.Of(app);
        await browser.Open("/vision/write");
        await browser.Send("Input.Text", new() { ["Input.Text"] = "Every" }, autosave: true);

        Assert.Equal(HttpStatusCode.OK, browser.Answer.StatusCode);
        Assert.Equal("1", browser.Answer.Headers.GetValues("X-Version").Single());
        Assert.StartsWith("Saved", await browser.Answer.Content.ReadAsStringAsync());
    }

    [Theory, EachDatabase]
    public async Task Hostile_words_stay_words_and_an_earlier_text_comes_back(DatabaseKind kind)
    {
        await using var app = await RunningApp.Start(kind);
        using var browser = await DirectionBrowser.Of(app);
        await browser.Open("/vision/write");
        await browser.Send("Input.Text", new() { ["Input.Text"] = Hostile });
        app.Workspace.Clock.Advance(TimeSpan.FromHours(1));
        await browser.Open("/vision/write");
        await browser.Send("Input.Text", new() { ["Input.Text"] = "Plain words." });
        await browser.Open("/vision");
        Assert.Empty(browser.Page.QuerySelectorAll("main script"));

        await browser.Send("Input.Happening", []);
        await browser.Follow();

        Assert.Equal(Hostile, browser.Page.QuerySelector("h1")!.TextContent);
        Assert.Empty(browser.Page.QuerySelectorAll("main script"));
        await browser.Open("");
        Assert.Empty(browser.Page.QuerySelectorAll("main script"));
    }

    [Theory, EachDatabase]
    public async Task Too_long_a_vision_is_refused_with_a_sentence_and_keeps_the_words(
        DatabaseKind kind
    )
    {
        await using var app = await RunningApp.Start(kind);
        using var browser = await DirectionBrowser.Of(app);
        await browser.Open("/vision/write");
        await browser.Send("Input.Text", new() { ["Input.Text"] = new string('a', 4001) });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Answer.StatusCode);
        Assert.Contains("Shorten it to 4,000", browser.Text, StringComparison.Ordinal);
        Assert.Equal(4001, browser.FieldOf("Input.Text").Length);
    }

    [Theory, EachDatabase]
    public async Task Readers_read_reviewers_rank_editors_write_and_leads_adopt(DatabaseKind kind)
    {
        await using var app = await RunningApp.Start(kind);
        using var lead = await DirectionBrowser.Of(app);
        await lead.Open("/vision/write");
        await lead.Send("Input.Text", new() { ["Input.Text"] = "Every student creates." });
        await lead.Follow();
        await lead.Send("handler=Share", []);
        await lead.Follow();
        var adoption = lead.Page.QuerySelector("form[action*='Adopt']")!;
        Assert.NotNull(adoption);

        using var editor = await DirectionBrowser.OfRole(app, Role.Editor);
        await editor.Open("/vision");
        Assert.Null(editor.Page.QuerySelector("form[action*='Adopt']"));
        await editor.Open("/vision/write");
        Assert.Equal(HttpStatusCode.Redirect, editor.Answer.StatusCode);

        using var reviewer = await DirectionBrowser.OfRole(app, Role.Reviewer);
        await reviewer.Open("/goals/new");
        Assert.False(reviewer.Answer.IsSuccessStatusCode);
        Assert.Null(reviewer.Page.QuerySelector("textarea"));
        await reviewer.Open("/values");
        Assert.NotNull(reviewer.Page.QuerySelector("select"));

        using var reader = await DirectionBrowser.OfRole(app, Role.Reader);
        await reader.Open("/values");
        Assert.Equal(HttpStatusCode.OK, reader.Answer.StatusCode);
        Assert.Null(reader.Page.QuerySelector("main select"));
    }
}
