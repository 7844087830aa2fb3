using Throughline.Data;
using Throughline.Engagement;
using Throughline.Feedback;

namespace Throughline.Sample;

/// <summary>Whom Marlow Falls wants to hear, and how it has listened so far: families of English learners not yet, and it knows it.</summary>
internal sealed class HearSampleGroups(
    KeepGroup keep,
    RecordBuyIn stands,
    RecordActivity record,
    PlanOutreach plan,
    FeedbackQueries feedback
) : IUseCase
{
    private const string Vision = "vision";

    public async Task Do(SampleStory story, CancellationToken cancel)
    {
        async Task<StakeholderGroupId> Group(KeepGroup.Input group, int day, string clock) =>
            SampleStory.Done(await keep.Do(group, story.By(SamplePeople.Dana, day, clock), cancel));
        var learners = await Group(
            new()
            {
                Name = "Families of English learners",
                Role = StakeholderRole.Families,
                Measure = "group:english-learner",
                IsRarelyHeard = true,
                Level = ParticipationLevel.Involve,
                Contact = "Ms. Duarte, parish of St. Anthony; Portuguese",
                Target = 40,
            },
            1,
            "11:10"
        );
        var families = await Group(
            new()
            {
                Name = "Families of middle school students",
                Role = StakeholderRole.Families,
                Level = ParticipationLevel.Consult,
                Contact = "The weekly letter; the parents’ council of Riverside",
                Target = 120,
            },
            1,
            "11:14"
        );
        var teachers = await Group(
            new()
            {
                Name = "Teachers of grades 6 to 8",
                Role = StakeholderRole.Teachers,
                People = 61,
                Level = ParticipationLevel.Involve,
                Contact = "Luis Ortega",
                Target = 30,
            },
            1,
            "11:20"
        );
        await Group(
            new()
            {
                Name = "Students of grades 6 to 8",
                Role = StakeholderRole.Students,
                Level = ParticipationLevel.Involve,
                Contact = "Advisory groups at Riverside and Hill",
                IsRarelyHeard = true,
                Target = 60,
            },
            1,
            "11:25"
        );
        await Stand(story, teachers, cancel);
        await Listen(story, learners, families, teachers, cancel);
        SampleStory.Done(
            await plan.Do(
                new(
                    learners,
                    "Ask Ms. Duarte for ten minutes after the Sunday service, with the form in Portuguese",
                    "The letter went home in English, and the link was on its second page.",
                    SamplePeople.Dana.Name,
                    story.Days.On(13)
                ),
                story.By(SamplePeople.Dana, 9, "15:40"),
                cancel
            )
        );
    }

    private async Task Stand(
        SampleStory story,
        StakeholderGroupId teachers,
        CancellationToken cancel
    ) =>
        SampleStory.Done(
            await stands.Do(
                new(
                    teachers,
                    BuyInState.Doubtful,
                    story.Days.On(3),
                    "Staff meeting at Riverside: nine asked who would teach it and in which period; two offered to."
                ),
                story.By(SamplePeople.Luis, 3, "16:30"),
                cancel
            )
        );

    private async Task Listen(
        SampleStory story,
        StakeholderGroupId learners,
        StakeholderGroupId families,
        StakeholderGroupId teachers,
        CancellationToken cancel
    )
    {
        var meeting = new RecordActivity.Input
        {
            Title = "Staff meeting at Riverside",
            Kind = ActivityKind.Meeting,
            On = story.Days.On(3),
            Step = Vision,
            Note =
                "Asked: who teaches it, in which period, and what gives way. Two teachers want to learn it this summer.",
            Counts = [new(teachers, 34, 11)],
        };
        SampleStory.Done(await record.Do(meeting, story.By(SamplePeople.Luis, 3, "16:35"), cancel));
        var rounds = await feedback.Rounds(cancel);
        var coffee = new RecordActivity.Input
        {
            Title = "Coffee hour at Canal Elementary",
            Kind = ActivityKind.Event,
            On = story.Days.On(8),
            Step = Vision,
            Round = rounds[^1].Id.Value,
            Note = string.Join(
                '\n',
                "The bus leaves before the club ends, so ours never stays.",
                "Could the girls have an afternoon of their own first?",
                "The interpreter came late; the families who needed her had left."
            ),
            Counts = [new(learners, 14, null), new(families, 18, 12), new(null, 5, 3)],
        };
        SampleStory.Done(await record.Do(coffee, story.By(SamplePeople.Dana, 8, "18:20"), cancel));
    }
}
