using Throughline.Analysis;
using Throughline.Analysis.Disclosure;

namespace Throughline.App.Cli.Calculations;

/// <summary>How the reader of a table of counts takes its words.</summary>
/// <param name="Totals">Words that stand for a total, beside the usual ones.</param>
/// <param name="Overlapping">Dimensions whose categories overlap.</param>
/// <param name="Regrouped">Dimensions whose categories may differ from those of other files.</param>
/// <param name="Codes">Whether rates will be coded when the table is written: an attacker will then know the codes.</param>
public sealed record TableWords(
    IReadOnlyCollection<string> Totals,
    IReadOnlyList<string> Overlapping,
    IReadOnlyList<string> Regrouped,
    bool Codes = false
)
{
    private static readonly HashSet<string> Usual = new(StringComparer.OrdinalIgnoreCase)
    {
        "total",
        "totals",
        "t",
        "all",
        "all students",
        "all groups",
        "grand total",
        "state total",
        "district total",
    };

    /// <summary>The category, or null for a total.</summary>
    public string? Category(string text) =>
        Usual.Contains(text) || Totals.Contains(text, StringComparer.OrdinalIgnoreCase)
            ? null
            : text;
}

/// <summary>A file that holds a table of counts, and how to write it again with cells hidden.</summary>
public abstract class TableFile(CountTable table)
{
    public CountTable Table => table;

    /// <summary>Whether the file itself says which cells are primary.</summary>
    public bool NamesPrimary => table.Cells.Any(cell => cell.Asked is not null);

    /// <summary>Whether the counts are parts of groups whose sizes stand beside them.</summary>
    public bool HoldsRates => table.Cells.Any(cell => cell.Of is not null);

    /// <exception cref="InputRefusedException">The file holds no such table: with the place.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static TableFile Read(string path, TableWords words, CancellationToken cancel)
    {
        if (!File.Exists(path))
        {
            throw new InputRefusedException($"{path}: there is no such file.");
        }

        return string.Equals(Path.GetExtension(path), ".json", StringComparison.OrdinalIgnoreCase)
            ? JsonTableFile.ReadJson(path, words)
            : CsvTableFile.ReadCsv(path, words, cancel);
    }

    /// <summary>The key of a cell: its categories in the order of the dimensions, "w|b", as scripts see it.</summary>
    public string Key(int row) =>
        string.Join('|', table.Cells[row].At.Select(category => category ?? TotalWord));

    /// <summary>Writes tables with cells hidden: all of them, or none where one cannot be written.</summary>
    /// <param name="tables">Each with the file to write and, for each row, whether it is hidden.</param>
    /// <param name="mark">What stands in a hidden cell.</param>
    public static void WriteAll(
        IReadOnlyList<(TableFile Table, string Path, IReadOnlyList<bool> Hidden)> tables,
        string mark
    )
    {
        var written = new List<(string Part, string Path)>();
        try
        {
            foreach (var (table, path, hidden) in tables)
            {
                var part = $"{path}.part{Path.GetExtension(path)}";
                written.Add((part, path));
                table.Write(part, hidden, mark);
            }

            foreach (var (part, path) in written)
            {
                File.Move(part, path, overwrite: true);
            }
        }
        finally
        {
            written.ForEach(one => File.Delete(one.Part));
        }
    }

    /// <summary>The word that stands for a total.</summary>
    protected abstract string TotalWord { get; }

    /// <summary>Writes the table in the form in which it came.</summary>
    /// <param name="path">The file to write.</param>
    /// <param name="hidden">For each row of the table whether it is hidden.</param>
    /// <param name="mark">What stands in a hidden cell.</param>
    protected abstract void Write(string path, IReadOnlyList<bool> hidden, string mark);
}
