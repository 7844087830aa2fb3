using System.Text.Json;

namespace Throughline.Feedback.Questionnaires.Reading.SurveyJs;

/// <summary>Which kind of ours a question of SurveyJS is.</summary>
internal static class SjsKinds
{
    public static QuestionKind? Of(JsonElement element) =>
        element.Name("type") switch
        {
            "radiogroup" or "dropdown" or "buttongroup" or "boolean" => QuestionKind.Choice,
            "imagepicker" when !element.Is("multiSelect") => QuestionKind.Choice,
            "checkbox" or "tagbox" or "imagepicker" => QuestionKind.Several,
            "rating" => QuestionKind.Scale,
            "ranking" => QuestionKind.Ranking,
            "matrix" or "matrixdropdown" => QuestionKind.Matrix,
            "text" => OfInput(element.Name("inputType")),
            "multipletext" => QuestionKind.ShortText,
            "comment" => QuestionKind.LongText,
            "slider" => QuestionKind.Number,
            "html" => QuestionKind.Note,
            _ => null,
        };

    public static QuestionKind OfInput(string type) =>
        type switch
        {
            "number" or "range" => QuestionKind.Number,
            "date" => QuestionKind.Date,
            _ => QuestionKind.ShortText,
        };

    /// <summary>Limits of a number are ours too; those of a day, and forms of a line such as an e-mail address, are told.</summary>
    public static Question WithLimits(JsonElement element, Question question, Losses losses)
    {
        var isNumber = question.Kind == QuestionKind.Number;
        foreach (var name in new[] { "min", "max" })
        {
            if (
                element.Text(name) is { Length: > 0 } limit
                && !(isNumber && element.Number(name) is not null)
            )
            {
                losses.Add(question.Code, ReadingSentences.Setting(name, limit));
            }
        }

        var input = element.Name("inputType");
        if (!isNumber && input is not ("" or "text" or "date"))
        {
            losses.Add(question.Code, ReadingSentences.Setting("inputType", input));
        }

        return isNumber
            ? question with
            {
                Least = element.Number("min"),
                Most = element.Number("max"),
            }
            : question;
    }
}
