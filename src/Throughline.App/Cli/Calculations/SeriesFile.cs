using System.Text.RegularExpressions;
using Throughline.Analysis;
using Throughline.Analysis.Charts;

namespace Throughline.App.Cli.Calculations;

/// <summary>Which columns of a series hold what; null where the file's own names tell.</summary>
public sealed record SeriesColumns(string? Label, string? Value, string? Size, string? Phase);

/// <summary>
/// The series of a chart from a table: a period, a value or count, for shares and rates a size, and where the limits start anew (only if
/// asked for) a phase with its reason. Columns may be separated by commas, or, as older statistics programs write them, by spaces.
/// </summary>
public static partial class SeriesFile
{
    private const int LargestLooseFile = 10_000_000;

    private static readonly string[] Counts =
    [
        "value",
        "y",
        "count",
        "events",
        "cases",
        "numerator",
        "r",
    ];
    private static readonly string[] Sizes = ["size", "n", "total", "denominator", "days", "of"];
    private static readonly string[] Blanks = ["", "NA", "NaN", "-"];

    public static IReadOnlyList<ChartPoint> Read(
        string path,
        ChartKind kind,
        SeriesColumns named,
        CancellationToken cancel
    )
    {
        using var table = Open(path);
        var columns = Find(table, kind, named);
        List<ChartPoint> points = [];
        Dictionary<string, int> seen = new(StringComparer.Ordinal);
        string? phase = null;
        foreach (var row in table.Rows(cancel))
        {
            var label = row.Text(columns.Label!);
            var point = new ChartPoint(label, Value(row, columns.Value!), Size(row, columns.Size));
            if (columns.Phase is { } column)
            {
                var now = row.Text(column);
                if (phase is not null && now != phase)
                {
                    point = point with { RebasedBecause = Reason(table, row, now) };
                }

                phase = now;
            }

            if (seen.TryGetValue(label, out var at))
            {
                points[at] = Together(points[at], point);
            }
            else
            {
                seen.Add(label, points.Count);
                points.Add(point);
            }
        }

        return points.Count > 0
            ? points
            : throw new InputRefusedException($"{table.File}: there is no row under the header.");
    }

    private static InputTable Open(string path)
    {
        using (var text = File.OpenText(path))
        {
            if (text.ReadLine()?.Contains(',', StringComparison.Ordinal) != false)
            {
                return InputTable.Open(path);
            }
        }

        if (new FileInfo(path).Length > LargestLooseFile)
        {
            throw new InputRefusedException(
                $"{Path.GetFileName(path)}, row 1: there is no comma in it. Save the file as CSV."
            );
        }

        var lines = File.ReadLines(path).Select(line => Spaces().Replace(line.Trim(), ","));
        return InputTable.Of(new StringReader(string.Join('\n', lines)), path);
    }

    private static SeriesColumns Find(InputTable table, ChartKind kind, SeriesColumns named)
    {
        foreach (var name in new[] { named.Label, named.Value, named.Size, named.Phase })
        {
            if (name is not null)
            {
                table.Require(name);
            }
        }

        var sized = kind is ChartKind.P or ChartKind.PPrime or ChartKind.U;
        var label = named.Label ?? table.Columns[0];
        List<string> left =
        [
            .. table.Columns.Where(name =>
                name.Length > 0
                && name != label
                && name is not ("note" or "reason" or "trial" or "phase")
            ),
        ];
        var size =
            named.Size
            ?? (
                sized
                    ? Sizes.FirstOrDefault(name => left.Contains(name) && name != named.Value)
                    : null
            );
        var value =
            named.Value
            ?? Counts.FirstOrDefault(name => left.Contains(name) && name != size)
            ?? left.FirstOrDefault(name => name != size)
            ?? size
            ?? throw new InputRefusedException(
                $"{table.File}, row 1: a series has a period and a value; only “{label}” is there."
            );
        size =
            value == size
                ? null
                : size ?? (sized ? left.FirstOrDefault(name => name != value) : null);
        return size is null && kind is ChartKind.P or ChartKind.PPrime
            ? throw new InputRefusedException(
                $"{table.File}, row 1: shares need a column with the size of each period, for example “size”."
            )
            : new SeriesColumns(label, value, size, named.Phase);
    }

    private static double Value(InputRow row, string column) =>
        Blanks.Contains(row.Text(column)) ? double.NaN : row.Real(column);

    private static double Size(InputRow row, string? column)
    {
        if (column is null)
        {
            return 1;
        }

        var size = row.Real(column);
        return size > 0 ? size : throw row.Refused(column, $"{size} is no size; it is above zero");
    }

    /// <summary>A new phase says why: in its first row, in a column “reason” or “note”.</summary>
    private static string Reason(InputTable table, InputRow row, string phase)
    {
        var column = table.Has("reason") ? "reason" : "note";
        var reason = table.Has(column) ? row.Text(column) : "";
        return reason.Length > 0 && reason != "NA"
            ? reason
            : throw row.Refused(
                column,
                $"phase “{phase}” starts here, and the limits with it; its first row says why"
            );
    }

    /// <summary>Several rows of one period: what is drawn is all their events for all their size, and so the mean of plain values.</summary>
    private static ChartPoint Together(ChartPoint one, ChartPoint other) =>
        double.IsNaN(other.Count) ? one
        : double.IsNaN(one.Count) ? other with { RebasedBecause = one.RebasedBecause }
        : one with { Count = one.Count + other.Count, Size = one.Size + other.Size };

    [GeneratedRegex(@"[ \t;]+", RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();
}
