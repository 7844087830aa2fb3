using Throughline.Data;
using Throughline.Direction;
using Throughline.Kernel;

namespace Throughline.Sample;

/// <summary>The lines that goals may serve.</summary>
internal sealed record SampleLines(
    IReadOnlyList<Guid> Statements,
    IReadOnlyList<Guid> Beliefs,
    IReadOnlyList<Guid> Priorities
);

/// <summary>Why, and for whom: the values ranked, the vision in two drafts, the beliefs, the equity goal, the headline.</summary>
internal sealed class SetSampleDirection(
    RankValues rank,
    WriteVision vision,
    ShareVision share,
    WriteLine line,
    WriteEquityGoal equity,
    ChooseSubgroup subgroup,
    RecordRevisit revisit,
    SetHeadline headline
) : IUseCase
{
    public async Task<SampleLines> Do(SampleStory story, CancellationToken cancel)
    {
        var priorities = new List<Guid>();
        foreach (var (kind, text, source) in SampleDirection.Priorities)
        {
            var doing = story.By(SamplePeople.Anita, -4, $"13:{10 + (priorities.Count * 6)}");
            var input = new WriteLine.Input
            {
                Text = text,
                Kind = kind,
                Source = source,
            };
            priorities.Add(
                SampleStory.Done(await line.Do(LineKind.Priority, input, doing, cancel))
            );
        }

        await Rank(story, cancel);
        await WriteTheVision(story, cancel);
        var statements = await Write(
            LineKind.Statement,
            SampleDirection.Statements,
            story,
            SamplePeople.Grace,
            5,
            cancel
        );
        var beliefs = await Write(
            LineKind.Belief,
            SampleDirection.Beliefs,
            story,
            SamplePeople.Folake,
            6,
            cancel
        );
        await SetEquity(story, cancel);
        var aim = new SetHeadline.Input
        {
            Class = story.Days.HeadlineClass,
            Course = SampleDirection.Course,
            Exam = SampleDirection.Exam,
        };
        SampleStory.Done(
            await headline.Do(
                aim,
                story.Days.On(7),
                story.By(SamplePeople.Luis, 7, "15:05"),
                cancel
            )
        );
        return new SampleLines(statements, beliefs, priorities);
    }

    private async Task Rank(SampleStory story, CancellationToken cancel)
    {
        foreach (var (who, clock, order) in SampleDirection.Rankings)
        {
            SampleStory.Done(await rank.Do(InOrder(order), story.By(who, 1, clock), cancel));
        }

        var team = InOrder(SampleDirection.TeamOrder) with { Team = true };
        SampleStory.Done(
            await rank.Do(
                team,
                story.By(SamplePeople.Dana, 3, "15:50", SampleDirection.RankingReason),
                cancel
            )
        );
    }

    private static RankValues.Input InOrder(string order) =>
        new()
        {
            Places = order
                .Split(',')
                .Select((code, place) => (code, place))
                .ToDictionary(one => one.code, one => (int?)(one.place + 1)),
        };

    private async Task WriteTheVision(SampleStory story, CancellationToken cancel)
    {
        var first = await vision.Do(
            new(SampleDirection.FirstVision, 0, Keep: true),
            story.By(SamplePeople.Luis, 2, "14:35"),
            cancel
        );
        var second = await vision.Do(
            new(SampleDirection.Vision, SampleStory.Done(first), Keep: true),
            story.By(SamplePeople.Dana, 5, "10:20"),
            cancel
        );
        SampleStory.Done(
            await share.Do(
                new(SampleStory.Done(second)),
                story.By(SamplePeople.Dana, 8, "16:15"),
                cancel
            )
        );
    }

    private async Task<List<Guid>> Write(
        LineKind list,
        IReadOnlyList<string> texts,
        SampleStory story,
        SamplePerson who,
        int day,
        CancellationToken cancel
    )
    {
        var lines = new List<Guid>();
        foreach (var text in texts)
        {
            var doing = story.By(who, day, $"15:{12 + (lines.Count * 7)}");
            lines.Add(SampleStory.Done(await line.Do(list, new() { Text = text }, doing, cancel)));
        }

        return lines;
    }

    private async Task SetEquity(SampleStory story, CancellationToken cancel)
    {
        var goal = new WriteEquityGoal.Input(SampleDirection.EquityGoal(story.Days), 0);
        SampleStory.Done(await equity.Do(goal, story.By(SamplePeople.Marcus, 6, "13:30"), cancel));
        foreach (var (measure, grades) in SampleDirection.Subgroups)
        {
            var input = new ChooseSubgroup.Input { Measure = measure, Grades = grades };
            SampleStory.Done(
                await subgroup.Do(input, story.By(SamplePeople.Marcus, 6, "13:42"), cancel)
            );
        }

        var kept = new RecordRevisit.Input
        {
            Result = RevisitResult.Kept,
            On = story.Days.On(8),
            Reason = SampleDirection.EquityKept,
        };
        SampleStory.Done(
            await revisit.Do(
                RevisitOf.EquityGoal,
                kept,
                story.Days.On(8),
                story.By(SamplePeople.Marcus, 8, "14:20"),
                cancel
            )
        );
    }
}
