using System.Text.RegularExpressions;

namespace Throughline.Feedback.Questionnaires;

/// <summary>
/// Short questions that ask who somebody is or how to reach them: in a round that promises that nobody is known, they stand there by
/// accident. Known by their words in English and Spanish; a guess that a person judges.
/// </summary>
public static partial class AsksWho
{
    public static bool Of(Question question, string language) =>
        question.Kind == QuestionKind.ShortText
        && (
            language switch
            {
                "en" => English(),
                "es" => Spanish(),
                _ => null,
            }
        )?.IsMatch(question.Text.In(language) + "\n" + question.Help.In(language)) == true;

    [GeneratedRegex(
        @"\b(your|first|last|full|family|child['’]s|student['’]s|teacher['’]s|his|her|their)\s+((full|first|last)\s+)?names?\b|^\s*names?\s*[:?]?\s*$|\be-?mail\b|\b(your|cell|home|mobile)\s+((cell|mobile)\s+)?(tele)?phone\b|\b(tele)?phone\s+number\b|^\s*(tele)?phone\s*[:?]?\s*$|\bhome\s+address\b|\byour\s+address\b|\bstudent\s+(id|number)\b|\bdate\s+of\s+birth\b",
        RegexOptions.IgnoreCase
            | RegexOptions.Multiline
            | RegexOptions.ExplicitCapture
            | RegexOptions.NonBacktracking
    )]
    private static partial Regex English();

    [GeneratedRegex(
        @"\b(su|tu|el|primer)\s+nombre\b|^\s*¿?\s*nombres?(\s+completo|\s+y\s+apellidos?)?\s*[:?]?\s*$|\bc[oó]mo\s+(se|te)\s+llama|\bapellidos?\b|\bcorreo\b|\be-?mail\b|\btel[eé]fono\b|\bcelular\b|\b(su|tu)\s+direcci[oó]n\b|\bdomicilio\b|\bfecha\s+de\s+nacimiento\b",
        RegexOptions.IgnoreCase
            | RegexOptions.Multiline
            | RegexOptions.ExplicitCapture
            | RegexOptions.NonBacktracking
    )]
    private static partial Regex Spanish();
}
