using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Throughline.Feedback.Questionnaires;

/// <summary>
/// A text in a cell. Sheets trim, normalize and split at tabs; what would not survive that is written with a backslash before it, which
/// ordinary sentences never need.
/// </summary>
internal static partial class TableCell
{
    private const string Nothing = @"\e";

    public static string Write(string text)
    {
        if (text.Length == 0)
        {
            return Nothing;
        }

        var isPlain = text.IsNormalized();
        var cell = Write(text, letter => !isPlain && Joins(letter));
        return cell.IsNormalized() ? cell : Write(text, letter => letter > '~');
    }

    /// <summary>Null where a backslash stands before something unknown.</summary>
    public static string? Read(string cell)
    {
        if (!cell.Contains('\\', StringComparison.Ordinal))
        {
            return cell;
        }

        if (cell == Nothing)
        {
            return "";
        }

        var text = new StringBuilder(cell.Length);
        for (var i = 0; i < cell.Length; i++)
        {
            if (cell[i] != '\\')
            {
                text.Append(cell[i]);
                continue;
            }

            var next = i + 1 < cell.Length ? cell[i + 1] : ' ';
            if (next is '\\' or '\'')
            {
                text.Append(next);
                i++;
            }
            else if (next == 't')
            {
                text.Append('\t');
                i++;
            }
            else if (
                next == 'u'
                && i + 6 <= cell.Length
                && ushort.TryParse(
                    cell.AsSpan(i + 2, 4),
                    NumberStyles.AllowHexSpecifier,
                    CultureInfo.InvariantCulture,
                    out var code
                )
            )
            {
                text.Append((char)code);
                i += 5;
            }
            else
            {
                return null;
            }
        }

        return text.ToString();
    }

    /// <summary>The word of our JSON for it: <c>short-text</c>.</summary>
    public static string Word<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName($"{value}");

    public static TEnum? Value<TEnum>(string word)
        where TEnum : struct, Enum =>
        Enum.GetValues<TEnum>()
            .Where(value => Word(value) == word)
            .Select(value => (TEnum?)value)
            .FirstOrDefault();

    public static bool IsLanguage(string head) => Language().IsMatch(head);

    private static string Write(string text, Func<char, bool> isOdd)
    {
        var cell = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            var isEdge = i == 0 || i == text.Length - 1;
            if (letter == '\\' || (letter == '\'' && i == 0))
            {
                cell.Append('\\').Append(letter);
            }
            else if (letter == '\t')
            {
                cell.Append(@"\t");
            }
            else if (
                isOdd(letter)
                || (isEdge && char.IsWhiteSpace(letter))
                || (letter != '\n' && char.IsControl(letter))
                || letter is '\u2028' or '\u2029' or '\ufeff'
            )
            {
                cell.Append(CultureInfo.InvariantCulture, $@"\u{(int)letter:x4}");
            }
            else
            {
                cell.Append(letter);
            }
        }

        return cell.ToString();
    }

    private static bool Joins(char letter) =>
        char.GetUnicodeCategory(letter)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark;

    [GeneratedRegex(
        "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Language();
}
