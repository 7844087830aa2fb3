using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Direction;
using Throughline.Kernel;
using Throughline.Kernel.Languages;
using Throughline.People;
using Throughline.Plan;
using Throughline.Process;
using Throughline.Testing;

namespace Throughline.Tests.Sample;

public sealed class SampleTests
{
    /// <summary>What a real team two weeks in has not done either.</summary>
    private static readonly HashSet<string> NotYet =
    [
        "DistrictView.AccentColor",
        // A whole-district plan, goal or member has no school; an answer of the server's has no name.
        "DecisionView.School",
        "DecisionName.School",
        "ActionView.School",
        "ResponsibilityView.School",
        "PlanView.School",
        "PlanView.Parent",
        "GoalRef.School",
        "GoalView.School",
        "GoalView.SchoolName",
        "TeamMember.SchoolId",
        "TeamMember.School",
        "PendingInvitation.School",
        // Their own words, and one action of a school that serves no goal: the alignment says so.
        "DecisionView.StarterCode",
        "ActionView.Goal",
        // Open decisions, and those that stand.
        "DecisionView.Outcome",
        "DecisionView.OutcomeReason",
        "DecisionView.DecidedOn",
        "DecisionView.Replaces",
        "DecisionView.ReplacedBy",
        // Of a school's that follows or differs from the district's.
        "DecisionView.Stance",
        // A decision has a day or a lead, and a name may be a role instead of a member.
        "DecisionView.LeadDays",
        "DecisionView.NeededOn",
        "DecisionView.DeciderId",
        "InputView.Member",
        "InputView.ToldOn",
        "NextStepView.DoneOn",
        "ConsultationView.ConsultedOn",
        "ConsultationView.Heard",
        "ConsultationView.WaivedReason",
        "ActionView.DroppedReason",
        "ActionView.WaitsFor",
        "SupportView.RequestedOn",
        "SupportView.RequestedOf",
        "SupportView.RequestedBy",
        "SupportView.AnsweredOn",
        "SupportView.AnsweredBy",
        "SupportView.Answer",
        // Written by the team itself, drafts, and a vision that nobody adopted yet.
        "GoalView.Origin",
        "GoalView.Outcome",
        "GoalView.FinalizedAt",
        "GoalView.FinalizedBy",
        "VisionView.AdoptingBody",
        "VisionView.AdoptedOn",
        "VisionView.Minutes",
        "LineView.Kind",
        "LineView.Source",
        "Horizon.Months",
    ];

    [Theory, EachDatabase]
    public async Task Every_field_that_a_page_shows_is_filled(DatabaseKind kind)
    {
        await using var here = await SampleWorkspace.Create(kind);
        var blanks = (await here.All())
            .SelectMany(view => Blanks.In(view))
            .Distinct()
            .Except(NotYet);
        Assert.Empty(blanks);
    }

    [Theory, EachDatabase]
    public async Task Making_it_again_changes_nothing(DatabaseKind kind)
    {
        await using var here = await SampleWorkspace.Create(kind);
        var (before, rows) = (here.District, await Happenings(here));
        here.Clock.Advance(TimeSpan.FromDays(3));
        var again = await here.Make();
        Assert.False(again.IsNew);
        Assert.Equal("marlow-falls", again.Slug);
        Assert.Equal(before, here.District);
        Assert.Equal(rows.Count, (await Happenings(here)).Count);
    }

    [Theory, EachDatabase]
    public async Task Its_lead_can_be_let_in(DatabaseKind kind)
    {
        await using var here = await SampleWorkspace.Create(kind);
        var made = await here.Make();
        var link = await here.In<MakeSignInLink, Outcome<MakeSignInLink.Link>>(use =>
            use.Do(new(made.Lead), Doing.ByServer(here.Now))
        );
        Assert.IsType<Outcome<MakeSignInLink.Link>.Done>(link);
        Assert.True(here.District.IsInvented);
    }

    [Theory, EachDatabase]
    public async Task It_has_a_past_of_many_days_by_many_people(DatabaseKind kind)
    {
        await using var here = await SampleWorkspace.Create(kind);
        var rows = await Happenings(here);
        Assert.True(rows.Count >= 60, $"{rows.Count} entries");
        Assert.True(rows.Select(row => row.Who).Distinct().Count() >= 5);
        Assert.True(
            rows.Select(row => DateOnly.FromDateTime(here.Local(row.When))).Distinct().Count() >= 8
        );
        Assert.DoesNotContain(rows, row => row.When > here.Now);
        Assert.DoesNotContain(rows, row => row.Who == PersonId.Server);
        var words = SampleWorkspace.Languages.In(LanguageFiles.Default);
        Assert.DoesNotContain(rows, row => !words.Has("happening." + row.Kind));
    }

    [Theory, EachDatabase]
    public async Task Nobody_does_anything_before_joining_or_on_a_weekend(DatabaseKind kind)
    {
        await using var here = await SampleWorkspace.Create(kind);
        var rows = await Happenings(here);
        foreach (var person in rows.GroupBy(row => row.Who))
        {
            Assert.Equal(
                "membership.began",
                person.OrderBy(row => row.When).First(row => row.Kind != "district.opened").Kind
            );
        }

        Assert.DoesNotContain(
            rows,
            row => here.Local(row.When).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday
        );
        Assert.DoesNotContain(rows, row => here.Local(row.When).Hour is < 7 or > 20);
    }

    [Theory, EachDatabase]
    public async Task Counts_add_up(DatabaseKind kind)
    {
        await using var here = await SampleWorkspace.Create(kind);
        var figures = await here.In<ThroughlineDb, List<EnrollmentFigure>>(db =>
            db.Set<EnrollmentFigure>().AsNoTracking().ToListAsync()
        );
        var schools = figures.GroupBy(row => row.SchoolId).ToList();
        Assert.Equal(7, schools.Count);
        foreach (var school in schools)
        {
            var total = school.Single(row => row.Measure == "total").Count;
            int Sum(string prefix) =>
                school
                    .Where(row => row.Measure.StartsWith(prefix, StringComparison.Ordinal))
                    .Sum(row => row.Count);
            Assert.Equal(total, Sum("grade:"));
            Assert.Equal(total, Sum("race:"));
            Assert.Equal(total, Sum("sex:"));
            Assert.All(school, row => Assert.InRange(row.Count, 0, total));
        }

        Assert.Equal(3914, figures.Where(row => row.Measure == "total").Sum(row => row.Count));
    }

    [Theory, EachDatabase]
    public async Task It_has_what_was_asked_of_it(DatabaseKind kind)
    {
        await using var here = await SampleWorkspace.Create(kind);
        var decisions = await here.In<DecisionQueries, IReadOnlyList<DecisionView>>(use =>
            use.Of(null)
        );
        var actions = await here.In<PlanQueries, IReadOnlyList<ActionView>>(use =>
            use.Actions(null)
        );
        var direction = await here.In<DirectionQueries, DirectionForPlan>(use =>
            use.ForPlan(here.District, LanguageFiles.Default)
        );
        var progress = await here.In<ProcessQueries, ProcessProgress>(use => use.Progress());
        Assert.Equal(12, decisions.Count);
        Assert.Equal(
            2,
            decisions.Count(one => one.State == DecisionState.Decided && one.Options.Count > 1)
        );
        Assert.Single(decisions, one => one.State == DecisionState.Superseded);
        Assert.Single(decisions, one => one.IsLate(here.Today));
        Assert.Single(
            decisions,
            one => one.NeedsBroadSupport && one.Groups.Count(group => !group.IsSettled) == 1
        );
        Assert.True(decisions.Select(one => one.Decider).Distinct().Count() >= 5);
        Assert.Equal(10, actions.Count);
        Assert.Single(actions, one => one.IsLate(here.Today));
        Assert.Single(actions, one => one.Waits);
        Assert.Equal(VisionStatus.Shared, direction.Vision!.Status);
        Assert.Equal(2, direction.Vision.DraftNumber);
        Assert.Equal(6, direction.Values.Members);
        var goals = direction.Goals.SelectMany(horizon => horizon.Goals).ToList();
        Assert.Equal(5, goals.Count);
        Assert.Single(goals, goal => goal.IsFinal);
        Assert.Single(goals, goal => goal.Revisions.Count == 1);
        Assert.Equal(4, progress.Done.Count);
        Assert.Equal("left-out", progress.Start);
        Assert.True(progress.Answered.Values.Sum() >= 15);
    }

    [Theory, EachDatabase]
    public async Task One_school_has_a_plan_that_follows_differs_and_clashes_in_one_thing_each(
        DatabaseKind kind
    )
    {
        await using var here = await SampleWorkspace.Create(kind);
        var plan = Assert.Single(
            await here.In<SchoolPlanQueries, IReadOnlyDictionary<SchoolId, SchoolPlanLine>>(use =>
                use.BySchool()
            )
        );
        var items = await here.In<SchoolPlanQueries, IReadOnlyList<AlignmentItem>>(use =>
            use.Alignment()
        );
        var history = await Happenings(here);

        Assert.Equal(
            new SchoolPlanLine(plan.Key, Goals: 1, Decisions: 4, Open: 2, Actions: 3, Clashes: 1),
            plan.Value
        );
        Assert.Equal(
            [AlignmentKind.AskedAgain, AlignmentKind.ActionServesNone],
            items.Select(item => item.Kind)
        );
        Assert.StartsWith("Five lessons", items[0].Given!.Outcome, StringComparison.Ordinal);
        var decisions = await here.In<DecisionQueries, IReadOnlyList<DecisionView>>(use =>
            use.All()
        );
        Assert.Equal(
            [(11, Stance.DiffersFrom), (7, Stance.Follows)],
            decisions
                .Where(one => one.Stance is not null)
                .Select(one => (one.Stance!.Given.Number, one.Stance.Stance))
        );
        Assert.All(decisions, one => Assert.True(one.Stance is null or { Reason: not null }));
        Assert.NotNull(await here.In<PlanQueries, ArrangementView?>(use => use.Arrangement()));
        Assert.Contains(
            "decision 2",
            (await here.In<PlanQueries, PlanView>(use => use.Plan(plan.Key))).Note
        );
        // Written by the school's own editor, under the rule that every write is held to.
        var member = Assert.Single(
            await here.In<TeamQueries, List<Throughline.People.TeamMember>>(use => use.Members()),
            one => one.SchoolId == plan.Key
        );
        Assert.True(history.Count(row => row.Who == member.Person) >= 10);
    }

    [Theory, EachDatabase]
    public async Task Its_texts_are_finished_sentences_of_this_century(DatabaseKind kind)
    {
        await using var here = await SampleWorkspace.Create(kind);
        var texts = (await here.All()).SelectMany(Blanks.TextsIn).Distinct().ToList();
        Assert.DoesNotContain(
            texts,
            text =>
                text.Contains("lorem", StringComparison.OrdinalIgnoreCase)
                || text.Contains("TODO", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(
            texts,
            text =>
                text.Length > PromptAnswer.TextLimit
                || text != text.Trim()
                || text.Contains("  ", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(
            texts,
            text =>
                text.Contains('@', StringComparison.Ordinal)
                && !text.EndsWith(".example", StringComparison.Ordinal)
        );
    }

    private static Task<List<Happening>> Happenings(SampleWorkspace here) =>
        here.In<ThroughlineDb, List<Happening>>(db =>
            db.Set<Happening>().AsNoTracking().ToListAsync()
        );
}
