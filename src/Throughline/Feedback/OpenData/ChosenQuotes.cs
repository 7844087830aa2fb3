using Throughline.Data;
using Throughline.Feedback.Questionnaires;
using Throughline.Feedback.Themes;
using Throughline.Kernel;

namespace Throughline.Feedback.OpenData;

/// <summary>The words of a round that a person said everybody may read, by the question that they answer.</summary>
public sealed class ChosenQuotes(ThemeQueries themes) : IQueries
{
    /// <summary>The field of what was noted down, which no question has.</summary>
    public const string Noted = "(noted)";

    /// <summary>In the order of the questions; notes last. Nothing of who wrote them, and no order of coming.</summary>
    public async Task<IReadOnlyList<QuestionQuotes>> Of(
        FeedbackRoundId round,
        Questionnaire form,
        CancellationToken cancel = default
    )
    {
        var questions = form.Questions.ToList();
        return
        [
            .. (await themes.Texts(round, form, cancel))
                .Where(text => text.Note.Quote is not null)
                .GroupBy(text => text.Written.NotedAt is null ? text.Written.Field : Noted)
                .Select(group =>
                    (group.Key, Asked: questions.FindIndex(one => IsOf(one, group.Key)), group)
                )
                .OrderBy(one => (uint)one.Asked)
                .Select(one => new QuestionQuotes(
                    one.Key,
                    one.Asked < 0 ? Words.None : questions[one.Asked].Text,
                    [.. one.group.Select(Shown)]
                )),
        ];
    }

    private static bool IsOf(Question question, string field) =>
        field == question.Code || field.StartsWith(question.Code + ".", StringComparison.Ordinal);

    private static QuoteShown Shown(TextView text) =>
        new(
            text.Written.Language,
            text.Note.Quote!,
            text.Note.QuoteTranslationLanguage,
            text.Note.QuoteTranslation
        );
}
