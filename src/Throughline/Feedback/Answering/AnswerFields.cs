using Throughline.Feedback.Questionnaires;

namespace Throughline.Feedback.Answering;

/// <summary>The names that a question's fields have in a form, and its columns in an export.</summary>
public static class AnswerFields
{
    /// <summary>Set before the code, so that no question is taken for a field of the form itself.</summary>
    public const string Prefix = "q-";

    public static string Other(Question question) => Other(question.Code);

    public static string Other(string question) => question + ".other";

    public static string Row(Question question, Option row) => $"{question.Code}.{row.Code}";

    /// <summary>The entries that a question can have, in order.</summary>
    public static IEnumerable<string> Of(Question question) =>
        question.Kind switch
        {
            QuestionKind.Note => [],
            QuestionKind.Matrix => question.Rows.Select(row => Row(question, row)),
            QuestionKind.Statements => question
                .Rows.Select(row => Row(question, row))
                .Concat(question.Other ? [Other(question)] : []),
            _ => question.Other ? [question.Code, Other(question)] : [question.Code],
        };

    /// <summary>The place of a ranking: one field for each.</summary>
    public static string Place(Question question, int place) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{question.Code}.{place}"
        );
}
