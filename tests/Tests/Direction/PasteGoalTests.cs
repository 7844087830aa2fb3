using Throughline.Direction;
using Throughline.Kernel;
using Throughline.Kernel.Tables;
using Throughline.Testing;

namespace Throughline.Tests.Direction;

/// <summary>Goals from a sheet: found by their words, refused at the cell, all or nothing.</summary>
public sealed class PasteGoalTests
{
    private const string Block =
        "Goal\tKind\tBy when\tHow we will know\nEvery grade 7 student computes\taccess\tShort term\tRosters\nTeachers plan together\tpráctica docente\tPrimer año\t";

    [Theory, EachDatabase]
    public async Task Looking_changes_nothing_and_saving_is_the_same_twice(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);

        Assert.Equal([PasteEffect.Add, PasteEffect.Add], (await Look(here, Block)).Effects);
        Assert.Empty(await here.Goals());
        Assert.Equal(new PasteDone(2, 0, 0), (await Save(here, Block)).Done());
        Assert.Equal(new PasteDone(0, 0, 2), (await Save(here, Block)).Done());

        var goals = await here.Goals();
        Assert.Equal(
            [
                ("Every grade 7 student computes", GoalKind.Access, "short", "Rosters"),
                ("Teachers plan together", GoalKind.Practice, "year-1", null),
            ],
            goals.Select(goal => (goal.Statement, goal.Kind, goal.Horizon, goal.Measure))
        );
        Assert.All(goals, goal => Assert.False(goal.IsFinal));
    }

    [Theory, EachDatabase]
    public async Task A_goal_is_found_by_its_words_and_keeps_what_the_block_does_not_have(
        DatabaseKind kind
    )
    {
        await using var here = await TestWorkspace.Create(kind);
        var belief = (await here.Line(LineKind.Belief, "We believe; every child can.")).Done();
        (await here.Line(LineKind.Statement, "Students make things.")).Done();
        var goal = (
            await here.Goal(
                DirectionTestbed.Draft() with
                {
                    Beliefs = [new CoreBeliefId(belief)],
                    Pictures = new() { ["short"] = "Rooms hum." },
                    Baseline = "31 of 402",
                }
            )
        ).Done();

        var done = (
            await Save(here, "Goal\tTo\nEvery grade 7 student completes a course.\t402 of 402")
        ).Done();

        Assert.Equal(new PasteDone(0, 1, 0), done);
        var now = await here.OneGoal(goal);
        Assert.Equal(("31 of 402", "402 of 402"), (now.Baseline, now.Target));
        Assert.Equal("Rooms hum.", Assert.Single(now.Pictures).Text);
        Assert.Equal("We believe; every child can.", Assert.Single(now.Beliefs).Text);

        done = (
            await Save(
                here,
                "Goal\tServes\nEvery grade 7 student completes a course.\tstudents make things."
            )
        ).Done();
        now = await here.OneGoal(goal);
        Assert.Equal(new PasteDone(0, 1, 0), done);
        Assert.Empty(now.Beliefs);
        Assert.Equal("Students make things.", Assert.Single(now.Statements).Text);
        Assert.Equal(3, now.Version);
    }

    [Theory, EachDatabase]
    public async Task What_is_not_clear_is_an_error_at_its_cell_and_nothing_is_saved(
        DatabaseKind kind
    )
    {
        await using var here = await TestWorkspace.Create(kind);
        var final = (await here.Goal(DirectionTestbed.Draft("Final one"))).Done();
        await here.In<FinalizeGoal, Outcome<Nothing>>(use => use.Do(final, 1, here.By(here.Lead)));
        const string bad =
            "Goal\tKind\tBy when\tFor the student outcome\tServes\nNew\taccess\tsoon\t\t\nNewer\t\tlong term\tNo such\tNothing so\nFinal one\tpractice\tmid term\t\t\nNew\taccess\tshort\t\t";

        var preview = await Look(here, bad);
        var saved = await Save(here, bad);

        Assert.Equal(
            [
                (1, 3, "word"),
                (2, 2, "choose-a-goal-kind"),
                (2, 4, "no-such-outcome"),
                (2, 5, "serves-nothing-so"),
                (3, 1, "final-on-its-page"),
                (4, 1, "twice"),
            ],
            preview
                .Table.Errors.OrderBy(error => error.Row)
                .ThenBy(error => error.Column)
                .Select(error => (error.Row, error.Column, error.Sentence.Key.Split('.')[^1]))
        );
        Assert.Equal("tables.refusal.mend-the-paste", saved.Refused().Single().Sentence.Key);
        Assert.Single(await here.Goals());
    }

    [Fact]
    public async Task A_new_goal_without_those_columns_says_what_it_lacks_beside_its_words()
    {
        await using var here = await TestWorkspace.Create(DatabaseKind.Sqlite);

        var preview = await Look(here, "Just a sentence.");

        Assert.Equal(
            ["choose-a-goal-kind", "choose-a-horizon"],
            preview.Table.Errors.Select(error => error.Sentence.Key.Split('.')[^1]).Order()
        );
        Assert.Equal("short", (await Look(here, "G\taccess\tshort")).Table.Rows[0]["horizon"]);
    }

    [Theory, EachDatabase]
    public async Task A_school_pastes_its_own_goals_and_no_others(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        (await Save(here, Block)).Done();
        var editor = await here.AddPerson("editor@riverside.example", "Rita Riverside");
        await here.AddMember(here.District, editor, Role.Editor, here.School);
        var other = await here.AddSchool("Hillside Elementary");

        Assert.Equal(new PasteDone(2, 0, 0), (await Save(here, Block, here.School, editor)).Done());
        var goals = await here.Goals();
        Assert.Equal(2, goals.Count(goal => goal.School == here.School));
        Assert.Equal(2, goals.Count(goal => goal.School is null));
        Assert.NotEmpty((await Save(here, Block, other, editor)).Refused());
        var (district, lead) = await here.Neighbor();
        var elsewhere = await here.In<PasteGoals, Outcome<PasteDone>>(
            district,
            lead,
            use => use.Do(new PasteInput { Text = Block, School = here.School }, here.By(lead))
        );
        elsewhere.IsUnknown();
    }

    private static Task<PastePreview> Look(TestWorkspace here, string text) =>
        here.In<PasteGoals, PastePreview>(use => use.Preview(new PasteInput { Text = text }));

    private static Task<Outcome<PasteDone>> Save(
        TestWorkspace here,
        string text,
        SchoolId? school = null,
        PersonId? who = null
    ) =>
        here.In<PasteGoals, Outcome<PasteDone>>(use =>
            use.Do(new PasteInput { Text = text, School = school }, here.By(who ?? here.Lead))
        );
}
