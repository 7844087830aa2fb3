using Throughline.Direction;
using Throughline.Kernel;
using Throughline.Testing;

namespace Throughline.Tests.Direction;

public sealed class GoalTests
{
    private const string Grade8 = "Every grade 8 student completes a course.";
    private const string Grade7 = "Every grade 7 student completes a course.";
    private const string Learned = "14 teachers said that grade 8 is too late.";

    [Theory, EachDatabase]
    public async Task A_goal_keeps_its_links_its_measure_and_its_pictures(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var belief = (await here.Line(LineKind.Belief, "Everybody can")).Done();
        var statement = (await here.Line(LineKind.Statement, "Seen in class")).Done();
        var outcome = (
            await here.Goal(
                DirectionTestbed.Draft("Students finish.") with
                {
                    Kind = GoalKind.StudentOutcome,
                }
            )
        ).Done();
        var id = (
            await here.Goal(
                DirectionTestbed.Draft(Grade7) with
                {
                    Measure = "Completions, of all in grade 7",
                    Baseline = "31 of 402",
                    Target = "402 of 402",
                    School = here.School,
                    Outcome = outcome,
                    Beliefs = [new CoreBeliefId(belief)],
                    Statements = [new VisionStatementId(statement)],
                    Pictures = new() { ["short"] = "Two schools teach it.", ["mid"] = " " },
                }
            )
        ).Done();

        var goal = await here.OneGoal(id);

        Assert.Equal(
            ("Riverside Middle", "Short term", "31 of 402"),
            (goal.SchoolName, goal.HorizonName, goal.Baseline)
        );
        Assert.Equal("Students finish.", goal.Outcome!.Statement);
        Assert.Equal("Two schools teach it.", Assert.Single(goal.Pictures).Text);
        Assert.Equal("Everybody can", Assert.Single(goal.Beliefs).Text);
        Assert.Equal("Seen in class", Assert.Single(goal.Statements).Text);
        Assert.Equal(id, Assert.Single((await here.OneGoal(outcome)).ServedBy).Id);
    }

    [Theory, EachDatabase]
    public async Task A_final_goal_is_revised_only_with_what_was_learned_and_keeps_its_former_words(
        DatabaseKind kind
    )
    {
        await using var here = await TestWorkspace.Create(kind);
        var id = (await here.Goal(DirectionTestbed.Draft(Grade8))).Done();
        (await Finalize(here, id, 1)).Done();
        var text = DirectionTestbed.Draft(Grade7) with { Version = 2 };

        var refusal = Assert.Single((await here.Revise(id, text)).Refused());
        Assert.Equal(
            (DirectionSentences.SayWhatYouLearned, "Why"),
            (refusal.Sentence, refusal.Field)
        );
        Assert.Equal(3, (await here.Revise(id, text, Learned)).Done());

        var goal = await here.OneGoal(id);
        var revision = Assert.Single(goal.Revisions);
        Assert.Equal(
            (Grade8, Grade7, Learned, "Dana Lead"),
            (revision.Former, revision.Now, revision.Learned, revision.Who)
        );
        Assert.True(goal.IsFinal);
    }

    [Theory, EachDatabase]
    public async Task A_stale_save_of_a_goal_changes_nothing_and_answers_what_is_stored(
        DatabaseKind kind
    )
    {
        await using var here = await TestWorkspace.Create(kind);
        var id = (await here.Goal(DirectionTestbed.Draft(Grade8))).Done();
        var withPicture = DirectionTestbed.Draft(Grade8) with
        {
            Version = 1,
            Pictures = new() { ["long"] = "Nobody remembers it otherwise." },
        };
        Assert.Equal(2, (await here.Revise(id, withPicture)).Done());

        var conflict = (
            await here.Revise(id, DirectionTestbed.Draft(Grade7) with { Version = 1 })
        ).Conflicted();

        Assert.Equal((2, Grade8), (conflict.Version, conflict.Stored["Statement"]));
        Assert.Equal("Nobody remembers it otherwise.", conflict.Stored["Pictures[long]"]);
        Assert.Equal(Grade8, (await here.OneGoal(id)).Statement);
    }

    [Theory, EachDatabase]
    public async Task What_is_missing_or_too_long_is_refused_field_by_field(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var refusals = (
            await here.Goal(
                new GoalText
                {
                    Statement = new string('x', 1001),
                    Horizon = "someday",
                    Measure = new string('m', 501),
                    Outcome = Id.New<GoalId>(),
                    Pictures = new() { ["short"] = new string('p', 501) },
                }
            )
        ).Refused();

        Assert.Equal(
            ["Horizon", "Kind", "Measure", "Outcome", "Pictures[short]", "Statement"],
            refusals.Select(refusal => refusal.Field).Order(StringComparer.Ordinal)
        );
        (await here.Goal(DirectionTestbed.Draft(new string('x', 1000)))).Done();
    }

    [Theory, EachDatabase]
    public async Task What_a_goal_points_at_has_to_be_in_its_district(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var (district, lead) = await here.Neighbor();
        var belief = (await here.Line(LineKind.Belief, "ours")).Done();
        var id = (await here.Goal(DirectionTestbed.Draft())).Done();
        var stolen = DirectionTestbed.Draft() with { Beliefs = [new CoreBeliefId(belief)] };

        (
            await here.In<WriteGoal, Outcome<GoalId>>(
                district,
                lead,
                use => use.Do(stolen, here.By(lead))
            )
        ).IsUnknown();
        (
            await here.In<ReviseGoal, Outcome<int>>(
                district,
                lead,
                use => use.Do(id, DirectionTestbed.Draft() with { Version = 1 }, here.By(lead))
            )
        ).IsUnknown();
        (
            await here.Goal(DirectionTestbed.Draft() with { School = Id.New<SchoolId>() })
        ).IsUnknown();
    }

    [Theory, EachDatabase]
    public async Task Goals_still_draft_are_told_until_they_are_final(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var first = (await here.Goal(DirectionTestbed.Draft(Grade7))).Done();
        var second = (await here.Goal(DirectionTestbed.Draft(Grade8))).Done();
        (await Finalize(here, first, 1)).Done();
        Assert.Equal(
            DirectionSentences.AlreadyFinal,
            Assert.Single((await Finalize(here, first, 2)).Refused()).Sentence
        );
        (await Finalize(here, second, 7)).Conflicted();

        var draft = await here.In<GoalQueries, IReadOnlyList<GoalRef>>(read => read.StillDraft());

        Assert.Equal(second, Assert.Single(draft).Id);
        Assert.Equal(
            DirectionSentences.SayWhy,
            Assert.Single((await Reopen(here, first, null)).Refused()).Sentence
        );
        (await Reopen(here, first, "The budget changed.")).Done();
        Assert.Equal(
            DirectionSentences.NotFinal,
            Assert.Single((await Reopen(here, first, "x", 3)).Refused()).Sentence
        );
    }

    [Theory, EachDatabase]
    public async Task Goals_are_moved_removed_and_brought_back(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var first = (await here.Goal(DirectionTestbed.Draft("first"))).Done();
        (await here.Goal(DirectionTestbed.Draft("long") with { Horizon = "long" })).Done();
        var second = (await here.Goal(DirectionTestbed.Draft("second"))).Done();
        (
            await here.In<MoveGoal, Outcome<Nothing>>(use =>
                use.Do(new MoveGoal.Input(second, Down: false), here.By(here.Lead))
            )
        ).Done();
        Assert.Equal(["second", "long", "first"], (await here.Goals()).Select(g => g.Statement));

        (await here.In<RemoveGoal, Outcome<Nothing>>(u => u.Do(first, here.By(here.Lead)))).Done();
        Assert.Equal(2, (await here.Goals()).Count);
        (
            await here.In<BringBackGoal, Outcome<Nothing>>(u => u.Do(first, here.By(here.Lead)))
        ).Done();
        Assert.Equal(3, (await here.Goals()).Count);
    }

    [Theory, EachDatabase]
    public async Task Goals_keep_their_horizon_when_the_district_changes_its_words_for_time(
        DatabaseKind kind
    )
    {
        await using var here = await TestWorkspace.Create(kind);
        (await here.Goal(DirectionTestbed.Draft(Grade7))).Done();
        Assert.Single((await Choose(here, "someday")).Refused());
        (await Choose(here, "years")).Done();

        var plan = await Plan(here);

        Assert.Equal(["year-1", "years-2-3", "beyond-3", ""], plan.Goals.Select(one => one.Code));
        Assert.Equal("Short term", Assert.Single(plan.Goals[^1].Goals).HorizonName);
        (await Choose(here, "terms")).Done();
        Assert.Single((await Plan(here)).Goals[0].Goals);
    }

    [Theory, EachDatabase]
    public async Task A_sample_goal_is_copied_with_its_pictures_and_remembers_where_from(
        DatabaseKind kind
    )
    {
        await using var here = await TestWorkspace.Create(kind);
        var id = (await Copy(here, "finished-project")).Done();
        (await Copy(here, "no-such-goal")).IsUnknown();

        var goal = await here.OneGoal(id);

        Assert.Equal(("finished-project", GoalKind.StudentOutcome), (goal.Origin, goal.Kind));
        Assert.Equal(["short", "mid", "long"], goal.Pictures.Select(picture => picture.Horizon));
        Assert.NotNull(goal.Measure);
        Assert.False(goal.IsFinal);
    }

    [Theory, EachDatabase]
    public async Task The_plan_hears_everything_and_every_gap_in_reading_order(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        Assert.Equal(
            ["no-vision", "no-equity-goal", "no-headline", "no-goals"],
            (await Plan(here)).Gaps.Select(gap => gap.Words.Key["direction.gap.".Length..])
        );
        (await here.Vision("Every student.")).Done();
        (await here.Goal(DirectionTestbed.Draft())).Done();

        var plan = await Plan(here);

        Assert.Equal(
            [
                "vision-not-shared",
                "no-equity-goal",
                "no-headline",
                "goals-without-measure",
                "goals-without-picture",
                "goals-without-link",
                "goals-still-draft",
            ],
            plan.Gaps.Select(gap => gap.Words.Key["direction.gap.".Length..])
        );
        Assert.Equal("Every student.", plan.Vision!.Text);
    }

    private static async Task<DirectionForPlan> Plan(TestWorkspace here)
    {
        var district = await here.In<DistrictQueries, DistrictView?>(r => r.BySlug("marlow-falls"));
        return await here.In<DirectionQueries, DirectionForPlan>(r => r.ForPlan(district!, "en"));
    }

    private static Task<Outcome<GoalId>> Copy(TestWorkspace here, string code) =>
        here.In<CopySampleGoal, Outcome<GoalId>>(use =>
            use.Do(code, "en", "terms", here.By(here.Lead))
        );

    private static Task<Outcome<Nothing>> Choose(TestWorkspace here, string set) =>
        here.In<ChooseHorizonSet, Outcome<Nothing>>(use => use.Do(set, here.By(here.Lead)));

    private static Task<Outcome<Nothing>> Finalize(TestWorkspace here, GoalId id, int version) =>
        here.In<FinalizeGoal, Outcome<Nothing>>(use => use.Do(id, version, here.By(here.Lead)));

    private static Task<Outcome<Nothing>> Reopen(
        TestWorkspace here,
        GoalId id,
        string? why,
        int version = 2
    ) => here.In<ReopenGoal, Outcome<Nothing>>(use => use.Do(id, version, here.By(here.Lead, why)));
}
