using Throughline.Data;
using Throughline.Feedback;
using Throughline.Feedback.Opinions;
using Throughline.Kernel;

namespace Throughline.Sample;

/// <summary>The second round: everybody votes on what should guide the plan, and adds what is missing.</summary>
internal sealed class AskSampleAgreement(
    QuestionnaireLibrary library,
    PrepareRound prepare,
    AddChannel add,
    OpenRound open,
    RuleOnStatements rule
) : IUseCase
{
    private const int DaysOpen = 18;

    public async Task Do(SampleStory story, CancellationToken cancel)
    {
        var round = SampleStory.Done(
            await prepare.Do(
                new PrepareRound.Input(
                    "What we agree on, before the decisions are made",
                    FeedbackSubject.Decision,
                    library.Read("agreement"),
                    Step: null
                ),
                story.By(SamplePeople.Dana, 6, "11:10"),
                cancel
            )
        );
        SampleStory.Done(
            await add.Do(
                new AddChannel.Input(round, ChannelKind.Link, "Everybody, on the district’s page"),
                story.By(SamplePeople.Dana, 6, "11:14"),
                cancel
            )
        );
        SampleStory.Done(
            await open.Do(
                new OpenRound.Input(
                    round,
                    Version: 1,
                    ClosesOn: story.Days.On(DaysOpen),
                    KeepUntil: story.Days.On(DaysOpen).AddYears(1)
                ),
                story.By(SamplePeople.Dana, 6, "11:20"),
                cancel
            )
        );
    }

    /// <summary>What came first was read; the rest waits.</summary>
    public async Task Rule(FeedbackRoundId round, Doing doing, CancellationToken cancel) =>
        SampleStory.Done(
            await rule.Do(
                new RuleOnStatements.Input(
                    round,
                    SampleVoters.Question,
                    [
                        new(SampleVoters.AnswerOf(SampleVoters.First), IsIn: true),
                        new(SampleVoters.AnswerOf(SampleVoters.Second), IsIn: false),
                    ]
                ),
                doing,
                cancel
            )
        );
}
