using System.Net;
using Throughline.Engagement;
using Throughline.Engagement.Communications;
using Throughline.Kernel;
using Throughline.Testing;

namespace Throughline.App.Tests.Publishing;

/// <summary>Questions that the team answers for everybody.</summary>
public sealed class PublicQuestionsTests
{
    private const string Address = "/plans/marlow-falls/questions";

    [Theory, EachDatabase]
    public async Task Everybody_reads_the_answers_that_are_for_everybody_once_a_plan_is_published(
        DatabaseKind kind
    )
    {
        await using var app = await RunningApp.Start(kind);
        using var lead = await app.Browser(app.Workspace.Lead);
        using var nobody = await app.Browser();
        await Ask(
            app,
            new KeepCommunication.Asked("Who teaches <it>?", "Our <b>own</b> teachers.", true)
        );
        Assert.Equal(HttpStatusCode.NotFound, (await nobody.GetAsync(Address)).StatusCode);

        await PublicPlanTests.Send(lead, 1);
        var html = await nobody.GetStringAsync(Address);
        Assert.Contains("Who teaches &lt;it&gt;?", html);
        Assert.Contains("Our &lt;b&gt;own&lt;/b&gt; teachers.", html);
        Assert.DoesNotContain("Secret", html);
        Assert.Contains(Address, await nobody.GetStringAsync("/plans/marlow-falls/1"));
        Assert.Contains(
            Address,
            await lead.GetStringAsync("/d/marlow-falls/feedback/communications")
        );
    }

    [Fact]
    public async Task Where_nothing_is_answered_for_everybody_there_is_no_page()
    {
        await using var app = await RunningApp.Start(DatabaseKind.Sqlite);
        using var lead = await app.Browser(app.Workspace.Lead);
        using var nobody = await app.Browser();
        await Ask(app);
        await PublicPlanTests.Send(lead, 1);
        Assert.Equal(HttpStatusCode.NotFound, (await nobody.GetAsync(Address)).StatusCode);
        Assert.DoesNotContain(Address, await nobody.GetStringAsync("/plans/marlow-falls/1"));
    }

    private static async Task Ask(RunningApp app, params KeepCommunication.Asked[] asked) =>
        Assert.IsType<Outcome<CommunicationId>.Done>(
            await app.Workspace.In<KeepCommunication, Outcome<CommunicationId>>(use =>
                use.Do(
                    new()
                    {
                        Subject = "Computing in grade 7",
                        Questions = [.. asked, new("Secret question?", "Secret answer.", false)],
                    },
                    app.Workspace.By(app.Workspace.Lead)
                )
            )
        );
}
