using Throughline.Data;
using Throughline.Feedback;

namespace Throughline.Sample;

/// <summary>The round that is open now: families are asked about the vision, by a link in the weekly letter and on a tablet at an open house.</summary>
internal sealed class AskSampleFamilies(
    QuestionnaireLibrary library,
    PrepareRound prepare,
    AddChannel add,
    OpenRound open
) : IUseCase
{
    public const string Letter = "Families, in the weekly letter";
    private const string OpenHouse = "Families at the open house, Canal Elementary";
    private const string Library = "Families at the public library, on paper";
    private const int DaysOpen = 25;

    public async Task Do(SampleStory story, CancellationToken cancel)
    {
        var round = SampleStory.Done(
            await prepare.Do(
                new PrepareRound.Input(
                    "What families hope for, before the vision is adopted",
                    FeedbackSubject.Vision,
                    library.Read("families"),
                    Step: "vision"
                ),
                story.By(SamplePeople.Dana, 4, "15:05"),
                cancel
            )
        );
        foreach (
            var (kind, group, clock) in new[]
            {
                (ChannelKind.Link, Letter, "15:22"),
                (ChannelKind.Kiosk, OpenHouse, "15:25"),
                (ChannelKind.Paper, Library, "15:27"),
                (ChannelKind.Personal, "Families of English learners, by letter", "15:31"),
            }
        )
        {
            SampleStory.Done(
                await add.Do(
                    new AddChannel.Input(round, kind, group),
                    story.By(SamplePeople.Dana, 4, clock),
                    cancel
                )
            );
        }

        SampleStory.Done(
            await open.Do(
                new OpenRound.Input(
                    round,
                    Version: 1,
                    ClosesOn: story.Days.On(DaysOpen),
                    KeepUntil: story.Days.On(DaysOpen).AddYears(1)
                ),
                story.By(SamplePeople.Dana, 5, "9:40"),
                cancel
            )
        );
    }
}
