namespace Throughline.Feedback.Questionnaires;

/// <summary>
/// About how long a form takes: reading at 200 words a minute, and some seconds for each thing to do. A guess to plan with, on the slow
/// side; what a form really takes is seen by trying it.
/// </summary>
public static class AnswerTime
{
    private const double WordsPerSecond = 200 / 60.0;

    /// <returns>Whole minutes, at least 1.</returns>
    public static int Minutes(Questionnaire form)
    {
        var words = QuestionnaireTexts
            .Of(form)
            .Where(text => text.Key != "thanks")
            .Sum(text => CountWords(text.Words.In(form.Language)));
        var seconds = (words / WordsPerSecond) + form.Questions.Sum(Seconds);
        return Math.Max(1, (int)Math.Ceiling(seconds / 60));
    }

    private static double Seconds(Question question) =>
        question.Kind switch
        {
            QuestionKind.Note => 0,
            QuestionKind.Choice or QuestionKind.Scale => 4,
            QuestionKind.Several => 6,
            QuestionKind.Matrix => 4 * question.Rows.Count,
            QuestionKind.Statements => 6 * Math.Min(question.Rows.Count, Votes.ShownAtOnce),
            QuestionKind.Ranking => 5 * question.Options.Count,
            QuestionKind.LongText => 40,
            QuestionKind.ShortText => 12,
            _ => 8,
        };

    private static int CountWords(string text) =>
        text.Split(
            (char[]?)null,
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        ).Length;
}
