using Throughline.Direction;
using Throughline.Kernel;
using Throughline.Testing;

namespace Throughline.Tests.Direction;

public sealed class EquityTests
{
    private const string Learners = "group:english-learner";

    [Theory, EachDatabase]
    public async Task A_group_is_counted_over_the_schools_that_gave_it(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        await here.Figures(here.School, 2025, ("total", 390), (Learners, 90));
        await here.Figures(here.School, 2026, ("total", 402), (Learners, 118));
        await Write(here);
        (await Choose(here, Learners, "6-8")).Done();

        var group = Assert.Single((await Read(here))!.Groups);

        Assert.Equal(new GroupCount(GroupCountKind.Exact, 118, 402, 2026, 1, 1), group.Count);
        Assert.Equal("6-8", group.Grades);
    }

    [Theory, EachDatabase]
    public async Task A_small_group_its_complement_and_the_one_that_would_tell_it_are_hidden(
        DatabaseKind kind
    )
    {
        await using var here = await TestWorkspace.Create(kind);
        await here.Figures(
            here.School,
            2026,
            ("total", 402),
            (Learners, 9),
            ("group:high-needs", 395),
            ("sex:female", 200),
            ("sex:male", 198),
            ("sex:nonbinary", 4)
        );
        await Write(here);
        foreach (var measure in new[] { Learners, "group:high-needs", "sex:female", "sex:male" })
        {
            (await Choose(here, measure)).Done();
        }

        var groups = (await Read(here))!.Groups.ToDictionary(row => row.Measure, row => row.Count);

        Assert.Equal((GroupCountKind.FewerThanTen, (int?)null), Of(Learners));
        Assert.Equal((GroupCountKind.AllButFewerThanTen, (int?)null), Of("group:high-needs"));
        Assert.Equal((GroupCountKind.Exact, (int?)200), Of("sex:female"));
        Assert.Equal((GroupCountKind.HeldBack, (int?)null), Of("sex:male"));
        (GroupCountKind, int?) Of(string measure) => (groups[measure].Kind, groups[measure].Count);
    }

    [Theory]
    [InlineData(0, 402, GroupCountKind.FewerThanTen)]
    [InlineData(9, 402, GroupCountKind.FewerThanTen)]
    [InlineData(10, 402, GroupCountKind.Exact)]
    [InlineData(392, 402, GroupCountKind.Exact)]
    [InlineData(393, 402, GroupCountKind.AllButFewerThanTen)]
    [InlineData(402, 402, GroupCountKind.Exact)]
    [InlineData(4, 9, GroupCountKind.FewerThanTen)]
    public void Fewer_than_ten_are_never_counted_out(int count, int total, GroupCountKind kind)
    {
        var shown = GroupCount.Of(count, total, 2026, 1, 1);
        Assert.Equal(kind, shown.Kind);
        Assert.Equal(kind == GroupCountKind.Exact, shown.Count is not null);
        Assert.Equal(total >= 10, shown.Total is not null);
    }

    [Theory, EachDatabase]
    public async Task A_group_that_nobody_reported_with_its_whole_is_not_reported(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        await here.Figures(here.School, 2026, (Learners, 30));
        await Write(here);
        (await Choose(here, Learners)).Done();

        Assert.Equal(
            GroupCountKind.NotReported,
            Assert.Single((await Read(here))!.Groups).Count.Kind
        );
    }

    [Theory, EachDatabase]
    public async Task Only_a_group_with_figures_can_be_chosen_and_only_once(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        await here.Figures(here.School, 2026, ("total", 402), ("grade:7", 130), (Learners, 30));
        Assert.Equal(
            DirectionSentences.EquityGoalFirst,
            Assert.Single((await Choose(here, Learners)).Refused()).Sentence
        );
        await Write(here);

        foreach (var wrong in new[] { "total", "grade:7", "group:made-up", null, "'; drop table" })
        {
            Assert.Equal(
                DirectionSentences.ChooseAGroup,
                Assert.Single((await Choose(here, wrong)).Refused()).Sentence
            );
        }

        var id = (await Choose(here, Learners)).Done();
        Assert.Equal(
            DirectionSentences.GroupIsThere,
            Assert.Single((await Choose(here, Learners)).Refused()).Sentence
        );
        (await here.In<RemoveSubgroup, Outcome<Nothing>>(u => u.Do(id, here.By(here.Lead)))).Done();
        Assert.Empty((await Read(here))!.Groups);
        (
            await here.In<BringBackSubgroup, Outcome<Nothing>>(u => u.Do(id, here.By(here.Lead)))
        ).Done();
        Assert.Single((await Read(here))!.Groups);
    }

    [Theory, EachDatabase]
    public async Task The_goal_is_written_refused_and_told_of_a_second_writer(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        Assert.Equal(
            DirectionSentences.WriteAnEquityGoal,
            Assert.Single((await Write(here, "")).Refused()).Sentence
        );
        Assert.Equal(
            DirectionSentences.TooLong(1000, 1001),
            Assert.Single((await Write(here, new string('x', 1001))).Refused()).Sentence
        );
        Assert.Equal(1, (await Write(here)).Done());

        var conflict = (await Write(here, "Mine", 0)).Conflicted();

        Assert.Equal("Who takes part looks like who goes here.", conflict.Stored["Statement"]);
    }

    [Theory, EachDatabase]
    public async Task Coming_back_to_it_is_recorded_with_who_when_and_why(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        Assert.Equal(
            DirectionSentences.NothingToRevisit,
            Assert.Single((await Revisit(here, "Heard 40 families.")).Refused()).Sentence
        );
        await Write(here);
        Assert.Equal(
            DirectionSentences.SayWhy,
            Assert.Single((await Revisit(here, " ")).Refused()).Sentence
        );
        (await Revisit(here, "Heard 40 families; all named it.")).Done();

        var revisit = Assert.Single((await Read(here))!.Revisits);

        Assert.Equal(
            new RevisitView(
                DirectionTestbed.Today,
                RevisitResult.Kept,
                "Heard 40 families; all named it.",
                "Dana Lead"
            ),
            revisit
        );
    }

    private static Task<Outcome<int>> Write(
        TestWorkspace here,
        string statement = "Who takes part looks like who goes here.",
        int version = 0
    ) =>
        here.In<WriteEquityGoal, Outcome<int>>(use =>
            use.Do(new WriteEquityGoal.Input(statement, version), here.By(here.Lead))
        );

    private static Task<Outcome<EquitySubgroupId>> Choose(
        TestWorkspace here,
        string? measure,
        string? grades = null
    ) =>
        here.In<ChooseSubgroup, Outcome<EquitySubgroupId>>(use =>
            use.Do(
                new ChooseSubgroup.Input { Measure = measure, Grades = grades },
                here.By(here.Lead)
            )
        );

    private static Task<Outcome<RevisitId>> Revisit(TestWorkspace here, string reason) =>
        here.In<RecordRevisit, Outcome<RevisitId>>(use =>
            use.Do(
                RevisitOf.EquityGoal,
                new RecordRevisit.Input { Result = RevisitResult.Kept, Reason = reason },
                DirectionTestbed.Today,
                here.By(here.Lead)
            )
        );

    private static Task<EquityView?> Read(TestWorkspace here) =>
        here.In<EquityQueries, EquityView?>(read => read.Current());
}
