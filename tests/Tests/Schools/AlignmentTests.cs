using Throughline.Direction;
using Throughline.Kernel;
using Throughline.Plan;
using Throughline.Testing;
using Throughline.Tests.Plan;
using static Throughline.Tests.Plan.PlanWork;

namespace Throughline.Tests.Schools;

/// <summary>What is said of a school's plan beside the system's: rule 9, and what serves nothing. Nothing is locked by it.</summary>
public sealed class AlignmentTests
{
    [Theory, EachDatabase]
    public async Task A_schools_answer_against_a_final_decision_is_flagged_and_stays(
        DatabaseKind kind
    )
    {
        await using var here = await TestWorkspace.Create(kind);
        await Decided(here, "Which grades come first?", null, "Grades 6 to 8");
        var own = await Decided(here, "which grades come first", here.School, "Grade 5");

        var item = Assert.Single(await Items(here));

        Assert.Equal(AlignmentKind.Contradicts, item.Kind);
        Assert.Equal(
            (here.School, "Grade 5", "Grades 6 to 8"),
            (item.School, item.Here, item.Given!.Outcome)
        );
        Assert.Equal($"schools/{here.School}/plan/decisions/{own}", item.Path);
        Assert.Equal(DecisionState.Decided, (await here.See(own)).State);
    }

    [Theory, EachDatabase]
    public async Task The_same_starter_is_the_same_question_whatever_its_words(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        foreach (
            var (question, school) in new (string, SchoolId?)[]
            {
                ("Who pays?", null),
                ("¿Quién paga?", here.School),
            }
        )
        {
            CopyStarterDecisions.Input input = new(
                [
                    new(
                        "budget",
                        new DecisionDraft { Question = question, Decider = "The committee" }
                    ),
                ],
                school
            );
            await here.In<CopyStarterDecisions, Outcome<int>>(use =>
                use.Do(input, here.By(here.Lead))
            );
        }

        Assert.Empty(await Items(here));
        var system = (
            await here.In<DecisionQueries, IReadOnlyList<DecisionView>>(use => use.Of(null))
        )[0];
        Done(await here.Decide(system));

        Assert.Equal(AlignmentKind.AskedAgain, Assert.Single(await Items(here)).Kind);
    }

    [Theory, EachDatabase]
    public async Task The_same_answer_what_is_open_and_what_the_district_left_to_schools_are_not_flagged(
        DatabaseKind kind
    )
    {
        await using var here = await TestWorkspace.Create(kind);
        await Decided(here, "Same?", null, "Yes, all year.");
        await Decided(here, "Same?", here.School, "yes all year");
        await here.Record(Question("Open?"));
        await Decided(here, "Open?", here.School, "No");
        await Decided(here, "Which room?", null, "Each school chooses", PlanLevel.School);
        await Decided(here, "Which room?", here.School, "Room 12");

        Assert.Empty(await Items(here));
    }

    [Theory, EachDatabase]
    public async Task An_action_that_waits_for_a_clash_is_flagged_and_one_that_serves_no_goal_is_listed(
        DatabaseKind kind
    )
    {
        await using var here = await TestWorkspace.Create(kind);
        await Decided(here, "Which grades?", null, "Grades 6 to 8");
        var own = Done(await here.Record(Question("Which grades?") with { School = here.School }));
        var systems = await Goal(here, "Every student.", null);
        var serving = await Goal(here, "Every student here.", systems);
        var loose = await Goal(here, "A club.", null, here.School);
        await Act(here, "waits", serving, own);
        await Act(here, "serves the district", systems);
        await Act(here, "serves a goal that serves", serving);
        await Act(here, "serves a loose goal", loose);
        await Act(here, "serves none", null);

        var items = (await Items(here)).Select(item => (item.Kind, item.About));

        Assert.Equal(
            [
                (AlignmentKind.AskedAgain, "Which grades?"),
                (AlignmentKind.HangsOnClash, "waits"),
                (AlignmentKind.GoalServesNone, "A club."),
                (AlignmentKind.ActionServesNone, "serves a loose goal"),
                (AlignmentKind.ActionServesNone, "serves none"),
            ],
            items
        );
    }

    private static Task<IReadOnlyList<AlignmentItem>> Items(TestWorkspace here) =>
        here.In<SchoolPlanQueries, IReadOnlyList<AlignmentItem>>(use => use.Alignment());

    private static async Task<DecisionId> Decided(
        TestWorkspace here,
        string question,
        SchoolId? school,
        string outcome,
        PlanLevel? level = null
    )
    {
        var id = Done(
            await here.Record(
                Question(question) with
                {
                    School = school,
                    Level = level ?? (school is null ? PlanLevel.System : PlanLevel.School),
                }
            )
        );
        Done(
            await here.In<DecideDecision, Outcome<Nothing>>(use =>
                use.Do(
                    new()
                    {
                        Id = id,
                        Version = 1,
                        Outcome = outcome,
                        Reason = "So it is.",
                    },
                    here.By(here.Lead)
                )
            )
        );
        return id;
    }

    private static async Task<GoalId> Goal(
        TestWorkspace here,
        string statement,
        GoalId? serves,
        SchoolId? school = null
    ) =>
        Done(
            await here.In<WriteGoal, Outcome<GoalId>>(use =>
                use.Do(
                    new()
                    {
                        Statement = statement,
                        Kind = GoalKind.StudentOutcome,
                        Horizon = "short",
                        School = serves is null ? school : here.School,
                        Outcome = serves,
                    },
                    here.By(here.Lead)
                )
            )
        );

    private static async Task Act(
        TestWorkspace here,
        string what,
        GoalId? goal,
        DecisionId? waitsFor = null
    ) =>
        Done(
            await here.In<RecordAction, Outcome<ActionItemId>>(use =>
                use.Do(
                    new()
                    {
                        School = here.School,
                        What = what,
                        Goal = goal,
                        WaitsFor = waitsFor,
                    },
                    here.By(here.Lead)
                )
            )
        );
}
