using Throughline.Direction;
using Throughline.Kernel;
using Throughline.Kernel.History;
using Throughline.Plan;
using Throughline.Publishing.Tree;
using Throughline.Testing;
using Throughline.Tests.Plan;
using Throughline.Tests.Publishing;
using static Throughline.Tests.Plan.PlanWork;

namespace Throughline.Tests.Schools;

/// <summary>How a school's decision stands to the district's by the school's own word: it follows it, or differs for a reason.</summary>
public sealed class StanceTests
{
    [Theory, EachDatabase]
    public async Task A_difference_with_its_reason_is_settled_and_no_clash(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var (given, own) = await Clashing(here);
        Assert.Single(await Items(here));

        Assert.Equal(
            ["say-why-it-differs"],
            Refused(await Relate(here, own, given, Stance.DiffersFrom, "  "))
        );
        Done(await Relate(here, own, given, Stance.DiffersFrom, "One teacher has both grades."));

        Assert.Empty(await Items(here));
        var stance = (await here.See(own)).Stance!;
        Assert.Equal(
            (given, Stance.DiffersFrom, "One teacher has both grades."),
            (stance.Given.Id, stance.Stance, stance.Reason)
        );
        Assert.Equal(DecisionState.Decided, (await here.See(own)).State);
        Assert.Contains("happening.decision.differs", await Told(here, own));
    }

    [Theory, EachDatabase]
    public async Task What_follows_is_not_flagged_and_the_link_can_be_taken_away(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var (given, own) = await Clashing(here);

        Done(await Relate(here, own, given, Stance.Follows, null));
        Assert.Empty(await Items(here));
        var version = (await here.See(own)).Version;
        Done(
            await here.In<RelateDecision, Outcome<Nothing>>(use =>
                use.Undo(own, version, here.By(here.Lead))
            )
        );

        Assert.Null((await here.See(own)).Stance);
        Assert.Equal(AlignmentKind.Contradicts, Assert.Single(await Items(here)).Kind);
        Assert.Equal(
            ["happening.decision.stands-alone", "happening.decision.follows"],
            (await Told(here, own)).Take(2)
        );
    }

    [Theory, EachDatabase]
    public async Task When_the_districts_decision_is_replaced_it_is_to_be_said_again(
        DatabaseKind kind
    )
    {
        await using var here = await TestWorkspace.Create(kind);
        var (given, own) = await Clashing(here);
        Done(await Relate(here, own, given, Stance.DiffersFrom, "For a year."));
        var before = await here.See(given);
        var later = Done(
            await here.In<ReplaceDecision, Outcome<DecisionId>>(use =>
                use.Do(
                    new()
                    {
                        Id = given,
                        Version = before.Version,
                        Reason = "New figures.",
                    },
                    here.By(here.Lead)
                )
            )
        );
        Assert.Empty(await Items(here));

        Done(await here.Decide(await here.See(later)));

        var item = Assert.Single(await Items(here));
        Assert.Equal((AlignmentKind.StandsToReplaced, given), (item.Kind, item.Given!.Id));
        Assert.False(item.IsClash);
        Assert.Equal(
            ["choose-the-districts-decision"],
            Refused(await Relate(here, own, given, Stance.Follows, null))
        );
        Done(await Relate(here, own, later, Stance.Follows, null));
        Assert.Empty(await Items(here));
    }

    [Theory, EachDatabase]
    public async Task Only_a_schools_decision_stands_to_one_of_its_own_district(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var (given, own) = await Clashing(here);
        var theirs = await here.Neighbor();
        var editor = await here.AddPerson("editor@hillside.example", "Hal Hillside");
        await here.AddMember(
            here.District,
            editor,
            Role.Editor,
            await here.AddSchool("Hillside Elementary")
        );

        Assert.IsType<Outcome<Nothing>.Unknown>(
            await Relate(here, given, given, Stance.Follows, null)
        );
        foreach (var wrong in new DecisionId?[] { theirs.Decision, own, null })
        {
            Assert.Equal(
                ["choose-the-districts-decision"],
                Refused(await Relate(here, own, wrong, Stance.Follows, null))
            );
        }

        Assert.Equal(["follows-or-differs"], Refused(await Relate(here, own, given, null, null)));
        Assert.Equal(
            ["not-yours"],
            Refused(await Relate(here, own, given, Stance.Follows, null, editor))
        );
        Assert.IsType<Outcome<Nothing>.Conflicting>(
            await here.In<RelateDecision, Outcome<Nothing>>(use =>
                use.Do(
                    new()
                    {
                        Id = own,
                        Version = 1,
                        Given = given,
                        Stance = Stance.Follows,
                    },
                    here.By(here.Lead)
                )
            )
        );
        Assert.Null((await here.See(own)).Stance);
    }

    [Theory, EachDatabase]
    public async Task How_the_planning_is_organized_is_recorded_changed_and_kept(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        OrganizePlanning.Input input = new()
        {
            Way = PlanningWay.DistrictPlans,
            ByDistrict = " Which grades\r\nWhich materials ",
            Reason = "Two schools only.",
        };

        Assert.Equal(
            ["choose-a-way", "say-who-plans-what", "enter-a-reason"],
            Refused(await Organize(here, new()))
        );
        Done(await Organize(here, input));
        Assert.IsType<Outcome<Nothing>.Conflicting>(await Organize(here, input));
        Done(
            await Organize(
                here,
                input with
                {
                    Way = PlanningWay.FrameAndSchools,
                    BySchools = "Rooms",
                    Reason = "A third school came.",
                    Version = 1,
                }
            )
        );

        var now = (await Arrangement(here, here.District, here.Lead))!;
        Assert.Equal(
            (PlanningWay.FrameAndSchools, "Which grades\nWhich materials", "Rooms", 2),
            (now.Way, now.ByDistrict, now.BySchools, now.Version)
        );
        var history = await here.In<HistoryQueries, IReadOnlyList<HistoryEntry>>(read =>
            read.Of(now.Id.Value)
        );
        Assert.Contains(
            history.SelectMany(entry => entry.Changes),
            change => change is { Field: "Reason", Old: "Two schools only.", CanRestore: false }
        );
        var theirs = await here.Neighbor();
        Assert.Null(await Arrangement(here, theirs.District, theirs.Lead));
        var editor = await here.AddPerson("editor@riverside.example", "Rita Riverside");
        await here.AddMember(here.District, editor, Role.Editor, here.School);
        Assert.Equal(
            ["not-yours"],
            Refused(
                await here.In<OrganizePlanning, Outcome<Nothing>>(use =>
                    use.Do(input with { Version = 2 }, here.By(editor))
                )
            )
        );
    }

    [Fact]
    public async Task The_printed_plan_says_both()
    {
        await using var here = await TestWorkspace.Create(DatabaseKind.Sqlite);
        var (given, own) = await Clashing(here);
        Done(await Relate(here, own, given, Stance.DiffersFrom, "One teacher has both grades."));
        Done(
            await Organize(
                here,
                new()
                {
                    Way = PlanningWay.FrameAndSchools,
                    BySchools = "Rooms and periods",
                    Reason = "The principals know.",
                }
            )
        );

        foreach (var school in new SchoolId?[] { null, here.School })
        {
            var words = (await here.Document(school: school)).Words();
            Assert.Contains("Rooms and periods", words);
            Assert.Contains("The principals know.", words);
            Assert.Equal(
                school is not null,
                words.Contains(
                    "Differs from the district’s decision 1, “Which grades come first?”. One teacher has both grades."
                )
            );
        }
    }

    /// <summary>A final decision of the district, and one of a school that contradicts it.</summary>
    private static async Task<(DecisionId Given, DecisionId Own)> Clashing(TestWorkspace here)
    {
        var given = Done(await here.Record(Question("Which grades come first?")));
        Done(await here.Decide(await here.See(given)));
        var own = Done(
            await here.Record(
                Question("Which grades come first?") with
                {
                    School = here.School,
                    Level = PlanLevel.School,
                }
            )
        );
        Done(
            await here.In<DecideDecision, Outcome<Nothing>>(use =>
                use.Do(
                    new()
                    {
                        Id = own,
                        Version = 1,
                        Outcome = "Grade 5",
                        Reason = "So it is.",
                    },
                    here.By(here.Lead)
                )
            )
        );
        return (given, own);
    }

    private static async Task<Outcome<Nothing>> Relate(
        TestWorkspace here,
        DecisionId own,
        DecisionId? given,
        Stance? stance,
        string? reason,
        PersonId? who = null
    )
    {
        var version = (await here.See(own)).Version;
        return await here.In<RelateDecision, Outcome<Nothing>>(use =>
            use.Do(
                new()
                {
                    Id = own,
                    Version = version,
                    Given = given,
                    Stance = stance,
                    StanceReason = reason,
                },
                here.By(who ?? here.Lead)
            )
        );
    }

    private static Task<Outcome<Nothing>> Organize(
        TestWorkspace here,
        OrganizePlanning.Input input
    ) => here.In<OrganizePlanning, Outcome<Nothing>>(use => use.Do(input, here.By(here.Lead)));

    private static Task<ArrangementView?> Arrangement(
        TestWorkspace here,
        DistrictId district,
        PersonId who
    ) => here.In<PlanQueries, ArrangementView?>(district, who, read => read.Arrangement());

    private static Task<IReadOnlyList<AlignmentItem>> Items(TestWorkspace here) =>
        here.In<SchoolPlanQueries, IReadOnlyList<AlignmentItem>>(use => use.Alignment());

    private static async Task<IEnumerable<string>> Told(TestWorkspace here, DecisionId id) =>
        (
            await here.In<HistoryQueries, IReadOnlyList<HistoryEntry>>(read => read.Of(id.Value))
        ).Select(entry => entry.Sentence);
}
