using System.Text.Json.Serialization;
using Throughline.Analysis.Disclosure;

namespace Throughline.App.Cli.Calculations;

/// <summary>A hidden cell and what can be worked out of it.</summary>
/// <param name="Table">The file in which it stands first.</param>
/// <param name="Cell">Its categories, "w|b".</param>
/// <param name="Low">The least in whole counts.</param>
/// <param name="High">The most in whole counts; null where nothing bounds it.</param>
/// <param name="LinearLow">The least by linear bounds.</param>
/// <param name="LinearHigh">The most by linear bounds; null where nothing bounds it.</param>
public sealed record AuditedCell(
    string Table,
    string Cell,
    double Low,
    double? High,
    double LinearLow,
    double? LinearHigh
);

/// <summary>What <c>audit-table</c> answers.</summary>
/// <param name="Hidden">How many cells no table shows.</param>
/// <param name="Looked">How many hidden or subtractable cells were attacked, all where it was not stopped.</param>
/// <param name="Complete">Whether every cell was attacked; if not, nothing is said of the others.</param>
/// <param name="Opened">Those that can be worked out.</param>
/// <param name="Ranges">All of them, where it was asked for.</param>
public sealed record AuditReport(
    int Hidden,
    int Looked,
    bool Complete,
    IReadOnlyList<AuditedCell> Opened,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        IReadOnlyList<AuditedCell>? Ranges
)
{
    public static AuditReport Of(
        IReadOnlyList<TableFile> files,
        LinkedTables tables,
        AttackerKnowledge attacker,
        AuditAnswer found,
        bool all
    )
    {
        var where = Where(files, tables);
        AuditedCell Audited(CellRange range)
        {
            var (file, key) = where.TryGetValue(range.Cell, out var place)
                ? place
                : (tables.FirstRow(range.Cell).Place, tables.Names[range.Cell]);
            return new(
                file,
                key,
                range.Low,
                Finite(range.High),
                range.LinearLow,
                Finite(range.LinearHigh)
            );
        }

        return new(
            Enumerable
                .Range(0, tables.Counts.Count)
                .Count(cell => tables.Counts[cell] is null && !tables.FirstRow(cell).IsDerived),
            found.Looked,
            found.Complete,
            [
                .. found
                    .Ranges.Where(range =>
                        attacker.Opens(range, tables.FirstRow(range.Cell).IsDerived)
                    )
                    .Select(Audited),
            ],
            all ? [.. found.Ranges.Select(Audited)] : null
        );
    }

    public string Sentence()
    {
        var stopped = Complete
            ? ""
            : $"Stopped after {Looked} cells; nothing is said of the others. ";
        var lines = new List<string>
        {
            stopped
                + (
                    Opened.Count == 0
                        ? $"{Hidden} cells are hidden; none {(Complete ? "can be worked out" : "of those can be worked out")}."
                        : $"{Hidden} cells are hidden; {Opened.Count} can be worked out:"
                ),
        };
        lines.AddRange(Opened.Concat(Ranges ?? []).Select(Line));
        return string.Join(Environment.NewLine, lines);
    }

    private static string Line(AuditedCell cell) =>
        cell.Low == cell.High
            ? $"  {cell.Table}, {cell.Cell}: exactly {cell.Low}"
            : $"  {cell.Table}, {cell.Cell}: {cell.Low} to {cell.High?.ToString() ?? "any number"}";

    private static double? Finite(double bound) => double.IsFinite(bound) ? bound : null;

    private static Dictionary<int, (string File, string Key)> Where(
        IReadOnlyList<TableFile> files,
        LinkedTables tables
    )
    {
        var where = new Dictionary<int, (string, string)>();
        for (var file = 0; file < files.Count; file++)
        {
            for (var row = 0; row < files[file].Table.Cells.Count; row++)
            {
                where.TryAdd(
                    tables.CellOf(file, row),
                    (files[file].Table.Name, files[file].Key(row))
                );
            }
        }

        return where;
    }
}

/// <summary>How the attack stands, for whoever waits.</summary>
internal sealed class AuditSteps(LongWork work) : IProgress<int>
{
    public void Report(int value) =>
        work.Stands(FormattableString.Invariant($"{value} cells attacked …"));
}
