using System.Globalization;
using System.Text;

namespace Throughline.People;

/// <summary>A person's name as it may be shown and put into a mail header: one line, nothing invisible, nothing that turns the text around.</summary>
public static class PersonName
{
    public const int MaxLength = 200;

    public static string Clean(string? typed)
    {
        var clean = new StringBuilder();
        foreach (var letter in (typed ?? "").Trim())
        {
            var isSpace = char.IsWhiteSpace(letter);
            if (isSpace && clean.Length > 0 && clean[^1] != ' ')
            {
                clean.Append(' ');
            }
            else if (!isSpace && !IsHidden(letter))
            {
                clean.Append(letter);
            }
        }

        return clean.ToString().Trim();
    }

    /// <summary>Joiners stay: names in several scripts are spelled with them.</summary>
    private static bool IsHidden(char letter) =>
        letter is not ('\u200c' or '\u200d')
        && char.GetUnicodeCategory(letter)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.PrivateUse;
}
