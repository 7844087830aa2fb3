using Throughline.Data;
using Throughline.Direction;
using Throughline.Kernel;
using Throughline.Plan;

namespace Throughline.Sample;

/// <summary>The work: actions under the goals, responsibilities with the support they take, and the note that opens the plan.</summary>
internal sealed class PlanSampleWork(
    RecordAction record,
    ReviseAction revise,
    RecordResponsibility hold,
    AskForSupport ask,
    SettleSupport settle,
    WritePlanNote note,
    OrganizePlanning organize,
    PlanQueries plans
) : IUseCase
{
    public async Task Do(
        SampleStory story,
        IReadOnlyList<GoalId> goals,
        IReadOnlyList<DecisionId> decisions,
        CancellationToken cancel
    )
    {
        foreach (var action in SampleActions.All)
        {
            await Act(story, action, goals, decisions, cancel);
        }

        foreach (var duty in SampleDuties.All)
        {
            await Hold(story, duty, decisions, cancel);
        }

        await Support(story, cancel);
        var written = new WritePlanNote.Input
        {
            Version = (await plans.Plan(null, cancel)).Version,
            Note = SampleDuties.Note,
        };
        SampleStory.Done(await note.Do(written, story.By(SamplePeople.Dana, 9, "16:40"), cancel));
        SampleStory.Done(
            await organize.Do(
                SampleDuties.Arrangement,
                story.By(SamplePeople.Dana, 2, "16:30"),
                cancel
            )
        );
    }

    private async Task Act(
        SampleStory story,
        SampleAction action,
        IReadOnlyList<GoalId> goals,
        IReadOnlyList<DecisionId> decisions,
        CancellationToken cancel
    )
    {
        var input = new RecordAction.Input
        {
            What = action.What,
            Goal = goals[action.Goal],
            Owner = action.Owner.Name,
            Due = story.Days.On(action.Due),
            Resources = action.Resources,
            Evidence = action.Evidence,
            WaitsFor = action.WaitsFor is { } place ? decisions[place] : null,
        };
        var id = SampleStory.Done(
            await record.Do(input, story.By(action.Who, action.Day, action.Clock), cancel)
        );
        if (action.Since is not { } since)
        {
            return;
        }

        var later = new ReviseAction.Input
        {
            Id = id,
            Version = 1,
            What = input.What,
            Goal = input.Goal,
            Owner = input.Owner,
            Due = input.Due,
            Resources = input.Resources,
            Evidence = input.Evidence,
            WaitsFor = input.WaitsFor,
            Status = action.Now,
            DroppedReason = action.DroppedReason,
        };
        SampleStory.Done(await revise.Do(later, story.By(action.Owner, since, "14:15"), cancel));
    }

    private async Task Hold(
        SampleStory story,
        SampleDuty duty,
        IReadOnlyList<DecisionId> decisions,
        CancellationToken cancel
    )
    {
        var input = new RecordResponsibility.Input
        {
            What = duty.What,
            Holder = duty.Holder,
            Level = duty.Level,
            FromDecision = decisions[duty.From],
            Due = story.Days.On(duty.Due),
            Support = duty.Support,
        };
        SampleStory.Done(
            await hold.Do(input, story.By(SamplePeople.Anita, duty.Day, duty.Clock), cancel)
        );
    }

    private async Task Support(SampleStory story, CancellationToken cancel)
    {
        var duties = await plans.Responsibilities(cancel);
        foreach (var line in duties.Where(line => line.School is null))
        {
            var duty = SampleDuties.All.Single(one => one.What == line.What);
            var need = line.Support[0].Id;
            if (duty.Of is { } of)
            {
                var asked = new AskForSupport.Input
                {
                    Id = need,
                    Of = of,
                    On = story.Days.On(8),
                };
                SampleStory.Done(
                    await ask.Do(asked, story.By(SamplePeople.Anita, 8, "17:20"), cancel)
                );
            }

            if (duty.Met is { } met)
            {
                var answer = new SettleSupport.Input
                {
                    Id = need,
                    Met = met,
                    Answer = duty.Answer,
                };
                SampleStory.Done(
                    await settle.Do(answer, story.By(SamplePeople.Margaret, 9, "11:40"), cancel)
                );
            }
        }
    }
}
