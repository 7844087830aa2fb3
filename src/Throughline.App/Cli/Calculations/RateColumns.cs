using System.Globalization;
using System.Text.RegularExpressions;
using Throughline.Analysis.Disclosure;

namespace Throughline.App.Cli.Calculations;

/// <summary>
/// Rates in a long table: a column <c>of</c> with the size of the group beside <c>count</c>, and, if it is published, <c>percent</c>.
/// Each row then holds two cells and a third that anybody can subtract: those who did not.
/// </summary>
internal static partial class RateColumns
{
    public const string Of = "of";
    public const string Percent = "percent";
    public const string Outcome = "outcome";
    public const int CellsOfRow = 3;

    /// <summary>The cells of a row: those who did, those who did not, all.</summary>
    public static TableCell[] Cells(InputTable input, InputRow row, TableCell count, bool codes)
    {
        var mark = CountMark.Read(row.Text(Of), out var reason) ?? throw row.Refused(Of, reason);
        var group = new TableCell([.. count.At, null], mark.Count, row.Place(Of))
        {
            Most = mark.Most,
        };
        if (count.Count > group.Count)
        {
            throw row.Refused(
                "count",
                $"{count.Count} is more than the {group.Count} of whom it is part"
            );
        }

        var limits = Limits(input, row, count.Count, group.Count, codes);
        return
        [
            count with
            {
                At = [.. count.At, "yes"],
                Of = group.Count,
                Least = limits?.Least,
                Most = limits is { } known
                    ? Math.Min(known.Most, count.Most ?? known.Most)
                    : count.Most,
            },
            new([.. count.At, "no"], group.Count - count.Count, row.Place("count"))
            {
                Of = group.Count,
                Least = group.Count - limits?.Most,
                Most = group.Count - limits?.Least,
                IsDerived = true,
            },
            group,
        ];
    }

    /// <summary>What stands under <c>percent</c> once the count is hidden.</summary>
    public static string Coded(TableCell count, bool groupIsHidden, string mark) =>
        !groupIsHidden && RateBand.Code(count.Count!.Value, count.Of!.Value) is { } code
            ? code
            : mark;

    /// <summary>What the published percent tells of a hidden count, or will tell once it is coded.</summary>
    private static (long Least, long Most)? Limits(
        InputTable input,
        InputRow row,
        long? count,
        long? group,
        bool codes
    )
    {
        if (!input.Has(Percent) || group is not { } all)
        {
            return null;
        }

        if (count is { } known)
        {
            return codes ? RateBand.Limits(known, all) : null;
        }

        var text = row.Text(Percent);
        if (CountMark.IsMark(text) || Shown().Match(text) is not { Success: true } shown)
        {
            return CountMark.IsMark(text)
                ? null
                : throw row.Refused(
                    Percent,
                    $"“{text}” is neither a percentage nor a mark of suppression"
                );
        }

        var percent = decimal.Parse(shown.Groups["percent"].Value, CultureInfo.InvariantCulture);
        var half = 0.5m / (decimal)Math.Pow(10, shown.Groups["decimals"].Length);
        return shown.Groups["sign"].Value switch
        {
            "" => (
                (long)Math.Ceiling(Math.Max(0, percent - half) * all / 100),
                (long)Math.Floor(Math.Min(100, percent + half) * all / 100)
            ),
            "≤" or "<=" or "<" => (0, (long)Math.Floor(percent * all / 100)),
            _ => ((long)Math.Ceiling(percent * all / 100), all),
        };
    }

    [GeneratedRegex(
        @"^(?<sign>≤|<=|<|≥|>=|>)?\s*(?<percent>[0-9]{1,3}(?:\.(?<decimals>[0-9]{1,6}))?)\s*%?$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Shown();
}
