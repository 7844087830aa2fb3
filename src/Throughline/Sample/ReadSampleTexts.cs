using Throughline.Data;
using Throughline.Feedback;
using Throughline.Feedback.Themes;
using Throughline.Kernel;

namespace Throughline.Sample;

/// <summary>The team has begun to read what families wrote: two themes so far, most texts still to read.</summary>
internal sealed class ReadSampleTexts(FeedbackQueries feedback, ThemeQueries themes, CodeText code)
    : IUseCase
{
    private const int Read = 5;

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
        var texts =
            from text in await themes.Texts(round, form, cancel)
            from known in Known
            where text.Text.StartsWith(known.Begins, StringComparison.Ordinal)
            select new CodeText.Input(round, text.Answer, text.Field, [], known.Theme);
        foreach (var text in texts.Take(Read).ToList())
        {
            SampleStory.Done(await code.Do(text, doing, cancel));
        }
    }
}
