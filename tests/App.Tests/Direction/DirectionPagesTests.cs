using System.Net;
using Throughline.Direction;
using Throughline.Kernel;
using Throughline.Testing;

namespace Throughline.App.Tests.Direction;

public sealed class DirectionPagesTests
{
    [Theory, EachDatabase]
    public async Task Every_page_opens_empty_and_full_in_both_languages(DatabaseKind kind)
    {
        await using var app = await RunningApp.Start(kind);
        using var browser = await DirectionBrowser.Of(app);
        await OpenAll(browser);
        var goal = await Fill(app);
        await OpenAll(browser, $"/goals/{goal}", $"/goals/{goal}/edit");
    }

    [Theory, EachDatabase]
    public async Task A_goal_is_written_revised_with_a_reason_and_shows_both_wordings(
        DatabaseKind kind
    )
    {
        await using var app = await RunningApp.Start(kind);
        using var browser = await DirectionBrowser.Of(app);
        await browser.Open("/goals/new");
        await browser.Send(
            "Input.Statement",
            new()
            {
                ["Input.Statement"] = "Every grade 8 student completes a course.",
                ["Input.Kind"] = "Access",
                ["Input.Horizon"] = "short",
                ["Input.Pictures[short]"] = "Two schools teach it.",
            }
        );
        await browser.Follow();
        await browser.Send("handler=Finalize", []);
        var goal = (
            await app.Workspace.In<GoalQueries, IReadOnlyList<GoalView>>(read => read.All("en"))
        ).Single();
        Assert.True(goal.IsFinal);

        await browser.Open($"/goals/{goal.Id}/edit");
        await browser.Send(
            "Input.Statement",
            new() { ["Input.Statement"] = "Every grade 7 student completes a course." }
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Answer.StatusCode);
        Assert.Contains("Say what you learned", browser.Text, StringComparison.Ordinal);
        await browser.Send("Input.Statement", new() { ["Input.Why"] = "Grade 8 is too late." });
        await browser.Follow();

        Assert.Contains("grade 7", browser.Page.QuerySelector("h1")!.TextContent);
        Assert.Contains("grade 8", browser.Page.QuerySelector("del")!.TextContent);
        Assert.Contains("Grade 8 is too late.", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Two schools teach it.", browser.Text, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task What_is_not_there_or_not_theirs_is_not_found(DatabaseKind kind)
    {
        await using var app = await RunningApp.Start(kind);
        using var browser = await DirectionBrowser.Of(app);
        var goal = await Fill(app);
        var stranger = await app.Workspace.AddPerson("lead@neighbor.example", "Noor");
        await app.Workspace.AddDistrict("neighbor", stranger);
        using var neighbor = await DirectionBrowser.Of(app, stranger);

        foreach (var path in new[] { $"/d/neighbor/direction/goals/{goal}", $"/goals/{goal}" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await neighbor.Open(path)).Answer.StatusCode);
        }

        foreach (
            var path in new[]
            {
                $"/goals/{Guid.CreateVersion7():n}",
                "/goals/not-an-id",
                "/elsewhere",
                $"/beliefs?edit={Guid.CreateVersion7():n}",
            }
        )
        {
            Assert.Equal(HttpStatusCode.NotFound, (await browser.Open(path)).Answer.StatusCode);
        }
    }

    [Theory, EachDatabase]
    public async Task Small_groups_are_never_on_the_page(DatabaseKind kind)
    {
        await using var app = await RunningApp.Start(kind);
        await Fill(app);
        using var browser = await DirectionBrowser.Of(app);

        await browser.Open("/equity");

        Assert.Contains("118 of 402 (2025-26)", browser.Text, StringComparison.Ordinal);
        Assert.Contains("fewer than 10 of 402", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("7 of 402", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("%", browser.Page.QuerySelector("dl.tl-facts")!.TextContent);
    }

    [Theory, EachDatabase]
    public async Task A_share_may_be_typed_with_a_point_or_a_comma(DatabaseKind kind)
    {
        await using var app = await RunningApp.Start(kind);
        using var browser = await DirectionBrowser.Of(app);
        foreach (var typed in new[] { "29.5", "29,5", "29.5 %" })
        {
            await browser.Open("/headline?lang=es");
            await browser.Send(
                "Input.Percent",
                new() { ["Input.Percent"] = typed, ["Input.Class"] = "2031" }
            );
            Assert.Equal(HttpStatusCode.Redirect, browser.Answer.StatusCode);
        }

        await browser.Open("/headline?lang=en");
        Assert.Contains(
            "By the class of 2031, at least 29.5 of every 100 graduates",
            browser.Page.QuerySelector("h1")!.TextContent
        );
    }

    private static async Task OpenAll(DirectionBrowser browser, params string[] more)
    {
        string[] pages =
        [
            "",
            "/vision",
            "/vision/write",
            "/values",
            "/values?order=team",
            "/statements",
            "/beliefs",
            "/priorities",
            "/equity",
            "/headline",
            "/goals",
            "/goals/new",
            "/goals/library",
            "/revisit/vision",
            "/revisit/equity",
            .. more,
        ];
        foreach (var page in pages)
        {
            foreach (var language in new[] { "en", "es" })
            {
                var sign = page.Contains('?') ? "&" : "?";
                await browser.Open($"{page}{sign}lang={language}");
                Assert.True(
                    browser.Answer.StatusCode == HttpStatusCode.OK,
                    $"{page} in {language}: {browser.Answer.StatusCode} {browser.Text}"
                );
                Assert.Single(browser.Page.QuerySelectorAll("h1"));
            }
        }
    }

    /// <summary>One of everything.</summary>
    internal static async Task<GoalId> Fill(RunningApp app)
    {
        var here = app.Workspace;
        var by = here.By(here.Lead);
        await here.Write(
            here.District,
            db =>
            {
                foreach (
                    var (measure, count) in new[]
                    {
                        ("total", 402),
                        ("group:english-learner", 118),
                        ("group:students-with-disabilities", 7),
                    }
                )
                {
                    var figure = new EnrollmentFigure
                    {
                        DistrictId = here.District,
                        Id = Id.New<EnrollmentFigureId>(),
                        SchoolId = here.School,
                        EndYear = 2026,
                        Measure = measure,
                        Count = count,
                    };
                    db.Add(figure);
                    db.Happened("figures.taken", figure);
                }
            }
        );
        await here.In<WriteVision, Outcome<int>>(u => u.Do(new("Every student.", 0, true), by));
        await here.In<WriteEquityGoal, Outcome<int>>(u => u.Do(new("Who takes part.", 0), by));
        foreach (
            var measure in new[] { "group:english-learner", "group:students-with-disabilities" }
        )
        {
            await here.In<ChooseSubgroup, Outcome<EquitySubgroupId>>(u =>
                u.Do(new() { Measure = measure }, by)
            );
        }

        foreach (var list in Enum.GetValues<LineKind>())
        {
            await here.In<WriteLine, Outcome<Guid>>(u =>
                u.Do(list, new() { Text = $"A {list}", Kind = PriorityKind.Objective }, by)
            );
        }

        await here.In<SetHeadline, Outcome<HeadlineGoalId>>(u =>
            u.Do(
                new()
                {
                    Class = 2031,
                    Course = "A course",
                    Exam = "An exam",
                },
                new(2026, 9, 14),
                by
            )
        );
        var text = new GoalText
        {
            Statement = "Every grade 7 student.",
            Kind = GoalKind.Access,
            Horizon = "short",
        };
        return
            await here.In<WriteGoal, Outcome<GoalId>>(u => u.Do(text, by))
                is Outcome<GoalId>.Done done
            ? done.Value
            : throw new InvalidOperationException("The goal was not written.");
    }
}
