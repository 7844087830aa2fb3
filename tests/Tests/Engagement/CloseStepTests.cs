using Throughline.Engagement;
using Throughline.Kernel;
using Throughline.Process;
using Throughline.Testing;

namespace Throughline.Tests.Engagement;

/// <summary>A step that nobody was asked in is closed with the reason, never silently.</summary>
public sealed class CloseStepTests
{
    [Theory, EachDatabase]
    public async Task Where_nobody_was_asked_the_reason_is_asked_for_and_kept(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        foreach (var because in new[] { null, " " })
        {
            var refused = Assert.IsType<Outcome<Nothing>.Refused>(await Close(here, because));
            Assert.Equal("Because", Assert.Single(refused.Refusals).Field);
        }

        Assert.Empty((await Progress(here)).Done);
        Assert.IsType<Outcome<Nothing>.Done>(await Close(here, " The team asks from here on. "));
        Assert.Equal(
            "The team asks from here on.",
            (await Progress(here)).Done["vision"].NobodyAskedBecause
        );
    }

    [Theory, EachDatabase]
    public async Task Where_somebody_was_asked_none_is(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        Assert.IsType<Outcome<EngagementActivityId>.Done>(
            await here.In<RecordActivity, Outcome<EngagementActivityId>>(use =>
                use.Do(
                    new()
                    {
                        Title = "Coffee hour",
                        Kind = ActivityKind.Event,
                        On = new(2026, 9, 1),
                        Step = "vision",
                        Counts = [new(null, 5, null)],
                    },
                    here.By(here.Lead)
                )
            )
        );
        Assert.IsType<Outcome<Nothing>.Done>(await Close(here, "Left from an earlier day"));
        Assert.Null((await Progress(here)).Done["vision"].NobodyAskedBecause);

        var tooLong = await Close(here, new string('a', 1_001), "goals");
        Assert.IsType<Outcome<Nothing>.Refused>(tooLong);
        Assert.IsType<Outcome<Nothing>.Unknown>(await Close(here, "A reason", "no-such-step"));
    }

    private static Task<Outcome<Nothing>> Close(
        TestWorkspace here,
        string? because,
        string step = "vision"
    ) =>
        here.In<CloseStep, Outcome<Nothing>>(use =>
            use.Do(new(step, null, because), here.By(here.Lead))
        );

    private static Task<ProcessProgress> Progress(TestWorkspace here) =>
        here.In<ProcessQueries, ProcessProgress>(use => use.Progress());
}
