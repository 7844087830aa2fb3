using Throughline.Data;
using Throughline.Direction;
using Throughline.Kernel;
using Throughline.Plan;
using Throughline.Process;

namespace Throughline.Sample;

/// <summary>
/// Millbrook's own plan, written by its librarian under the district's: four decisions, of which one differs from the district's for a
/// reason, one follows it, and one still asks what the district has settled; three actions, one of which serves no goal yet; and the
/// note that opens it.
/// </summary>
internal sealed class PlanSampleSchool(
    RecordDecision record,
    DecideDecision decide,
    RecordAction act,
    RecordResponsibility hold,
    RelateDecision relate,
    WritePlanNote note,
    PlanQueries plans,
    AnswerPrompt answer
) : IUseCase
{
    private const string Principal = "Principal of Millbrook";

    private const string Note =
        "Millbrook teaches kindergarten to grade 8 under one roof, with 110 students in grades 7 and 8 and one teacher for their electives. "
        + "We take the district's goals, its curriculum, and its elementary lessons as they are. Who starts, in which room, and who "
        + "teaches it we plan here. One thing we do otherwise: both grades begin together, and decision 2 says why.";

    public async Task Do(
        SampleStory story,
        IReadOnlyList<GoalId> goals,
        IReadOnlyList<DecisionId> decisions,
        CancellationToken cancel
    )
    {
        var school = story.Of(SampleSchools.Millbrook);
        var vision = new AnswerPrompt.Input(
            "vision",
            "vision-draft",
            "A Millbrook student makes something with a computer in every grade from 3 on, and by grade 8 can say how it works and whom it leaves out.",
            0,
            school
        );
        SampleStory.Done(await answer.Do(vision, By(story, 4, "14:20"), cancel));
        await Decisions(story, school, decisions, cancel);
        await Actions(story, school, goals[SampleGoals.OfMillbrook], cancel);
        var cart = new RecordResponsibility.Input
        {
            School = school,
            What = "Keep the device cart charged and signed out",
            Holder = SamplePeople.Hannah.Name,
            Level = PlanLevel.School,
            FromDecision = decisions[SampleDecisions.CartsOrLaptops],
            Due = story.Days.On(45),
            Support = "Thirty minutes a week without a class",
        };
        SampleStory.Done(await hold.Do(cart, By(story, 9, "10:50"), cancel));
        var opening = new WritePlanNote.Input
        {
            School = school,
            Version = (await plans.Plan(school, cancel)).Version,
            Note = Note,
        };
        SampleStory.Done(await note.Do(opening, By(story, 9, "11:05"), cancel));
    }

    private async Task Decisions(
        SampleStory story,
        SchoolId school,
        IReadOnlyList<DecisionId> districts,
        CancellationToken cancel
    )
    {
        // Asked here before the district settled it, and open since: the alignment says so.
        var lessons = new RecordDecision.Input
        {
            School = school,
            Question = SampleDecisions.ScienceOrLibraryTime,
            Level = PlanLevel.School,
            LevelReason = "The librarian is here every day, which not every school can say.",
            Decider = Principal,
            Recommend = SamplePeople.Hannah.Name,
            NeededOn = story.Days.On(17),
        };
        SampleStory.Done(await record.Do(lessons, By(story, 5, "10:10"), cancel));
        var grade = SampleStory.Done(
            await record.Do(
                new()
                {
                    School = school,
                    Question = SampleDecisions.WhichGradeFirst,
                    Level = PlanLevel.School,
                    LevelReason =
                        "Millbrook has one teacher for the electives of both grades, so they share a room.",
                    Decider = Principal,
                    Recommend = SamplePeople.Hannah.Name,
                    Advise = "Millbrook teachers of grades 7 and 8",
                    NeededOn = story.Days.On(7),
                },
                By(story, 5, "10:25"),
                cancel
            )
        );
        var together = new DecideDecision.Input
        {
            Id = grade,
            Version = 1,
            Outcome = "Grades 7 and 8 together, in one mixed class.",
            Reason =
                "54 and 56 students do not fill two sections each, and one teacher has both grades.",
            DecidedOn = story.Days.On(6),
        };
        SampleStory.Done(await decide.Do(together, By(story, 6, "13:15"), cancel));
        var differs = new RelateDecision.Input
        {
            Id = grade,
            Version = 2,
            Given = districts[SampleDecisions.WhichGradeAnew],
            Stance = Stance.DiffersFrom,
            StanceReason =
                "Grade 7 alone would leave the elective teacher with half a class. The principal told the district's team, which let it stand "
                + "for the first year; after that, grade 8 has had the course and grade 7 goes on alone.",
        };
        SampleStory.Done(await relate.Do(differs, By(story, 8, "13:20"), cancel));
        var library = SampleStory.Done(
            await record.Do(
                new()
                {
                    School = school,
                    Question = "Who teaches the five library lessons in grade 5 at Millbrook?",
                    Level = PlanLevel.School,
                    LevelReason = "The district set the lessons; who gives them is each school's.",
                    Decider = Principal,
                    Advise = "Grade 5 teachers",
                    LeadDays = 120,
                },
                By(story, 8, "13:40"),
                cancel
            )
        );
        var hannah = new DecideDecision.Input
        {
            Id = library,
            Version = 1,
            Outcome = $"{SamplePeople.Hannah.Name}, with the grade 5 teacher in the room.",
            Reason = "She has the spring schedule free, and the teacher carries it on in class.",
            DecidedOn = story.Days.On(9),
        };
        SampleStory.Done(await decide.Do(hannah, By(story, 9, "10:05"), cancel));
        var follows = new RelateDecision.Input
        {
            Id = library,
            Version = 2,
            Given = districts[SampleDecisions.ScienceOrLibrary],
            Stance = Stance.Follows,
            StanceReason =
                "These are the five lessons in library time; the five in science go on as planned.",
        };
        SampleStory.Done(await relate.Do(follows, By(story, 9, "10:12"), cancel));
        var room = new RecordDecision.Input
        {
            School = school,
            Question = "Which room does the course meet in?",
            Level = PlanLevel.School,
            LevelReason = "Only the school knows its rooms.",
            Decider = Principal,
            Recommend = SamplePeople.Hannah.Name,
            LeadDays = 90,
        };
        SampleStory.Done(await record.Do(room, By(story, 9, "10:20"), cancel));
    }

    private async Task Actions(
        SampleStory story,
        SchoolId school,
        GoalId goal,
        CancellationToken cancel
    )
    {
        (string What, GoalId? Goal, int Due, string? With, string? Seen)[] actions =
        [
            (
                "Plan with the Riverside team every Thursday",
                goal,
                18,
                "A substitute for one period",
                "Notes of the first three Thursdays"
            ),
            (
                "Ask the families of grades 7 and 8 what they expect of the course",
                goal,
                25,
                "The letter of the district, in four languages",
                "What they said, on one page"
            ),
            (
                "Open the library for a making club on Wednesdays",
                null,
                30,
                "One hour of the librarian a week",
                "Who comes, by grade"
            ),
        ];
        foreach (var (what, goalOf, due, with, seen) in actions)
        {
            var input = new RecordAction.Input
            {
                School = school,
                What = what,
                Goal = goalOf,
                Owner = SamplePeople.Hannah.Name,
                Due = story.Days.On(due),
                Resources = with,
                Evidence = seen,
            };
            SampleStory.Done(await act.Do(input, By(story, 9, $"10:{25 + (due % 10)}"), cancel));
        }
    }

    private static Doing By(SampleStory story, int day, string clock) =>
        story.By(SamplePeople.Hannah, day, clock);
}
