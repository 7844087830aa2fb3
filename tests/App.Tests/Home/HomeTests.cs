using Throughline.Kernel;
using Throughline.People;
using Throughline.Process;
using Throughline.Testing;

namespace Throughline.App.Tests.Home;

/// <summary>What a new district reads on its home, and how the history names what it tells of.</summary>
public sealed class HomeTests
{
    private const string Address = "/d/marlow-falls";

    [Theory, EachDatabase]
    public async Task An_empty_district_is_told_what_to_do_first_until_it_is_on_its_way(
        DatabaseKind kind
    )
    {
        await using var app = await RunningApp.Start(kind);
        using var lead = await app.Browser(app.Workspace.Lead);

        var page = await lead.GetStringAsync(Address);
        Assert.Contains("What to do first", page);
        Assert.DoesNotContain("Nothing waits for you today.", page);
        foreach (var path in new[] { "team/invite", "settings", "process/starting-point/find" })
        {
            Assert.Contains($"<a href=\"{Address}/{path}\">", page);
        }

        Assert.DoesNotContain(">done<", page);
        await Answer(app);
        Assert.Contains("What to do first", await lead.GetStringAsync(Address));
        Assert.Contains(">done<", await lead.GetStringAsync(Address));

        Assert.IsType<Outcome<Nothing>.Done>(
            await app.Workspace.In<CompleteStep, Outcome<Nothing>>(use =>
                use.Do(new("team", Done: true), app.Workspace.By(app.Workspace.Lead))
            )
        );
        using var spanish = await lead.GetAsync(Address + "?lang=es");
        page = await spanish.Text();
        Assert.DoesNotContain("Qué hacer primero", page);
        Assert.Contains("El próximo paso del equipo:", page);
    }

    [Theory, EachDatabase]
    public async Task Whoever_invited_somebody_is_told_what_comes_next_and_not_to_invite_again(
        DatabaseKind kind
    )
    {
        await using var app = await RunningApp.Start(kind);
        using var lead = await app.Browser(app.Workspace.Lead);
        Assert.Contains("Invite them", await lead.GetStringAsync(Address));

        Assert.IsType<Outcome<int>.Done>(
            await app.Workspace.In<InviteToTeam, Outcome<int>>(use =>
                use.Do(
                    new InviteToTeam.Input(
                        "luis@marlowfalls.example",
                        Role.Editor,
                        null,
                        null,
                        "en",
                        null,
                        "https://plans.example"
                    ),
                    app.Workspace.By(app.Workspace.Lead)
                )
            )
        );

        var page = await lead.GetStringAsync(Address);
        Assert.DoesNotContain("Invite them", page);
        Assert.Contains("Eight short questions", page);
        Assert.Contains($"<a href=\"{Address}/team\">Invite your team</a>", page);
        Assert.Contains(">done<", page);

        app.Workspace.Clock.Advance(Invitation.Lasts);
        Assert.Contains("Invite them", await lead.GetStringAsync(Address));
    }

    [Fact]
    public async Task A_reader_who_cannot_begin_is_not_told_to()
    {
        await using var app = await RunningApp.Start(DatabaseKind.Sqlite);
        var reader = await app.Workspace.AddPerson("reader@marlowfalls.example", "Ray Reader");
        await app.Workspace.AddMember(app.Workspace.District, reader, Role.Reader);
        using var browser = await app.Browser(reader);

        var page = await browser.GetStringAsync(Address);

        Assert.DoesNotContain("What to do first", page);
        Assert.Contains("Nothing waits for you today.", page);
    }

    [Theory, EachDatabase]
    public async Task History_names_a_prompt_a_step_and_a_day_in_the_readers_words(
        DatabaseKind kind
    )
    {
        await using var app = await RunningApp.Start(kind);
        using var lead = await app.Browser(app.Workspace.Lead);
        await Answer(app);
        await app.Workspace.In<CompleteStep, Outcome<Nothing>>(use =>
            use.Do(new("team", Done: true), app.Workspace.By(app.Workspace.Lead))
        );
        await app.Workspace.In<SetLaunchDate, Outcome<Nothing>>(use =>
            use.Do(new(new DateOnly(2027, 9, 7), 0), app.Workspace.By(app.Workspace.Lead))
        );

        foreach (var (language, prompt, step, day) in Words)
        {
            foreach (var address in new[] { Address, Address + "/history" })
            {
                using var answer = await lead.GetAsync($"{address}?lang={language}");
                var page = await answer.Text();
                Assert.DoesNotContain("(team-charge)", page);
                Assert.DoesNotContain("“team-charge”", page);
                Assert.DoesNotContain("«team-charge»", page);
                Assert.Contains(prompt, page);
            }

            using var history = await lead.GetAsync($"{Address}/history?lang={language}");
            var told = await history.Text();
            Assert.Contains(step, told);
            Assert.Contains(day, told);
            Assert.DoesNotContain("2027-09-07", told);
        }
    }

    private static readonly (string, string, string, string)[] Words =
    [
        (
            "en",
            "Dana Lead answered “What has this team been asked to do, by whom, and by when?”",
            "the step “Form the team” done",
            "September 7, 2027"
        ),
        ("es", "Dana Lead respondió «¿", "«", "7 de septiembre de 2027"),
    ];

    private static async Task Answer(RunningApp app) =>
        Assert.IsType<Outcome<int>.Done>(
            await app.Workspace.In<AnswerPrompt, Outcome<int>>(use =>
                use.Do(
                    new AnswerPrompt.Input("team", "team-charge", "We carry it.", 0),
                    app.Workspace.By(app.Workspace.Lead)
                )
            )
        );
}
