using System.Text;
using Throughline.Analysis;
using Throughline.Analysis.Disclosure;

namespace Throughline.App.Cli.Calculations;

/// <summary>
/// A table of counts as comma-separated text: long, with a column <c>count</c> and one column a dimension, or wide, with the categories of
/// one dimension down the first column and of the other along the header. What it held is kept, to be written again.
/// </summary>
public sealed class CsvTableFile : TableFile
{
    private const string Count = "count";
    private const string Largest = "largest";
    private const string Second = "second";

    // Each is held in memory with its place; far more than any state publishes at once.
    private const int MostCells = 500_000;
    private static readonly string[] Figures =
    [
        Count,
        Largest,
        Second,
        RateColumns.Of,
        RateColumns.Percent,
    ];
    private static readonly (int, int) NoPlace = (-1, -1);
    private readonly IReadOnlyList<string> header;
    private readonly List<string[]> rows;
    private readonly IReadOnlyList<(int Row, int Column)> places;

    private CsvTableFile(
        CountTable table,
        IReadOnlyList<string> header,
        List<string[]> rows,
        IReadOnlyList<(int Row, int Column)> places
    )
        : base(table)
    {
        this.header = header;
        this.rows = rows;
        this.places = places;
    }

    protected override string TotalWord => "Total";

    public static CsvTableFile ReadCsv(string path, TableWords words, CancellationToken cancel)
    {
        using var input = InputTable.Open(path);
        return input.Has(Count) ? Long(input, words, cancel) : Wide(input, words, cancel);
    }

    protected override void Write(string path, IReadOnlyList<bool> hidden, string mark)
    {
        var marked = rows.ConvertAll(row => (string[])[.. row]);
        for (var cell = 0; cell < places.Count; cell++)
        {
            if (hidden[cell] && places[cell] != NoPlace)
            {
                marked[places[cell].Row][places[cell].Column] = mark;
            }
        }

        CodeRates(marked, hidden, mark);

        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(false));
        foreach (var row in marked.Prepend([.. header]))
        {
            writer.Write(Line(row));
        }
    }

    /// <summary>A rate whose count is hidden is coded where it lies near an end, and hidden elsewhere.</summary>
    private void CodeRates(List<string[]> marked, IReadOnlyList<bool> hidden, string mark)
    {
        var at = Place(header, RateColumns.Percent);
        for (
            var cell = 0;
            cell < places.Count && HoldsRates && at >= 0;
            cell += RateColumns.CellsOfRow
        )
        {
            var group = cell + RateColumns.CellsOfRow - 1;
            if (hidden[cell] || hidden[group])
            {
                marked[places[cell].Row][at] = RateColumns.Coded(
                    Table.Cells[cell],
                    hidden[group],
                    mark
                );
            }
        }
    }

    /// <summary>One line of comma-separated text.</summary>
    internal static string Line(IReadOnlyList<string> row) =>
        string.Join(',', row.Select(Quoted)) + "\n";

    private static CsvTableFile Long(InputTable input, TableWords words, CancellationToken cancel)
    {
        var dimensions = input
            .Columns.Where(column =>
                column.Length > 0 && !Figures.Contains(column, StringComparer.OrdinalIgnoreCase)
            )
            .ToList();
        var (at, ofAt) = (Place(input.Columns, Count), Place(input.Columns, RateColumns.Of));
        var (cells, rows) = (new List<TableCell>(), new List<string[]>());
        var places = new List<(int, int)>();
        foreach (var row in input.Rows(cancel))
        {
            var cell = Cell(
                row,
                Count,
                [.. dimensions.Select(dimension => words.Category(row.Name(dimension)))]
            ) with
            {
                Largest = Contribution(input, row, Largest),
                Second = Contribution(input, row, Second),
            };
            cells.AddRange(ofAt < 0 ? [cell] : RateColumns.Cells(input, row, cell, words.Codes));
            places.AddRange(
                ofAt < 0 ? [(rows.Count, at)] : [(rows.Count, at), NoPlace, (rows.Count, ofAt)]
            );
            rows.Add(Texts(input, row));
            RefuseTooMany(row, cells.Count);
        }

        return new(
            new(input.File, ofAt < 0 ? dimensions : [.. dimensions, RateColumns.Outcome], cells)
            {
                Overlapping = words.Overlapping,
                Regrouped = words.Regrouped,
            },
            input.Columns,
            rows,
            places
        );
    }

    private static CsvTableFile Wide(InputTable input, TableWords words, CancellationToken cancel)
    {
        if (input.Columns.Count < 2 || input.Columns.Skip(1).Any(column => column.Length == 0))
        {
            throw new InputRefusedException(
                $"{input.File}, row 1: a table needs a column “count”, or a category at the head of every column after the first."
            );
        }

        var (cells, rows) = (new List<TableCell>(), new List<string[]>());
        var places = new List<(int, int)>();
        foreach (var row in input.Rows(cancel))
        {
            var texts = Texts(input, row);
            if (texts[0].Length == 0)
            {
                throw row.Refused("first column", "the name of the row is blank");
            }

            for (var column = 1; column < texts.Length; column++)
            {
                places.Add((rows.Count, column));
                cells.Add(
                    Cell(
                        row,
                        input.Columns[column],
                        [words.Category(texts[0]), words.Category(input.Columns[column])]
                    )
                );
            }

            rows.Add(texts);
            RefuseTooMany(row, cells.Count);
        }

        var name = input.Columns[0].Length == 0 ? "row" : input.Columns[0];
        return new(
            new(input.File, [name, "column"], cells)
            {
                Overlapping = words.Overlapping,
                Regrouped = words.Regrouped,
            },
            input.Columns,
            rows,
            places
        );
    }

    private static TableCell Cell(InputRow row, string column, IReadOnlyList<string?> at)
    {
        var mark =
            CountMark.Read(row.Text(column), out var reason) ?? throw row.Refused(column, reason);
        return new(at, mark.Count, row.Place(column)) { Most = mark.Most };
    }

    private static void RefuseTooMany(InputRow row, int cells)
    {
        if (cells > MostCells)
        {
            throw new InputRefusedException(
                $"{row.Place(Count)}: the table has more than {MostCells:N0} cells, which are the most. Split it, for example by year, and name the parts together."
            );
        }
    }

    private static long? Contribution(InputTable input, InputRow row, string column) =>
        input.Has(column) && row.Text(column).Length > 0 ? row.Whole(column) : null;

    private static string[] Texts(InputTable input, InputRow row) =>
        [.. Enumerable.Range(0, input.Columns.Count).Select(row.Text)];

    private static int Place(IReadOnlyList<string> columns, string name) =>
        columns
            .ToList()
            .FindIndex(column => string.Equals(column, name, StringComparison.OrdinalIgnoreCase));

    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny(",\"\r\n")
            ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : text;
}
