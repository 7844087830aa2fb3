using System.Text.RegularExpressions;

namespace Throughline.Feedback.Written;

/// <summary>
/// Whether words are a quotation of a text: parts may be left out or replaced in square brackets, "[…]" or "[a teacher]"; what stands
/// outside them was written, in that order. How words are spaced does not matter.
/// </summary>
public static partial class QuotedWords
{
    /// <returns>The first part that was not written so; null where all was.</returns>
    public static string? NotIn(string text, string quote)
    {
        var (said, at) = (Spaced(text), 0);
        foreach (var part in Brackets().Split(quote).Select(Spaced).Where(one => one.Length > 0))
        {
            var found = said.IndexOf(part, at, StringComparison.Ordinal);
            if (found < 0)
            {
                return part;
            }

            at = found + part.Length;
        }

        return null;
    }

    /// <summary>Whether anything is left of the text at all.</summary>
    public static bool IsEmpty(string quote) =>
        Brackets().Split(quote).All(string.IsNullOrWhiteSpace);

    private static string Spaced(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"\[[^\[\]]*\]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Brackets();
}
