using Throughline.Direction;
using Throughline.Kernel;
using Throughline.Testing;

namespace Throughline.Tests.Direction;

public sealed class HeadlineTests
{
    private static readonly SetHeadline.Input Usual = new()
    {
        Class = 2031,
        Course = "Any course equivalent to AP Computer Science Principles",
        Exam = "AP Computer Science Principles",
    };

    [Theory, EachDatabase]
    public async Task Thirty_of_every_hundred_graduates_with_a_C_or_a_3(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        (await Set(here, Usual)).Done();

        var goal = (await Read(here))!;

        Assert.Equal(
            (30m, 2031, 100m),
            (goal.TargetPercent, goal.TargetClass, goal.LongRangePercent)
        );
        Assert.Equal(
            ("C", 3, 1),
            (
                goal.Definition.Rule.LeastGrade,
                goal.Definition.Rule.LeastScore,
                goal.Definition.Number
            )
        );
    }

    [Theory, EachDatabase]
    public async Task A_new_definition_leaves_the_former_one_readable(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        (await Set(here, Usual)).Done();
        (await Set(here, Usual with { Percent = 35.5m, Version = 1 })).Done();
        Assert.Empty((await Read(here))!.FormerDefinitions);

        (await Set(here, Usual with { LeastGrade = "b-", Version = 2 })).Done();

        var goal = (await Read(here))!;
        Assert.Equal(("B-", 2), (goal.Definition.Rule.LeastGrade, goal.Definition.Number));
        Assert.Equal("C", Assert.Single(goal.FormerDefinitions).Rule.LeastGrade);
        var conflict = (await Set(here, Usual with { Version = 1 })).Conflicted();
        Assert.Equal((3, "B-"), (conflict.Version, conflict.Stored["LeastGrade"]));
    }

    [Theory, EachDatabase]
    public async Task Impossible_targets_are_refused_each_with_its_sentence(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var refusals = (
            await Set(
                here,
                new SetHeadline.Input
                {
                    Percent = 130,
                    Class = 31,
                    LongRange = 0,
                    LeastGrade = "pass",
                    LeastScore = 6,
                }
            )
        ).Refused();

        Assert.Equal(
            ["Class", "Course", "Exam", "LeastGrade", "LeastScore", "LongRange", "Percent"],
            refusals.Select(refusal => refusal.Field).Order(StringComparer.Ordinal)
        );
    }

    private static Task<Outcome<HeadlineGoalId>> Set(TestWorkspace here, SetHeadline.Input input) =>
        here.In<SetHeadline, Outcome<HeadlineGoalId>>(use =>
            use.Do(input, DirectionTestbed.Today, here.By(here.Lead))
        );

    private static Task<HeadlineView?> Read(TestWorkspace here) =>
        here.In<HeadlineQueries, HeadlineView?>(read => read.Current());
}
