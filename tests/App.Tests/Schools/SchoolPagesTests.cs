using System.Net;
using Throughline.App.Tests.Plan;
using Throughline.Data;
using Throughline.Kernel;
using Throughline.Plan;
using Throughline.Process;
using Throughline.Testing;

namespace Throughline.App.Tests.Schools;

/// <summary>A school's place over HTTP: its plan under the district's, written by its own people.</summary>
public sealed class SchoolPagesTests
{
    private const string District = "/d/marlow-falls";

    [Theory, EachDatabase]
    public async Task An_editor_of_a_school_writes_its_plan_and_reads_the_districts(
        DatabaseKind kind
    )
    {
        await using var app = await RunningApp.Start(kind);
        var given = await Given(app, "Which grades come first?", "Grades 6 to 8");
        using var browser = await Editor(app);
        var school = Of(app.Workspace.School);

        Assert.Contains(school + "/plan", await browser.GetStringAsync(District + "/schools"));
        var made = await browser.Submit(
            school + "/plan/decisions/new",
            "",
            ("Input.Question", "Which room is the lab?"),
            ("Input.Level", "School")
        );
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        Assert.StartsWith(school + "/plan/decisions/", made.Headers.Location!.ToString());
        var register = await browser.GetStringAsync(school + "/plan/decisions");
        Assert.Contains("Which room is the lab?", register);
        Assert.Contains($"{District}/plan/decisions/{given}", register);
        Assert.Contains("Grades 6 to 8", register);

        var districts = await browser.GetStringAsync($"{District}/plan/decisions");
        Assert.Contains("Which grades come first?", districts);
        Assert.DoesNotContain("Which room is the lab?", districts);
        Assert.DoesNotContain("/plan/decisions/new", districts);
        Assert.Contains(school + "/plan/decisions", districts);
        var elsewhere = await browser.GetAsync($"{school}/plan/decisions/{given}");
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
    }

    [Theory, EachDatabase]
    public async Task Every_page_of_a_schools_place_says_whose_it_is_and_keeps_its_links_there(
        DatabaseKind kind
    )
    {
        await using var app = await RunningApp.Start(kind);
        using var browser = await Editor(app);
        var school = Of(app.Workspace.School);
        foreach (
            var path in new[]
            {
                "/plan",
                "/plan/decisions",
                "/plan/alignment",
                "/plan/decisions/map",
                "/plan/decisions/new",
                "/plan/decisions/starters",
                "/plan/actions?edit=new",
                "/plan/responsibilities?edit=new",
                "/plan/responsibilities/starters",
                "/plan/paste/decisions",
                "/direction/goals",
                "/direction/goals/new",
                "/direction/goals/library",
                "/process",
                "/process/vision",
                "/document",
                "/document/versions",
            }
        )
        {
            foreach (var language in new[] { "en", "es" })
            {
                var address = school + path + (path.Contains('?') ? "&" : "?") + "lang=" + language;
                var answer = await browser.GetAsync(address);
                var page = await answer.Content.ReadAsStringAsync();
                Assert.True(
                    answer.StatusCode == HttpStatusCode.OK,
                    $"{address}: {answer.StatusCode}"
                );
                Assert.Contains("<strong>Riverside Middle</strong>", page);
                // A form that posts to the district's own page would write into the wrong plan.
                Assert.DoesNotContain($"action=\"{District}/plan", page);
                Assert.DoesNotContain($"action=\"{District}/process", page);
                Assert.DoesNotContain($"action=\"{District}/direction", page);
            }
        }
    }

    [Theory, EachDatabase]
    public async Task A_schools_process_speaks_to_a_school_and_keeps_its_own_answers(
        DatabaseKind kind
    )
    {
        await using var app = await RunningApp.Start(kind);
        using var browser = await Editor(app);
        var step = Of(app.Workspace.School) + "/process/team";

        var page = await browser.GetStringAsync(step);
        Assert.Contains("Choose the people who will carry this work in your school.", page);
        var saved = await browser.Send(
            step,
            new()
            {
                ["prompt"] = "team-charge",
                ["version"] = "0",
                ["Answers[team-charge]"] = "We carry it here.",
            },
            step + "?handler=Answer"
        );

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.StartsWith(step, saved.Headers.Location!.ToString());
        Assert.Contains("We carry it here.", await browser.GetStringAsync(step));
        Assert.Empty(
            await app.Workspace.In<ProcessQueries, List<AnswerView>>(use => use.Answers("team"))
        );
    }

    [Theory, EachDatabase]
    public async Task Another_school_is_read_and_not_written_and_a_removed_member_sees_neither(
        DatabaseKind kind
    )
    {
        await using var app = await RunningApp.Start(kind);
        var other = await app.Workspace.AddSchool("Hillside Elementary");
        using var browser = await Editor(app);

        var read = await browser.GetAsync(Of(other) + "/plan/decisions");
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        Assert.DoesNotContain("/decisions/new", await read.Content.ReadAsStringAsync());
        var posted = await browser.Send(
            Of(app.Workspace.School) + "/plan",
            new() { ["Input.Question"] = "Ours?" },
            Of(other) + "/plan/decisions/new"
        );
        Assert.Equal(HttpStatusCode.Forbidden, posted.StatusCode);

        await app.Workspace.Write(
            app.Workspace.District,
            db =>
            {
                var membership = db.Set<Membership>().Single(row => row.SchoolId != null);
                membership.Remove(app.Workspace.By(app.Workspace.Lead));
                db.Happened("membership.ended", membership);
            }
        );
        foreach (var school in new[] { app.Workspace.School, other })
        {
            var gone = await browser.GetAsync(Of(school) + "/plan");
            Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        }
    }

    [Theory, EachDatabase]
    public async Task What_the_district_has_once_is_not_changed_from_a_schools_page(
        DatabaseKind kind
    )
    {
        await using var app = await RunningApp.Start(kind);
        using var browser = await Editor(app);
        var plan = Of(app.Workspace.School) + "/plan";

        var launch = await browser.Submit(
            plan,
            "?handler=Launch",
            ("Input.LaunchDate.Year", "2027"),
            ("Input.LaunchDate.Month", "8"),
            ("Input.LaunchDate.Day", "30")
        );
        var horizons = await browser.Send(
            plan,
            new() { ["HorizonSet"] = "years" },
            Of(app.Workspace.School) + "/direction/goals?handler=Horizons"
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, launch.StatusCode);
        Assert.Contains("You can read this", await launch.Text());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, horizons.StatusCode);
    }

    private static string Of(SchoolId school) => $"{District}/schools/{school}";

    private static async Task<HttpClient> Editor(RunningApp app)
    {
        var editor = await app.Workspace.AddPerson("ed@marlowfalls.example", "Ed Editor");
        await app.Workspace.AddMember(
            app.Workspace.District,
            editor,
            Role.Editor,
            app.Workspace.School
        );
        return await app.Browser(editor);
    }

    private static async Task<DecisionId> Given(RunningApp app, string question, string outcome)
    {
        var here = app.Workspace;
        var made = await here.In<RecordDecision, Outcome<DecisionId>>(use =>
            use.Do(new() { Question = question, Decider = "Superintendent" }, here.By(here.Lead))
        );
        var id = ((Outcome<DecisionId>.Done)made).Value;
        await here.In<DecideDecision, Outcome<Nothing>>(use =>
            use.Do(
                new()
                {
                    Id = id,
                    Version = 1,
                    Outcome = outcome,
                    Reason = "The teachers are ready.",
                },
                here.By(here.Lead)
            )
        );
        return id;
    }
}
