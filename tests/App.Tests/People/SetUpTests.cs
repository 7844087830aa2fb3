using System.Net;
using Microsoft.EntityFrameworkCore;
using Throughline.App.Hosting;
using Throughline.Data;
using Throughline.Kernel;
using Throughline.People;
using Throughline.Testing;

namespace Throughline.App.Tests.People;

public sealed class SetUpTests
{
    [Theory, EachDatabase]
    public async Task The_first_person_comes_in_by_the_printed_link_and_nobody_a_second_time(
        DatabaseKind kind
    )
    {
        await using var app = await RunningApp.Start(kind);
        await Empty(app);
        var printed = await Print(app);
        var link = new Uri(printed!).PathAndQuery;
        using var browser = await app.Browser();
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(link)).StatusCode);

        var nameless = await browser.Send(link, []);
        var done = await browser.Send(
            link,
            new(StringComparer.Ordinal)
            {
                ["Input.Name"] = "Sam Host",
                ["Input.Email"] = "sam@host.example",
            }
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, nameless.StatusCode);
        Assert.Equal("/districts/find", done.Headers.Location!.ToString());
        Assert.Contains(
            "You run this installation",
            await (await browser.GetAsync("/account")).Text()
        );
        using var second = await app.Browser();
        var spent = await second.GetAsync(link);
        var unknown = await second.GetAsync("/set-up/" + Secrets.New());
        Assert.Equal(HttpStatusCode.NotFound, spent.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal(await spent.TextWithoutItsOwn(), await unknown.TextWithoutItsOwn());
        Assert.Null(await Print(app));
    }

    [Theory, EachDatabase]
    public async Task The_server_prints_a_link_for_somebody_known_and_refuses_others(
        DatabaseKind kind
    )
    {
        await using var here = await TestWorkspace.Create(kind);

        var known = await Make(here, "LEAD@marlowfalls.example");
        var unknown = await Make(here, "new@marlowfalls.example");
        var host = await Make(here, "new@marlowfalls.example", asHost: true);

        Assert.IsType<Outcome<MakeSignInLink.Link>.Done>(known);
        Assert.Equal(
            PeopleSentences.NobodyHere("new@marlowfalls.example"),
            Assert.IsType<Outcome<MakeSignInLink.Link>.Refused>(unknown).Refusals[0].Sentence
        );
        Assert.IsType<Outcome<MakeSignInLink.Link>.Done>(host);
        Assert.NotNull(
            await here.In<ThroughlineDb, DateTime?>(db =>
                db.Set<Person>()
                    .Where(row => row.Email == "new@marlowfalls.example")
                    .Select(row => row.HostSince)
                    .SingleAsync()
            )
        );
    }

    private static Task<Outcome<MakeSignInLink.Link>> Make(
        TestWorkspace here,
        string email,
        bool asHost = false
    ) =>
        here.In<MakeSignInLink, Outcome<MakeSignInLink.Link>>(use =>
            use.Do(new MakeSignInLink.Input(email, asHost), here.By(PersonId.Server))
        );

    private static Task<string?> Print(RunningApp app) =>
        Startup.PrintSetUpLink(app.Services, null, TextWriter.Null, CancellationToken.None);

    private static Task Empty(RunningApp app) =>
        app.Workspace.Write(
            app.Workspace.District,
            db =>
            {
                var members = db.Set<Membership>().ToList();
                db.RemoveRange(members);
                db.RemoveRange(db.Set<Person>().ToList());
                db.Happened("membership.removed", members[0]);
            }
        );
}
