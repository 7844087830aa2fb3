using Throughline.Data;
using Throughline.Process;

namespace Throughline.Sample;

/// <summary>Walks the guided process as far as the team has come: answers, some of them agreed, and four steps done.</summary>
internal sealed class AnswerSamplePrompts(
    FindStartingPoint start,
    AnswerPrompt answer,
    AgreeAnswer agree,
    CompleteStep complete
) : IUseCase
{
    public async Task Do(SampleStory story, CancellationToken cancel)
    {
        SampleStory.Done(
            await start.Do(
                new(SampleAnswers.StartingPoint),
                story.By(SamplePeople.Dana, 1, "15:15"),
                cancel
            )
        );
        foreach (var one in SampleAnswers.All(story.Days))
        {
            var written = new AnswerPrompt.Input(one.Step, one.Prompt, one.Text, 0);
            var version = SampleStory.Done(
                await answer.Do(written, story.By(one.Who, one.Day, one.Clock), cancel)
            );
            if (one.Agreed is { } day)
            {
                var yes = new AgreeAnswer.Input(one.Step, one.Prompt, version);
                SampleStory.Done(
                    await agree.Do(yes, story.By(SamplePeople.Dana, day, "16:55"), cancel)
                );
            }
        }

        foreach (var (step, who, day, clock) in SampleAnswers.Done)
        {
            SampleStory.Done(await complete.Do(new(step, true), story.By(who, day, clock), cancel));
        }
    }
}
