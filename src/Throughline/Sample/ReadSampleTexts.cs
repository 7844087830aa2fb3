using Throughline.Data;
using Throughline.Feedback;
using Throughline.Feedback.Themes;
using Throughline.Feedback.Written;
using Throughline.Kernel;

namespace Throughline.Sample;

/// <summary>The team has begun to read what families wrote: two themes so far, most texts still to read.</summary>
internal sealed class ReadSampleTexts(
    FeedbackQueries feedback,
    ThemeQueries themes,
    CodeText code,
    TranslateText translate,
    ApproveQuote approve
) : IUseCase
{
    private const int Read = 5;
    private const string InEnglish = "That the classes are in English only.";

    private static readonly (string Begins, string Theme)[] Known =
    [
        ("That only the boys", "Who signs up"),
        ("Que las clases", "Classes only in English"),
        ("We share one computer", "No computer at home"),
        ("The bus leaves", "The bus leaves before the club ends"),
    ];

    public async Task Do(FeedbackRoundId round, Doing doing, CancellationToken cancel)
    {
        var form = (await feedback.Questionnaire(round, 1, cancel))!;
        var written = await themes.Texts(round, form, cancel);
        var texts =
            from text in written
            from known in Known
            where Begins(text, known.Begins)
            select new CodeText.Input(
                round,
                text.Written.Answer,
                text.Written.Field,
                [],
                known.Theme
            );
        foreach (var text in texts.Take(Read).ToList())
        {
            SampleStory.Done(await code.Do(text, doing, cancel));
        }

        var spanish = written.First(text => Begins(text, Known[1].Begins)).Written;
        SampleStory.Done(
            await translate.Do(
                new(round, spanish.Answer, spanish.Field, 0, "en", InEnglish),
                doing,
                cancel
            )
        );
        var bus = written.First(text => Begins(text, Known[3].Begins)).Written;
        SampleStory.Done(
            await approve.Do(
                new(round, bus.Answer, bus.Field, 0, bus.Text, "en", null),
                doing,
                cancel
            )
        );
    }

    private static bool Begins(TextView text, string with) =>
        text.Written.Text.StartsWith(with, StringComparison.Ordinal);
}
