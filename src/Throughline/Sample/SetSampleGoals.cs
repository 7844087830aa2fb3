using Throughline.Data;
using Throughline.Direction;
using Throughline.Kernel;

namespace Throughline.Sample;

/// <summary>Writes the goals; one of them is revised with what the team learned, one is final.</summary>
internal sealed class SetSampleGoals(WriteGoal write, ReviseGoal revise, FinalizeGoal finalize)
    : IUseCase
{
    public async Task<IReadOnlyList<GoalId>> Do(
        SampleStory story,
        SampleLines lines,
        CancellationToken cancel
    )
    {
        var goals = new List<GoalId>();
        foreach (var goal in SampleGoals.All)
        {
            var doing = story.By(goal.Who, goal.Day, goal.Clock);
            goals.Add(
                SampleStory.Done(
                    await write.Do(TextOf(goal, lines, goals, story), doing, cancel: cancel)
                )
            );
        }

        var revised = TextOf(SampleGoals.All[SampleGoals.Revised], lines, goals, story) with
        {
            Statement = SampleGoals.Now,
            Baseline = SampleGoals.BaselineOfNow,
            Target = SampleGoals.TargetOfNow,
            Version = 1,
        };
        var learned = story.By(SamplePeople.Dana, 8, "10:45", SampleGoals.Learned);
        SampleStory.Done(await revise.Do(goals[SampleGoals.Revised], revised, learned, cancel));
        var settled = story.By(SamplePeople.Anita, 9, "9:10");
        SampleStory.Done(await finalize.Do(goals[SampleGoals.Finalized], 1, settled, cancel));
        return goals;
    }

    private static GoalText TextOf(
        SampleGoal goal,
        SampleLines lines,
        List<GoalId> goals,
        SampleStory story
    ) =>
        new()
        {
            Statement = goal.Statement,
            Kind = goal.Kind,
            Horizon = goal.Horizon,
            School = goal.School is { } school ? story.Of(school) : null,
            Measure = goal.Measure,
            Baseline = goal.Baseline,
            Target = goal.Target,
            Outcome = goal.Outcome is { } outcome ? goals[outcome] : null,
            Statements = [new VisionStatementId(lines.Statements[goal.Serves.Statement])],
            Beliefs = [new CoreBeliefId(lines.Beliefs[goal.Serves.Belief])],
            Priorities = [new DistrictPriorityId(lines.Priorities[goal.Serves.Priority])],
            Pictures = goal.Pictures,
        };
}
