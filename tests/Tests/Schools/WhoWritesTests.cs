using Throughline.Direction;
using Throughline.Kernel;
using Throughline.Kernel.History;
using Throughline.Plan;
using Throughline.Process;
using Throughline.Publishing;
using Throughline.Testing;
using Throughline.Tests.Plan;
using static Throughline.Tests.Plan.PlanWork;

namespace Throughline.Tests.Schools;

/// <summary>Whose it is to write (<see cref="IAtLevel"/>), asked of the use cases themselves: no page stands before them here.</summary>
public sealed class WhoWritesTests
{
    private enum Place
    {
        System,
        Own,
        Other,
    }

    [Theory, EachDatabase]
    public async Task Every_role_writes_where_it_is_held_and_a_districts_everywhere(
        DatabaseKind kind
    )
    {
        await using var here = await TestWorkspace.Create(kind);
        var other = await here.AddSchool("Hillside Elementary");
        foreach (var role in Enum.GetValues<Role>())
        {
            foreach (var heldAt in new SchoolId?[] { null, here.School })
            {
                var person = await here.Member(role, heldAt);
                foreach (var place in Enum.GetValues<Place>())
                {
                    var school =
                        place == Place.System ? (SchoolId?)null
                        : place == Place.Own ? here.School
                        : other;
                    var may = role >= Role.Editor && (heldAt is null || heldAt == school);
                    foreach (var (what, outcome) in await WriteAll(here, school, person))
                    {
                        Assert.True(
                            may == (outcome == "done"),
                            $"{role} of {(heldAt is null ? "the district" : "a school")} wrote {what} at {place}: {outcome}"
                        );
                    }
                }
            }
        }
    }

    [Theory, EachDatabase]
    public async Task Publishing_is_a_leads_of_the_district_or_of_that_school(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var other = await here.AddSchool("Hillside Elementary");
        var editor = await here.Member(Role.Editor, here.School);
        var lead = await here.Member(Role.Lead, here.School);

        Assert.False(await Publishes(here, 1, here.School, editor));
        Assert.False(await Publishes(here, 1, null, lead));
        Assert.False(await Publishes(here, 1, other, lead));
        Assert.True(await Publishes(here, 1, here.School, lead));
        Assert.True(await Publishes(here, 2, other, here.Lead));
    }

    [Theory, EachDatabase]
    public async Task What_hangs_on_a_decision_or_goal_is_written_by_whoever_writes_that(
        DatabaseKind kind
    )
    {
        await using var here = await TestWorkspace.Create(kind);
        var editor = await here.Member(Role.Editor, here.School);
        var system = Done(await here.Record(Question("Which grades first?")));
        var own = Done(
            await here.Record(Question("Which room?") with { School = here.School }, editor)
        );

        Assert.Equal(["not-yours"], await Step(here, system, editor));
        Assert.Empty(await Step(here, own, editor));
        Assert.Empty((await here.See(system)).NextSteps);
        Assert.Single((await here.See(own)).NextSteps);
    }

    [Theory, EachDatabase]
    public async Task A_school_cannot_bring_back_a_text_of_the_district(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var editor = await here.Member(Role.Editor, here.School);
        var id = Done(await here.Record(Question("Which grades first?")));
        await here.In<ReviseDecision, Outcome<DecisionId>>(use =>
            use.Do(
                new()
                {
                    Id = id,
                    Version = 1,
                    Question = "Which grades come first?",
                },
                here.By(here.Lead)
            )
        );
        var seen = await here.See(id);
        var history = await here.In<HistoryQueries, IReadOnlyList<HistoryEntry>>(use =>
            use.Of(id.Value)
        );
        var input = new RestoreText.Input(
            history.SelectMany(entry => entry.Changes).First(one => one.CanRestore).Happening,
            nameof(Decision.Question),
            seen.Version
        );

        var outcome = await here.In<RestoreText, Outcome<Nothing>>(use =>
            use.Do(input, here.By(editor))
        );

        Assert.Equal(["common.not-yours"], Keys(outcome));
    }

    [Theory, EachDatabase]
    public async Task A_goal_stays_where_it_was_written(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var editor = await here.Member(Role.Editor, here.School);
        var goal = Done(await Goal(here, null, here.Lead));

        var outcome = await here.In<ReviseGoal, Outcome<int>>(use =>
            use.Do(goal, Text("Ours now.", here.School) with { Version = 1 }, here.By(editor))
        );

        Assert.Equal(["common.not-yours"], Keys(outcome));
        var stored = await here.In<GoalQueries, GoalView?>(use => use.One(goal, "en"));
        Assert.Null(stored!.School);
        Assert.Equal("Every student.", stored.Statement);
    }

    [Theory, EachDatabase]
    public async Task A_removed_member_loses_it_at_once(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var editor = await here.Member(Role.Editor, here.School);
        var first = await here.Record(
            Question("Which room?") with
            {
                School = here.School,
            },
            editor
        );
        await here.Remove(editor);

        var second = await here.Record(
            Question("Which bell?") with
            {
                School = here.School,
            },
            editor
        );

        Assert.IsType<Outcome<DecisionId>.Done>(first);
        Assert.Equal(["common.not-yours"], Keys(second));
    }

    [Theory, EachDatabase]
    public async Task The_first_line_of_a_school_begins_its_plan_under_the_systems(
        DatabaseKind kind
    )
    {
        await using var here = await TestWorkspace.Create(kind);
        var editor = await here.Member(Role.Editor, here.School);

        await here.Record(Question("Which room?") with { School = here.School }, editor);

        var plan = await here.In<PlanQueries, PlanView>(use => use.Plan(here.School));
        Assert.Equal(here.School, plan.School);
        Assert.Equal(ImplementationPlan.IdOf(here.District, null), plan.Parent);
    }

    [Theory, EachDatabase]
    public async Task A_line_of_a_school_hangs_on_its_own_things_and_the_systems_alone(
        DatabaseKind kind
    )
    {
        await using var here = await TestWorkspace.Create(kind);
        var other = await here.AddSchool("Hillside Elementary");
        var system = Done(await here.Record(Question("Which grades?")));
        var theirs = Done(await here.Record(Question("Which bell?") with { School = other }));
        var goal = Done(await Goal(here, other, here.Lead));

        Assert.Equal("done", await Action(here, here.School, here.Lead, waitsFor: system));
        Assert.Equal("unknown", await Action(here, here.School, here.Lead, waitsFor: theirs));
        Assert.Equal("unknown", await Action(here, null, here.Lead, waitsFor: theirs));
        Assert.Equal("unknown", await Action(here, here.School, here.Lead, goal: goal));
        Assert.Equal("done", await Action(here, other, here.Lead, goal: goal));
    }

    private static async Task<List<(string What, string Outcome)>> WriteAll(
        TestWorkspace here,
        SchoolId? school,
        PersonId person
    )
    {
        var doing = here.By(person);
        return
        [
            (
                "a decision",
                Kind(
                    await here.Record(
                        Question($"Which one, {Guid.CreateVersion7():n}?") with
                        {
                            School = school,
                        },
                        person
                    )
                )
            ),
            ("an action", await Action(here, school, person)),
            (
                "a responsibility",
                Kind(
                    await here.In<RecordResponsibility, Outcome<ResponsibilityId>>(use =>
                        use.Do(new() { School = school, What = "Keep the list" }, doing)
                    )
                )
            ),
            ("a goal", Kind(await Goal(here, school, person))),
            (
                "a note",
                Kind(
                    await here.In<WritePlanNote, Outcome<Nothing>>(async use =>
                        await use.Do(
                            new()
                            {
                                School = school,
                                Note = $"Note {Guid.CreateVersion7():n}",
                                Version = await Version(here, school),
                            },
                            doing
                        )
                    )
                )
            ),
            (
                "an answer",
                Kind(
                    await here.In<AnswerPrompt, Outcome<int>>(async use =>
                        await use.Do(
                            new(
                                "team",
                                "team-charge",
                                $"Answer {Guid.CreateVersion7():n}",
                                await AnswerVersion(here, school),
                                school
                            ),
                            doing
                        )
                    )
                )
            ),
        ];
    }

    private static async Task<int> Version(TestWorkspace here, SchoolId? school) =>
        (await here.In<PlanQueries, PlanView>(use => use.Plan(school))).Version;

    private static async Task<int> AnswerVersion(TestWorkspace here, SchoolId? school) =>
        (await here.In<ProcessQueries, List<AnswerView>>(use => use.Answers("team", school)))
            .Find(answer => answer.PromptCode == "team-charge")
            ?.Version
        ?? 0;

    private static async Task<string> Action(
        TestWorkspace here,
        SchoolId? school,
        PersonId person,
        DecisionId? waitsFor = null,
        GoalId? goal = null
    ) =>
        Kind(
            await here.In<RecordAction, Outcome<ActionItemId>>(use =>
                use.Do(
                    new()
                    {
                        School = school,
                        What = "Order the kits",
                        WaitsFor = waitsFor,
                        Goal = goal,
                    },
                    here.By(person)
                )
            )
        );

    private static Task<Outcome<GoalId>> Goal(
        TestWorkspace here,
        SchoolId? school,
        PersonId person
    ) =>
        here.In<WriteGoal, Outcome<GoalId>>(use =>
            use.Do(Text("Every student.", school), here.By(person))
        );

    private static GoalText Text(string statement, SchoolId? school) =>
        new()
        {
            Statement = statement,
            Kind = GoalKind.Access,
            Horizon = "short",
            School = school,
        };

    private static async Task<bool> Publishes(
        TestWorkspace here,
        int number,
        SchoolId? school,
        PersonId person
    ) =>
        await here.In<PublishPlan, Outcome<int>>(use =>
            use.Do(new(number, "The plan", null, "en", "http://localhost", school), here.By(person))
        ) is Outcome<int>.Done;

    private static async Task<IEnumerable<string>> Step(
        TestWorkspace here,
        DecisionId decision,
        PersonId person
    ) =>
        await here.In<AddNextStep, Outcome<NextStepId>>(use =>
            use.Do(new() { Decision = decision, What = "Tell the teachers" }, here.By(person))
        )
            is Outcome<NextStepId>.Refused refused
            ? refused.Refusals.Select(one => one.Sentence.Key["common.".Length..])
            : [];

    private static string Kind<T>(Outcome<T> outcome) =>
        outcome switch
        {
            Outcome<T>.Done => "done",
            Outcome<T>.Unknown => "unknown",
            Outcome<T>.Refused refused => refused.Refusals[0].Sentence.Key,
            _ => "conflict",
        };

    private static IEnumerable<string> Keys<T>(Outcome<T> outcome) =>
        Assert.IsType<Outcome<T>.Refused>(outcome).Refusals.Select(one => one.Sentence.Key);
}
