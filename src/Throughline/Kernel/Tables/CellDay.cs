using System.Globalization;

namespace Throughline.Kernel.Tables;

/// <summary>
/// A day as American sheets write it (11/20/2026), as ISO does (2026-11-20), or with its month in words. What could be two days is
/// not read: 20/11/2026 puts the day first, 3/4/26 and Nov 20 leave out the year or a part of it, 3.4.2026 is not American.
/// </summary>
public static class CellDay
{
    private static readonly string[] InFigures = ["yyyy-MM-dd", "M/d/yyyy"];

    private static readonly string[] InWords =
    [
        "MMM d, yyyy",
        "MMMM d, yyyy",
        "ddd, MMM d, yyyy",
        "d MMM yyyy",
        "d MMMM yyyy",
        "d-MMM-yyyy",
        "d 'de' MMMM 'de' yyyy",
    ];

    public static DateOnly? Read(string cell)
    {
        var text = cell.Trim();
        var day = Exact(text, InFigures, CultureInfo.InvariantCulture);
        foreach (var culture in new[] { "en-US", "es" })
        {
            day ??= Exact(text, InWords, CultureInfo.GetCultureInfo(culture));
        }

        return day is { Year: >= 1990 and <= 2100 } ? day : null;
    }

    /// <summary>Whether the day stands before the month here: then 3/4/2026 in the same column may be either.</summary>
    public static bool PutsDayFirst(string cell) =>
        Parts(cell) is [> 12 and <= 31, >= 1 and <= 12, _];

    /// <summary>Both figures could be the month, and they differ.</summary>
    public static bool CouldBeEither(string cell) =>
        Parts(cell) is [var first and <= 12, var second and <= 12, _] && first != second;

    private static DateOnly? Exact(string text, string[] forms, CultureInfo culture) =>
        DateOnly.TryParseExact(text, forms, culture, DateTimeStyles.AllowWhiteSpaces, out var day)
            ? day
            : null;

    private static int[] Parts(string cell)
    {
        var parts = cell.Trim().Split('/');
        return parts.Length == 3 && Array.TrueForAll(parts, part => int.TryParse(part, out _))
            ? Array.ConvertAll(parts, part => int.Parse(part, CultureInfo.InvariantCulture))
            : [];
    }
}
