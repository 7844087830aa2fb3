using Throughline.Data;
using Throughline.Kernel;
using Throughline.Plan;
using Throughline.Testing;

namespace Throughline.Tests.Plan;

public sealed class RecordDecisionTests
{
    [Theory, EachDatabase]
    public async Task Decisions_are_numbered_in_their_plan(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);

        var first = await here.Recorded(PlanWork.Question("Which band comes first?"));
        var second = await here.Recorded(PlanWork.Question("Which materials?"));
        var schools = await here.Recorded(
            PlanWork.Question("Where in the schedule?") with
            {
                School = here.School,
            }
        );

        Assert.Equal((1, 2, 1), (first.Number, second.Number, schools.Number));
        Assert.Equal(here.School, schools.School);
    }

    [Theory, EachDatabase]
    public async Task Sixteen_at_once_get_sixteen_numbers(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);

        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(1, 16)
                .Select(i => Task.Run(() => here.Record(PlanWork.Question($"Question {i}?"))))
        );

        Assert.All(outcomes, outcome => PlanWork.Done(outcome));
        var all = await here.In<DecisionQueries, IReadOnlyList<DecisionView>>(use => use.All());
        Assert.Equal(Enumerable.Range(1, 16), all.Select(one => one.Number));
    }

    [Theory, EachDatabase]
    public async Task A_name_of_the_team_is_that_member_and_everything_else_a_role(
        DatabaseKind kind
    )
    {
        await using var here = await TestWorkspace.Create(kind);

        var decision = await here.Recorded(
            PlanWork.Question("Who?") with
            {
                Decider = "dana lead",
                Advise = "Teachers\nDana Lead; Families\nteachers",
            }
        );

        Assert.Equal("Dana Lead", decision.Decider);
        Assert.NotNull(decision.DeciderId);
        Assert.Equal(["Teachers", "Dana Lead", "Families"], decision.Named(InputPart.Advise));
        Assert.Equal(
            [false, true, false],
            decision.Inputs.Select(input => input.Member is not null)
        );
    }

    [Theory, EachDatabase]
    public async Task What_is_missing_or_off_is_refused_at_its_field(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        await here.Recorded(PlanWork.Question("Twice?"));

        Assert.Equal(
            ["enter-a-question"],
            PlanWork.Refused(await here.Record(PlanWork.Question(" ")))
        );
        Assert.Equal(
            ["question-is-there"],
            PlanWork.Refused(await here.Record(PlanWork.Question("Twice?")))
        );
        Assert.Equal(
            ["too-long"],
            PlanWork.Refused(await here.Record(PlanWork.Question(new string('x', 501))))
        );
        Assert.Equal(
            ["lead-is-off"],
            PlanWork.Refused(await here.Record(PlanWork.Question("Q?") with { LeadDays = 731 }))
        );
        Assert.Equal(
            ["name-groups-to-consult"],
            PlanWork.Refused(
                await here.Record(PlanWork.Question("Q?") with { BroadSupport = true })
            )
        );
    }

    [Theory, EachDatabase]
    public async Task The_day_moves_with_the_launch_date(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var decision = await here.Recorded(PlanWork.Question("Q?") with { LeadDays = 30 });
        Assert.Null(decision.NeededBy);

        PlanWork.Done(await Launch(here, new DateOnly(2027, 8, 30), 0));
        Assert.Equal(new DateOnly(2027, 7, 31), (await here.See(decision.Id)).NeededBy);
        PlanWork.Done(await Launch(here, new DateOnly(2028, 2, 29), 1));

        Assert.Equal(new DateOnly(2028, 1, 30), (await here.See(decision.Id)).NeededBy);
        Assert.IsType<Outcome<Nothing>.Conflicting>(await Launch(here, null, 1));
        Assert.IsType<Outcome<Nothing>.Refused>(await Launch(here, new DateOnly(2127, 1, 1), 2));
    }

    [Theory, EachDatabase]
    public async Task Who_saves_second_is_told_and_changes_nothing(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var seen = await here.Recorded(PlanWork.Question("Before?"));
        PlanWork.Done(await Revise(here, seen, "First?"));

        var second = await Revise(here, seen, "Second?");

        var conflict = Assert.IsType<Outcome<DecisionId>.Conflicting>(second).Conflict;
        Assert.Equal("First?", conflict.Stored["Question"]);
        Assert.Equal("First?", (await here.See(seen.Id)).Question);
        Assert.Equal(seen.Version + 1, conflict.Version);
    }

    [Theory, EachDatabase]
    public async Task Of_another_district_is_as_unknown_as_never_was(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var theirs = await here.Neighbor();

        foreach (var id in new[] { theirs.Decision, Id.New<DecisionId>() })
        {
            Assert.Null(await here.In<DecisionQueries, DecisionView?>(use => use.One(id)));
            Assert.IsType<Outcome<DecisionId>.Unknown>(
                await here.In<ReviseDecision, Outcome<DecisionId>>(use =>
                    use.Do(
                        new()
                        {
                            Id = id,
                            Version = 1,
                            Question = "Mine",
                        },
                        here.By(here.Lead)
                    )
                )
            );
            Assert.IsType<Outcome<ActionItemId>.Unknown>(
                await here.In<RecordAction, Outcome<ActionItemId>>(use =>
                    use.Do(new() { What = "Do", WaitsFor = id }, here.By(here.Lead))
                )
            );
            Assert.IsType<Outcome<ResponsibilityId>.Unknown>(
                await here.In<RecordResponsibility, Outcome<ResponsibilityId>>(use =>
                    use.Do(new() { What = "Hold", FromDecision = id }, here.By(here.Lead))
                )
            );
            Assert.IsType<Outcome<Nothing>.Unknown>(
                await here.In<RemoveDecision, Outcome<Nothing>>(use =>
                    use.Do(id, here.By(here.Lead))
                )
            );
        }

        Assert.IsType<Outcome<DecisionId>.Unknown>(
            await here.Record(PlanWork.Question("Whose?") with { School = theirs.School })
        );
    }

    private static Task<Outcome<Nothing>> Launch(TestWorkspace here, DateOnly? day, int version) =>
        here.In<SetLaunchDate, Outcome<Nothing>>(use =>
            use.Do(new(day, version), here.By(here.Lead))
        );

    private static Task<Outcome<DecisionId>> Revise(
        TestWorkspace here,
        DecisionView seen,
        string question
    ) =>
        here.In<ReviseDecision, Outcome<DecisionId>>(use =>
            use.Do(
                new()
                {
                    Id = seen.Id,
                    Version = seen.Version,
                    Question = question,
                },
                here.By(here.Lead)
            )
        );
}
