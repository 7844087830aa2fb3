using System.Net;
using Throughline.Kernel;
using Throughline.People;
using Throughline.Testing;

namespace Throughline.App.Tests.People;

public sealed class TeamTests
{
    private const string Team = "/d/marlow-falls/team";

    [Theory, EachDatabase]
    public async Task Removal_takes_effect_on_the_next_request_and_can_be_undone(DatabaseKind kind)
    {
        await using var app = await RunningApp.Start(kind);
        var luis = await Member(app, "luis@marlowfalls.example", "Luis", Role.Editor);
        using var his = await app.Browser(luis);
        using var lead = await app.Browser(app.Workspace.Lead);
        Assert.Equal(HttpStatusCode.OK, (await his.GetAsync(Team)).StatusCode);

        var removed = await Act(lead, "Remove", await MembershipOf(app, luis));
        var notice = await (await lead.GetAsync(removed.Headers.Location)).Text();

        Assert.Contains("Undo", notice);
        Assert.Equal(HttpStatusCode.NotFound, (await his.GetAsync(Team)).StatusCode);
        var member = removed.Headers.Location!.ToString().Split('=')[1];
        await Act(lead, "BringBack", member);
        Assert.Equal(HttpStatusCode.OK, (await his.GetAsync(Team)).StatusCode);
    }

    [Theory, EachDatabase]
    public async Task Demotion_takes_effect_on_the_next_request(DatabaseKind kind)
    {
        await using var app = await RunningApp.Start(kind);
        var mia = await Member(app, "mia@marlowfalls.example", "Mia", Role.Lead);
        using var hers = await app.Browser(mia);
        using var lead = await app.Browser(app.Workspace.Lead);
        Assert.Equal(HttpStatusCode.OK, (await hers.GetAsync(Team + "/invite")).StatusCode);

        var changed = await Change(app, lead, mia, Role.Reader);

        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        Assert.Equal(
            app.Seen(HttpStatusCode.Forbidden),
            (await hers.GetAsync(Team + "/invite")).StatusCode
        );
        Assert.Equal(HttpStatusCode.OK, (await hers.GetAsync(Team)).StatusCode);
    }

    [Theory, EachDatabase]
    public async Task The_last_lead_can_be_neither_removed_nor_demoted(DatabaseKind kind)
    {
        await using var app = await RunningApp.Start(kind);
        using var lead = await app.Browser(app.Workspace.Lead);

        var removed = await Act(lead, "Remove", await MembershipOf(app, app.Workspace.Lead));
        var demoted = await Change(app, lead, app.Workspace.Lead, Role.Editor);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, removed.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, demoted.StatusCode);
        Assert.Contains("A team needs a lead", await removed.Text());
        Assert.Contains("A team needs a lead", await demoted.Text());
    }

    [Theory, EachDatabase]
    public async Task Two_leads_who_remove_each_other_at_once_do_not_both_succeed(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var mia = await here.AddPerson("mia@marlowfalls.example", "Mia");
        await here.AddMember(here.District, mia, Role.Lead);
        var members = await here.In<TeamQueries, List<TeamMember>>(team => team.Members());
        var (hers, danas) = (
            members.Single(row => row.Person == mia).Id,
            members.Single(row => row.Person == here.Lead).Id
        );

        for (var round = 0; round < 5; round++)
        {
            var outcomes = await Task.WhenAll(
                here.In<RemoveMember, Outcome<string>>(use => use.Do(hers, here.By(here.Lead))),
                here.In<RemoveMember, Outcome<string>>(use => use.Do(danas, here.By(mia)))
            );

            Assert.Single(outcomes.OfType<Outcome<string>.Done>());
            members = await here.In<TeamQueries, List<TeamMember>>(team => team.Members());
            Assert.Single(members);
            var gone = members[0].Person == mia ? danas : hers;
            await here.In<BringMemberBack, Outcome<string>>(use =>
                use.Do(gone, here.By(members[0].Person))
            );
        }
    }

    [Theory, EachDatabase]
    public async Task A_second_lead_who_saw_an_older_state_is_told(DatabaseKind kind)
    {
        await using var app = await RunningApp.Start(kind);
        var luis = await Member(app, "luis@marlowfalls.example", "Luis", Role.Editor);
        using var lead = await app.Browser(app.Workspace.Lead);
        await Change(app, lead, luis, Role.Reviewer);

        var second = await Change(app, lead, luis, Role.Reader, version: 1);

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Contains("Nothing was overwritten", await second.Text());
    }

    [Theory, EachDatabase]
    public async Task Each_role_may_what_it_says(DatabaseKind kind)
    {
        await using var app = await RunningApp.Start(kind);
        var target = await Member(app, "target@marlowfalls.example", "Target", Role.Editor);
        var membership = (await MembershipOf(app, target)).ToString();
        var (other, _) = await app.Workspace.AddDistrict(
            "other",
            await app.Workspace.AddPerson("other@elsewhere.example", "Other")
        );
        var stranger = (
            await app.Workspace.In<TeamQueries, List<TeamMember>>(
                other,
                null,
                team => team.Members()
            )
        ).Single();
        var no = (int)app.Seen(HttpStatusCode.Forbidden);
        var visitors = new (string Who, PersonId? Person, int Read, int Write, int Invite)[]
        {
            ("nobody", null, 302, 302, 302),
            ("another district", stranger.Person, 404, 404, 404),
            ("reader", await Member(app, "r@m.example", "R", Role.Reader), 200, no, no),
            ("reviewer", await Member(app, "v@m.example", "V", Role.Reviewer), 200, no, no),
            ("editor", await Member(app, "e@m.example", "E", Role.Editor), 200, no, no),
            (
                "school lead",
                await Member(app, "s@m.example", "S", Role.Lead, app.Workspace.School),
                200,
                no,
                no
            ),
            ("lead", await Member(app, "l@m.example", "L", Role.Lead), 200, 302, 200),
        };
        foreach (var visitor in visitors)
        {
            using var browser = await app.Browser(visitor.Person);
            Assert.Equal(visitor.Read, (int)(await browser.GetAsync(Team)).StatusCode);
            Assert.Equal(
                visitor.Invite,
                (int)(await browser.GetAsync(Team + "/invite")).StatusCode
            );
            var answer = await browser.Send(
                visitor.Person is null ? "/sign-in" : "/account",
                new(StringComparer.Ordinal) { ["member"] = membership },
                Team + "?handler=Remove"
            );
            Assert.True(visitor.Write == (int)answer.StatusCode, visitor.Who);
        }

        using var lead = await app.Browser(app.Workspace.Lead);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await Act(lead, "Remove", stranger.Id.ToString())).StatusCode
        );
    }

    [Theory, EachDatabase]
    public async Task Voices_that_are_missing_are_named_gently(DatabaseKind kind)
    {
        await using var app = await RunningApp.Start(kind);
        using var lead = await app.Browser(app.Workspace.Lead);

        var text = await (await lead.GetAsync(Team)).Text();

        Assert.Contains("a counselor and a family member", text);
    }

    private static async Task<PersonId> Member(
        RunningApp app,
        string email,
        string name,
        Role role,
        SchoolId? school = null
    )
    {
        var person = await app.Workspace.AddPerson(email, name);
        await app.Workspace.AddMember(app.Workspace.District, person, role, school);
        return person;
    }

    private static async Task<string> MembershipOf(RunningApp app, PersonId person) =>
        (await app.Workspace.In<TeamQueries, List<TeamMember>>(team => team.Members()))
            .Single(row => row.Person == person)
            .Id.ToString();

    private static Task<HttpResponseMessage> Act(HttpClient browser, string what, string member) =>
        browser.Send(
            Team,
            new(StringComparer.Ordinal) { ["member"] = member },
            $"{Team}?handler={what}"
        );

    private static async Task<HttpResponseMessage> Change(
        RunningApp app,
        HttpClient browser,
        PersonId person,
        Role role,
        int? version = null
    )
    {
        var row = (
            await app.Workspace.In<TeamQueries, List<TeamMember>>(team => team.Members())
        ).Single(row => row.Person == person);
        return await browser.Send(
            Team,
            new(StringComparer.Ordinal)
            {
                ["Input.Id"] = row.Id.ToString(),
                ["Input.Version"] = (version ?? row.Version).ToString(),
                ["Input.Role"] = role.ToString(),
            },
            Team + "?handler=Change"
        );
    }
}
