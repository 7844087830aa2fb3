using System.Net;
using System.Text.RegularExpressions;
using Throughline.Data;
using Throughline.Kernel;
using Throughline.Plan;
using Throughline.Testing;

namespace Throughline.App.Tests.Plan;

public sealed partial class PlanPagesTests
{
    private const string Root = "/d/marlow-falls/plan";
    private const string Hostile = "<script>alert(1)</script>\"'&";

    [Theory, EachDatabase]
    public async Task Every_page_opens_empty_and_full_in_both_languages(DatabaseKind kind)
    {
        await using var app = await RunningApp.Start(kind);
        using var browser = await app.Browser(app.Workspace.Lead);
        await Opens(browser, "", "/decisions", "/decisions/map", "/actions", "/responsibilities");

        await app.Record(Hostile);
        await app.Act(Hostile);
        await app.Hold(Hostile);

        foreach (var language in new[] { "en", "es" })
        {
            var pages = await Opens(
                browser,
                "?lang=" + language,
                "/decisions?group=month&sort=needed",
                "/decisions?group=level&due=none",
                "/decisions/map",
                "/decisions/new",
                "/decisions/starters",
                "/responsibilities/starters",
                "/actions?edit=new",
                "/responsibilities?edit=new",
                "/paste/decisions",
                "/paste/actions",
                "/paste/responsibilities"
            );
            Assert.All(pages, page => Assert.DoesNotContain("<script>alert", page));
        }
    }

    [Theory, EachDatabase]
    public async Task A_decision_is_written_decided_and_told_by_forms(DatabaseKind kind)
    {
        await using var app = await RunningApp.Start(kind);
        using var browser = await app.Browser(app.Workspace.Lead);

        var made = await browser.Submit(
            Root + "/decisions/new",
            "",
            ("Input.Question", Hostile),
            ("Input.Decider", "Dana Lead"),
            ("Input.Inform", "Families")
        );
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        var address = made.Headers.Location!.ToString();
        var refused = await browser.Submit(address + "/decide", "", ("Input.Outcome", "Yes"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Enter the reason", await refused.Content.ReadAsStringAsync());
        var decided = await browser.Submit(
            address + "/decide",
            "",
            ("Input.Outcome", Hostile),
            ("Input.Reason", "Because")
        );
        Assert.Equal(HttpStatusCode.Redirect, decided.StatusCode);

        var page = await browser.GetStringAsync(address);
        Assert.Contains("Tell them", page);
        Assert.DoesNotContain("<script>alert", page);
        Assert.Contains("&lt;script&gt;alert", page);
    }

    [Theory, EachDatabase]
    public async Task Who_saves_second_sees_both_texts(DatabaseKind kind)
    {
        await using var app = await RunningApp.Start(kind);
        using var browser = await app.Browser(app.Workspace.Lead);
        var id = await app.Record("Before?");
        var edit = $"{Root}/decisions/{id}/edit";
        var first = await browser.Submit(edit, "", ("Input.Question", "Theirs?"));
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);

        var second = await browser.Submit(
            edit,
            "",
            ("Input.Question", "Mine?"),
            ("Input.Version", "1")
        );

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        var page = await second.Content.ReadAsStringAsync();
        Assert.Contains("Theirs?", page);
        Assert.Contains("Mine?", page);
    }

    [Theory, EachDatabase]
    public async Task A_paste_is_looked_at_and_then_saved(DatabaseKind kind)
    {
        await using var app = await RunningApp.Start(kind);
        using var browser = await app.Browser(app.Workspace.Lead);
        var block = ("Input.Text", $"Question\tBy\n{Hostile}\t2026-11-20");

        var bad = await browser.Submit(
            Root + "/paste/decisions",
            "",
            ("Input.Text", "Question\tBy\nQ\tsoon")
        );
        Assert.Contains("tl-cell--error", await bad.Content.ReadAsStringAsync());
        var look = await (
            await browser.Submit(Root + "/paste/decisions", "", block)
        ).Content.ReadAsStringAsync();
        Assert.Contains("1 new, 0 changed", look);
        Assert.DoesNotContain("<script>alert", look);
        Assert.Contains(
            "No decision is written down",
            await browser.GetStringAsync(Root + "/decisions")
        );
        await browser.Submit(Root + "/paste/decisions", "?handler=Save", block);

        Assert.Contains("&lt;script&gt;alert", await browser.GetStringAsync(Root + "/decisions"));
    }

    [Theory, EachDatabase]
    public async Task A_download_holds_no_formula(DatabaseKind kind)
    {
        await using var app = await RunningApp.Start(kind);
        using var browser = await app.Browser(app.Workspace.Lead);
        await app.Record("=1+1");
        await app.Act("@SUM(A1)");
        await app.Hold("-2+3");

        foreach (
            var (page, cell) in new[]
            {
                ("decisions", ",'=1+1,"),
                ("actions", "'@SUM(A1)"),
                ("responsibilities", ",'-2+3,"),
            }
        )
        {
            var answer = await browser.GetAsync($"{Root}/{page}?handler=csv");
            Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
            Assert.Contains(cell, await answer.Content.ReadAsStringAsync());
        }
    }

    [Theory, EachDatabase]
    public async Task Another_districts_ids_are_the_same_404_as_unknown_ones(DatabaseKind kind)
    {
        await using var app = await RunningApp.Start(kind);
        using var browser = await app.Browser(app.Workspace.Lead);
        var (theirs, _) = await app.Neighbor();

        foreach (var id in new[] { theirs.ToString(), Id.New<DecisionId>().ToString(), "nonsense" })
        {
            foreach (
                var path in new[]
                {
                    $"/decisions/{id}",
                    $"/decisions/{id}/edit",
                    $"/decisions/{id}/decide",
                    $"/decisions/{id}/options",
                    $"/actions?edit={id}",
                }
            )
            {
                Assert.Equal(
                    HttpStatusCode.NotFound,
                    (await browser.GetAsync(Root + path)).StatusCode
                );
            }
        }

        var waits = await browser.Submit(
            Root + "/actions?edit=new",
            "",
            ("Input.What", "Do"),
            ("Input.WaitsFor", theirs.ToString())
        );
        Assert.Equal(HttpStatusCode.NotFound, waits.StatusCode);
    }

    [Theory, EachDatabase]
    public async Task A_reader_reads_and_does_not_write(DatabaseKind kind)
    {
        await using var app = await RunningApp.Start(kind);
        var reader = await app.Workspace.AddPerson("r@marlowfalls.example", "Rae Reader");
        await app.Workspace.AddMember(app.Workspace.District, reader, Role.Reader);
        using var browser = await app.Browser(reader);
        var id = await app.Record("Q?");

        await Opens(browser, "", "/decisions", "/decisions/" + id, "/actions", "/responsibilities");
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await browser.GetAsync(Root + "/decisions/new")).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await browser.GetAsync(Root + "/paste/decisions")).StatusCode
        );
        Assert.DoesNotContain("/decisions/new", await browser.GetStringAsync(Root + "/decisions"));
    }

    [Theory, EachDatabase]
    public async Task What_is_removed_comes_back_by_one_button(DatabaseKind kind)
    {
        await using var app = await RunningApp.Start(kind);
        using var browser = await app.Browser(app.Workspace.Lead);
        var id = await app.Record("Here to stay?");

        var removed = await browser.Submit($"{Root}/decisions/{id}", "?handler=Remove");
        var after = removed.Headers.Location!.ToString();
        Assert.DoesNotContain("Here to stay?", await browser.GetStringAsync(after));
        await browser.Submit(after, "&handler=Undo", ("id", id.ToString()));

        Assert.Contains("Here to stay?", await browser.GetStringAsync(Root + "/decisions"));
    }

    private static async Task<List<string>> Opens(HttpClient browser, params string[] paths)
    {
        List<string> pages = [];
        foreach (var path in paths)
        {
            var answer = await browser.GetAsync(Root + path);
            Assert.True(
                answer.StatusCode == HttpStatusCode.OK,
                $"{path} answered {answer.StatusCode}."
            );
            pages.Add(await answer.Content.ReadAsStringAsync());
        }

        return pages;
    }
}

internal static partial class PlanBrowsing
{
    public static async Task<DecisionId> Record(this RunningApp app, string question) =>
        Done(
            await app.Workspace.In<RecordDecision, Outcome<DecisionId>>(use =>
                use.Do(
                    new() { Question = question, Decider = question },
                    app.Workspace.By(app.Workspace.Lead)
                )
            )
        );

    public static async Task Act(this RunningApp app, string what) =>
        Done(
            await app.Workspace.In<RecordAction, Outcome<ActionItemId>>(use =>
                use.Do(
                    new()
                    {
                        What = what,
                        Owner = what,
                        Evidence = what,
                    },
                    app.Workspace.By(app.Workspace.Lead)
                )
            )
        );

    public static async Task Hold(this RunningApp app, string what) =>
        Done(
            await app.Workspace.In<RecordResponsibility, Outcome<ResponsibilityId>>(use =>
                use.Do(
                    new()
                    {
                        What = what,
                        Holder = "x" + what,
                        Support = what,
                    },
                    app.Workspace.By(app.Workspace.Lead)
                )
            )
        );

    public static async Task<(DecisionId Decision, SchoolId School)> Neighbor(this RunningApp app)
    {
        var here = app.Workspace;
        var lead = await here.AddPerson("lead@other.example", "Other Lead");
        var (district, school) = await here.AddDistrict("other", lead);
        var decision = await here.In<RecordDecision, Outcome<DecisionId>>(
            district,
            lead,
            use => use.Do(new() { Question = "Theirs?" }, here.By(lead))
        );
        return (Done(decision), school);
    }

    /// <summary>Opens the page, takes its token and the version it was read at, and posts what a person would.</summary>
    public static async Task<HttpResponseMessage> Submit(
        this HttpClient browser,
        string page,
        string handler,
        params (string Name, string Value)[] fields
    )
    {
        var html = await browser.GetStringAsync(page);
        var form = fields.ToDictionary(field => field.Name, field => field.Value);
        form["__RequestVerificationToken"] = Token().Match(html).Groups["value"].Value;
        if (Version().Match(html) is { Success: true } version)
        {
            form.TryAdd("Input.Version", version.Groups["value"].Value);
        }

        using var content = new FormUrlEncodedContent(form);
        return await browser.PostAsync(page + handler, content);
    }

    private static T Done<T>(Outcome<T> outcome) =>
        outcome is Outcome<T>.Done done
            ? done.Value
            : throw new InvalidOperationException($"{outcome}");

    [GeneratedRegex(
        "__RequestVerificationToken\" type=\"hidden\" value=\"(?<value>[^\"]+)\"",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Token();

    [GeneratedRegex(
        "name=\"Input.Version\" value=\"(?<value>\\d+)\"",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Version();
}
