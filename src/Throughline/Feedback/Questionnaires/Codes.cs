using System.Globalization;
using System.Text;

namespace Throughline.Feedback.Questionnaires;

/// <summary>Codes for columns, made of words.</summary>
public static class Codes
{
    /// <summary>Short enough to read as the head of a column, with room for a number behind.</summary>
    private const int Longest = 30;

    /// <param name="otherwise">Where the words have no letter that a code can have.</param>
    public static string New(string words, string otherwise, IReadOnlySet<string> taken)
    {
        var stem = Of(words) is { Length: > 0 } found ? found : otherwise;
        var code = stem;
        for (var number = 2; taken.Contains(code); number++)
        {
            code = string.Create(CultureInfo.InvariantCulture, $"{stem}-{number}");
        }

        return code;
    }

    private static string Of(string words)
    {
        var code = new StringBuilder();
        foreach (var letter in words.Normalize(NormalizationForm.FormD))
        {
            if (code.Length == Longest)
            {
                break;
            }

            if (char.IsAsciiLetterOrDigit(letter))
            {
                code.Append(char.ToLowerInvariant(letter));
            }
            else if (
                code is [.., not '-']
                && CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark
            )
            {
                code.Append('-');
            }
        }

        return code.ToString().Trim('-');
    }
}
