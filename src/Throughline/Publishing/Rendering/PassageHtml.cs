using System.Text.RegularExpressions;
using Throughline.Publishing.Tree;

namespace Throughline.Publishing.Rendering;

/// <summary>
/// Puts something of the page's own under the heads of a published body's passages. The body is of our own renderer, in which text is
/// encoded: what looks like a head is one.
/// </summary>
public static partial class PassageHtml
{
    /// <param name="under">Markup for the passage of a key; empty for none.</param>
    public static string Under(string body, Func<string, string> under)
    {
        var anchor = "";
        var headings = 0;
        return Head()
            .Replace(
                body,
                head =>
                {
                    if (head.Groups["anchor"] is { Success: true } section)
                    {
                        (anchor, headings) = (section.Value, 0);
                        return head.Value + under(anchor);
                    }

                    return anchor.Length == 0
                        ? head.Value
                        : head.Value + under(Passage.KeyOf(anchor, ++headings));
                }
            );
    }

    [GeneratedRegex(
        "<h2 id=\"(?<anchor>s[0-9]+)\">[^\n]*?</h2>|<h3>[^<]*</h3>",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Head();
}
