using System.Net;
using Throughline.App.Tests.Plan;
using Throughline.Kernel;
using Throughline.Plan;
using Throughline.Testing;

namespace Throughline.App.Tests.Schools;

/// <summary>Who plans what, and how a school's decision stands to the district's, by the pages and without script.</summary>
public sealed class StancePageTests
{
    private const string District = "/d/marlow-falls";

    [Theory, EachDatabase]
    public async Task A_schools_editor_says_why_it_differs_and_both_levels_show_it(
        DatabaseKind kind
    )
    {
        await using var app = await RunningApp.Start(kind);
        var given = await Decided(app, null, "Grades 6 to 8");
        var own = await Decided(app, app.Workspace.School, "Grade 5");
        using var browser = await Editor(app);
        var school = $"{District}/schools/{app.Workspace.School}";
        var page = $"{school}/plan/decisions/{own}";
        Assert.Contains("against a final decision", await browser.GetStringAsync(page));

        using var without = await browser.Submit(
            page,
            "?handler=Relate",
            ("Input.Version", "2"),
            ("Input.Given", given.ToString()),
            ("Input.Stance", "DiffersFrom")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.StatusCode);
        Assert.Contains("Say why it differs.", await without.Text());
        using var said = await browser.Submit(
            page,
            "?handler=Relate",
            ("Input.Version", "2"),
            ("Input.Given", given.ToString()),
            ("Input.Stance", "DiffersFrom"),
            ("Input.StanceReason", "One <teacher> has both grades.")
        );
        Assert.Equal(HttpStatusCode.Redirect, said.StatusCode);

        var now = await browser.GetStringAsync(page);
        Assert.DoesNotContain("against a final decision", now);
        Assert.Contains("One &lt;teacher&gt; has both grades.", now);
        Assert.Contains(
            "Riverside Middle differs from it",
            await browser.GetStringAsync($"{District}/plan/decisions/{given}")
        );
        foreach (var place in new[] { District, school })
        {
            var alignment = await browser.GetStringAsync(place + "/plan/alignment");
            Assert.Contains("differs from it", alignment);
            Assert.Contains("Grades 6 to 8", alignment);
            Assert.Contains("Grade 5", alignment);
            Assert.Contains("One &lt;teacher&gt; has both grades.", alignment);
        }

        using var away = await browser.Submit(page, "?handler=StandAlone", ("Input.Version", "3"));
        Assert.Equal(HttpStatusCode.Redirect, away.StatusCode);
        Assert.Contains("against a final decision", await browser.GetStringAsync(page));
    }

    [Theory, EachDatabase]
    public async Task A_lead_records_who_plans_what_and_every_school_reads_it(DatabaseKind kind)
    {
        await using var app = await RunningApp.Start(kind);
        using var lead = await app.Browser(app.Workspace.Lead);
        using var editor = await Editor(app);
        const string page = District + "/plan/organization";
        var school = $"{District}/schools/{app.Workspace.School}/plan";
        Assert.Contains(
            "Nobody has recorded yet",
            await editor.GetStringAsync(school + "/alignment")
        );

        using var empty = await lead.Submit(page, "", ("Input.Version", "0"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.Contains("Choose the way that comes closest.", await empty.Text());
        using var saved = await lead.Submit(
            page,
            "",
            ("Input.Version", "0"),
            ("Input.Way", "FrameAndSchools"),
            ("Input.ByDistrict", "Which grades come first"),
            ("Input.BySchools", "Rooms & periods"),
            ("Input.Reason", "The principals know their rooms.")
        );
        Assert.Equal(page + "?saved=1", saved.Headers.Location!.ToString());
        using var stale = await lead.Submit(
            page,
            "",
            ("Input.Version", "0"),
            ("Input.Way", "SchoolsPlan"),
            ("Input.BySchools", "All"),
            ("Input.Reason", "Another.")
        );
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);

        var read = await editor.GetStringAsync(school + "/alignment");
        Assert.Contains("The district sets the frame, and each school plans within it.", read);
        Assert.Contains("Rooms &amp; periods", read);
        Assert.Contains(page, await editor.GetStringAsync(school));
        var theirs = await editor.GetStringAsync(page);
        Assert.DoesNotContain("<textarea", theirs);
        using var refused = await editor.Send(school, new() { ["Input.Version"] = "1" }, page);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        var spanish = await lead.GetStringAsync(page + "?lang=es");
        Assert.Contains("El distrito fija el marco", spanish);
    }

    private static async Task<HttpClient> Editor(RunningApp app)
    {
        var editor = await app.Workspace.AddPerson("rita@riverside.example", "Rita Riverside");
        await app.Workspace.AddMember(
            app.Workspace.District,
            editor,
            Role.Editor,
            app.Workspace.School
        );
        return await app.Browser(editor);
    }

    private static async Task<DecisionId> Decided(RunningApp app, SchoolId? school, string outcome)
    {
        var by = app.Workspace.By(app.Workspace.Lead);
        var id = (
            (Outcome<DecisionId>.Done)
                await app.Workspace.In<RecordDecision, Outcome<DecisionId>>(use =>
                    use.Do(
                        new()
                        {
                            School = school,
                            Question = "Which grades come first?",
                            Level = school is null ? PlanLevel.System : PlanLevel.School,
                            Decider = "The superintendent",
                        },
                        by
                    )
                )
        ).Value;
        Assert.IsType<Outcome<Nothing>.Done>(
            await app.Workspace.In<DecideDecision, Outcome<Nothing>>(use =>
                use.Do(
                    new()
                    {
                        Id = id,
                        Version = 1,
                        Outcome = outcome,
                        Reason = "So it is.",
                    },
                    by
                )
            )
        );
        return id;
    }
}
