using Throughline.Data;
using Throughline.Kernel;
using Throughline.Plan;

namespace Throughline.Sample;

/// <summary>The register of decisions: twelve, of which two are made, one was made and asked anew, one is late.</summary>
internal sealed class MapSampleDecisions(
    RecordDecision record,
    WeighOptions weigh,
    DecideDecision decide,
    ReplaceDecision replace,
    ReviseDecision revise,
    SettleConsultation settle,
    AddNextStep next,
    FinishNextStep finish,
    TellOutcome tell,
    DecisionQueries decisions
) : IUseCase
{
    /// <summary>The decisions in the order of their numbers.</summary>
    public async Task<IReadOnlyList<DecisionId>> Do(SampleStory story, CancellationToken cancel)
    {
        var ids = new List<DecisionId>();
        foreach (var (who, day, clock, input) in SampleDecisions.All(story.Days))
        {
            ids.Add(SampleStory.Done(await record.Do(input, story.By(who, day, clock), cancel)));
        }

        ids.Add(await AskWhichGradeAnew(story, ids[SampleDecisions.WhichGrade], cancel));
        await SettleScienceOrLibrary(story, ids[SampleDecisions.ScienceOrLibrary], cancel);
        await HearGroups(story, ids[SampleDecisions.OneCourse], cancel);
        ids.Add(
            SampleStory.Done(
                await record.Do(
                    SampleDecisions.Last,
                    story.By(SamplePeople.Anita, 8, "8:50"),
                    cancel
                )
            )
        );
        return ids;
    }

    private async Task<DecisionId> AskWhichGradeAnew(
        SampleStory story,
        DecisionId first,
        CancellationToken cancel
    )
    {
        await Decide(
            first,
            1,
            "Grade 8.",
            "Three teachers of grade 8 are ready, and nobody has to move.",
            story.By(SamplePeople.Anita, 1, "16:25"),
            cancel
        );
        var reason = SampleDecisions.GradeReason;
        var doubt = story.By(SamplePeople.Dana, 6, "16:40", reason);
        var again = SampleStory.Done(
            await replace.Do(
                new()
                {
                    Id = first,
                    Version = 2,
                    Reason = reason,
                },
                doubt,
                cancel
            )
        );
        var draft = SampleDecisions.All(story.Days)[SampleDecisions.WhichGrade].Input;
        var revised = new ReviseDecision.Input
        {
            Id = again,
            Version = 1,
            Question = draft.Question,
            LevelReason = draft.LevelReason,
            Decider = draft.Decider,
            Recommend = draft.Recommend,
            Advise = draft.Advise,
            Inform = draft.Inform,
            NeededOn = story.Days.On(10),
        };
        SampleStory.Done(await revise.Do(revised, story.By(SamplePeople.Dana, 6, "16:44"), cancel));
        var options = new WeighOptions.Input
        {
            Id = again,
            Version = 2,
            Options = [.. SampleDecisions.Grades],
        };
        SampleStory.Done(await weigh.Do(options, story.By(SamplePeople.Luis, 7, "10:30"), cancel));
        var outcome = "Grade 7, in the elective block, starting at Riverside and Hill.";
        var because =
            "Students will have had the course before they choose high school courses, and 14 teachers asked for it.";
        await Decide(again, 3, outcome, because, story.By(SamplePeople.Anita, 7, "16:35"), cancel);
        var told = await Step(
            again,
            "Tell the grade 8 teachers in person before the letter goes out",
            SamplePeople.Folake,
            9,
            story,
            cancel
        );
        SampleStory.Done(
            await finish.Do(told, true, story.By(SamplePeople.Folake, 8, "15:45"), cancel)
        );
        await Step(
            again,
            "Count sections and teachers for grade 7 at both schools",
            SamplePeople.Anita,
            15,
            story,
            cancel
        );
        return again;
    }

    private async Task SettleScienceOrLibrary(
        SampleStory story,
        DecisionId id,
        CancellationToken cancel
    )
    {
        var options = new WeighOptions.Input
        {
            Id = id,
            Version = 1,
            Options = [.. SampleDecisions.Times],
        };
        SampleStory.Done(await weigh.Do(options, story.By(SamplePeople.Grace, 6, "15:50"), cancel));
        var outcome = "Five lessons in each: science in the fall, library in the spring.";
        var because =
            "Grade 5 keeps its labs, and the librarians at Canal and Brook Street can carry five lessons each.";
        await Decide(id, 2, outcome, because, story.By(SamplePeople.Anita, 8, "12:15"), cancel);
        await Step(
            id,
            "Write the first two lessons and try them with one class",
            SamplePeople.Grace,
            20,
            story,
            cancel
        );
        var one = (await decisions.One(id, cancel))!;
        SampleStory.Done(
            await tell.Do(
                one.ToTell.First().Id,
                true,
                story.By(SamplePeople.Grace, 9, "7:55"),
                cancel
            )
        );
    }

    private async Task HearGroups(SampleStory story, DecisionId id, CancellationToken cancel)
    {
        var groups = (await decisions.One(id, cancel))!.Groups;
        var teachers = new SettleConsultation.Input
        {
            Id = groups[0].Id,
            ConsultedOn = story.Days.On(7),
            Heard =
                "31 of 46 answered. 24 want one course for everyone, 5 want electives, 2 want to wait a year.",
        };
        SampleStory.Done(
            await settle.Do(teachers, story.By(SamplePeople.Luis, 7, "14:55"), cancel)
        );
        var counselors = new SettleConsultation.Input
        {
            Id = groups[1].Id,
            ConsultedOn = story.Days.On(8),
            Heard =
                "All four prefer one course: an elective at 12 is chosen by friends, and two students a week ask to switch.",
        };
        SampleStory.Done(
            await settle.Do(counselors, story.By(SamplePeople.Marcus, 8, "13:05"), cancel)
        );
    }

    private async Task Decide(
        DecisionId id,
        int version,
        string outcome,
        string reason,
        Doing doing,
        CancellationToken cancel
    )
    {
        var input = new DecideDecision.Input
        {
            Id = id,
            Version = version,
            Outcome = outcome,
            Reason = reason,
        };
        SampleStory.Done(await decide.Do(input, doing, cancel));
    }

    private async Task<NextStepId> Step(
        DecisionId id,
        string what,
        SamplePerson who,
        int due,
        SampleStory story,
        CancellationToken cancel
    )
    {
        var input = new AddNextStep.Input
        {
            Decision = id,
            What = what,
            Who = who.Name,
            Due = story.Days.On(due),
        };
        var doing = story.By(SamplePeople.Dana, 8, $"11:{10 + (due % 10)}");
        return SampleStory.Done(await next.Do(input, doing, cancel));
    }
}
