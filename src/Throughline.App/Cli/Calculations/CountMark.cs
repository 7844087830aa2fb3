using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Throughline.App.Cli.Calculations;

/// <summary>
/// What stands in a cell of counts: a count, or one of the marks with which publishers say that it is hidden. A mark is never zero.
/// </summary>
/// <param name="Count">The count; null where it is hidden.</param>
/// <param name="Most">The most that the mark leaves open: 9 for <c>&lt;10</c>.</param>
[StructLayout(LayoutKind.Auto)]
public readonly partial record struct CountMark(long? Count, long? Most)
{
    private static readonly HashSet<string> Marks = new(StringComparer.OrdinalIgnoreCase)
    {
        "",
        "*",
        "**",
        "***",
        "s",
        "ds",
        "-",
        "--",
        "–",
        "—",
        "‡",
        "†",
        "n<",
        "na",
        "n/a",
        "suppressed",
        "masked",
        "redacted",
    };

    /// <summary>Whether a text is one of the marks that say no more than "hidden".</summary>
    public static bool IsMark(string text) => Marks.Contains(text);

    /// <summary>Reads a cell's text; null, with the reason, where it is neither.</summary>
    public static CountMark? Read(string text, out string reason)
    {
        reason = "";
        if (
            long.TryParse(
                text,
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var count
            )
        )
        {
            reason = count < 0 ? $"{count} is below 0" : "";
            return count < 0 ? null : new(count, null);
        }

        if (Marks.Contains(text))
        {
            return new(null, null);
        }

        if (Below().Match(text) is { Success: true } below)
        {
            var limit = long.Parse(below.Groups["limit"].Value, CultureInfo.InvariantCulture);
            return new(null, below.Groups["equal"].Success ? limit : limit - 1);
        }

        reason =
            $"“{text}” is neither a count (digits, without separators or decimals) nor a mark of suppression (*, s, -, ‡, <10, blank)";
        return null;
    }

    [GeneratedRegex(
        @"^n?\s*(?:<|(?<equal>≤|<=))\s*(?<limit>[0-9]{1,9})$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Below();
}
