using Throughline.Engagement;
using Throughline.Kernel;
using Throughline.Testing;

namespace Throughline.Tests.Engagement;

/// <summary>Whose voices a step has, and what is written down about the groups.</summary>
public sealed class EngagementTests
{
    [Theory, EachDatabase]
    public async Task Reached_is_not_heard_and_nobody_s_group_is_a_row_of_its_own(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var families = await Group(here, "Families");
        var students = await Group(here, "Students");
        var teachers = await Group(here, "Teachers");
        await Listen(
            here,
            "vision",
            new(families, 20, 12),
            new(students, 30, null),
            new(null, 5, 3)
        );
        await Listen(
            here,
            "vision",
            new(families, 10, 4),
            new RecordActivity.Count(teachers, 12, 2)
        );

        var ledger = await here.In<LedgerQueries, Ledger>(use => use.Of(["vision", "goals"]));

        Voice Of(string name, int step) =>
            ledger.Steps[step].Voices[
                ledger.Groups.ToList().FindIndex(group => group.Name == name)
            ];
        Assert.Equal(new Voice(true, 16, true), Of("Families", 0));
        Assert.Equal(new Voice(false, 0, true), Of("Students", 0));
        // Two could be found: the ledger says that they were heard, not how many.
        Assert.Equal(new Voice(true, null, true), Of("Teachers", 0));
        Assert.Equal(Voice.None, Of("Families", 1));
        Assert.Equal(3, ledger.Steps[0].Unknown);
        Assert.Equal(["Students"], ledger.Silent.Select(group => group.Name));
    }

    [Theory, EachDatabase]
    public async Task Where_a_group_stands_is_added_never_overwritten(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var group = await Group(here, "Teachers");
        await Stand(here, group, BuyInState.Doubtful, new DateOnly(2026, 9, 1));
        await Stand(here, group, BuyInState.Supportive, new DateOnly(2026, 10, 1));

        var all = (
            await here.In<
                EngagementQueries,
                IReadOnlyDictionary<StakeholderGroupId, List<BuyInView>>
            >(use => use.Stands())
        )[group];
        Assert.Equal(
            [BuyInState.Supportive, BuyInState.Doubtful],
            all.Select(stand => stand.State)
        );
        Assert.Equal(BuyInState.Supportive, (await Groups(here))[0].Stands!.State);
    }

    [Theory, EachDatabase]
    public async Task Two_who_change_a_group_at_once_are_told(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var group = await Group(here, "Families");
        var first = await Keep(
            here,
            new()
            {
                Id = group,
                Version = 1,
                Name = "Families, all",
            }
        );
        var second = await Keep(
            here,
            new()
            {
                Id = group,
                Version = 1,
                Name = "Parents",
            }
        );
        Assert.IsType<Outcome<StakeholderGroupId>.Done>(first);
        var conflict = Assert.IsType<Outcome<StakeholderGroupId>.Conflicting>(second).Conflict;
        Assert.Equal("Families, all", conflict.Stored["Name"]);
    }

    [Theory, EachDatabase]
    public async Task A_group_of_another_district_is_unknown_everywhere(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var group = await Group(here, "Families");
        var (other, _) = await here.AddDistrict("elsewhere", here.Lead);
        var doing = here.By(here.Lead);
        Assert.IsType<Outcome<EngagementActivityId>.Unknown>(
            await here.In<RecordActivity, Outcome<EngagementActivityId>>(
                other,
                here.Lead,
                use => use.Do(Activity("vision", new RecordActivity.Count(group, 1, 1)), doing)
            )
        );
        Assert.IsType<Outcome<Nothing>.Unknown>(
            await here.In<RecordBuyIn, Outcome<Nothing>>(
                other,
                here.Lead,
                use =>
                    use.Do(
                        new(group, BuyInState.Leading, new DateOnly(2026, 9, 1), "A letter"),
                        doing
                    )
            )
        );
        Assert.IsType<Outcome<OutreachTaskId>.Unknown>(
            await here.In<PlanOutreach, Outcome<OutreachTaskId>>(
                other,
                here.Lead,
                use => use.Do(new(group, "Call them", null, null, null), doing)
            )
        );
    }

    [Theory]
    [InlineData(-1, null, "no-negative")]
    [InlineData(3, 4, "heard-above-reached")]
    [InlineData(0, 0, "nobody-counted")]
    public async Task A_count_that_cannot_be_is_refused(int reached, int? heard, string why)
    {
        await using var here = await TestWorkspace.Create(DatabaseKind.Sqlite);
        var group = await Group(here, "Families");
        var outcome = await here.In<RecordActivity, Outcome<EngagementActivityId>>(use =>
            use.Do(
                Activity("vision", new RecordActivity.Count(group, reached, heard)),
                here.By(here.Lead)
            )
        );
        var refused = Assert.IsType<Outcome<EngagementActivityId>.Refused>(outcome);
        Assert.Equal("engagement.refusal." + why, refused.Refusals[0].Sentence.Key);
    }

    private static async Task<StakeholderGroupId> Group(TestWorkspace here, string name) =>
        Assert
            .IsType<Outcome<StakeholderGroupId>.Done>(await Keep(here, new() { Name = name }))
            .Value;

    private static Task<Outcome<StakeholderGroupId>> Keep(
        TestWorkspace here,
        KeepGroup.Input input
    ) => here.In<KeepGroup, Outcome<StakeholderGroupId>>(use => use.Do(input, here.By(here.Lead)));

    private static Task<IReadOnlyList<GroupView>> Groups(TestWorkspace here) =>
        here.In<EngagementQueries, IReadOnlyList<GroupView>>(use => use.Groups());

    private static async Task Stand(
        TestWorkspace here,
        StakeholderGroupId group,
        BuyInState state,
        DateOnly on
    ) =>
        Assert.IsType<Outcome<Nothing>.Done>(
            await here.In<RecordBuyIn, Outcome<Nothing>>(use =>
                use.Do(new(group, state, on, "A vote in the staff meeting"), here.By(here.Lead))
            )
        );

    private static async Task Listen(
        TestWorkspace here,
        string step,
        params RecordActivity.Count[] counts
    ) =>
        Assert.IsType<Outcome<EngagementActivityId>.Done>(
            await here.In<RecordActivity, Outcome<EngagementActivityId>>(use =>
                use.Do(Activity(step, counts), here.By(here.Lead))
            )
        );

    private static RecordActivity.Input Activity(
        string step,
        params RecordActivity.Count[] counts
    ) =>
        new()
        {
            Title = "Coffee hour",
            Kind = ActivityKind.Event,
            On = new DateOnly(2026, 9, 10),
            Step = step,
            Counts = counts,
        };
}
