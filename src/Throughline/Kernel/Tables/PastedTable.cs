using System.Globalization;

namespace Throughline.Kernel.Tables;

/// <summary>What is wrong with one cell, and so what was expected there. Row and column count from 1, as people see them.</summary>
public sealed record CellError(int Row, int Column, Sentence Sentence);

/// <summary>One row as it was read: its texts by column key, regular and without what could not be read.</summary>
public sealed record PastedRow(int Number, IReadOnlyDictionary<string, string> Cells)
{
    public string? this[string key] => Cells.GetValueOrDefault(key);

    public DateOnly? Day(string key) => this[key] is { } text ? CellDay.Read(text) : null;

    public int? Count(string key) =>
        int.TryParse(this[key], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    public bool Has(string key) => Cells.ContainsKey(key);
}

/// <summary>A pasted block, read against the columns it may have. Nothing is guessed: what is not clear is an error at its cell.</summary>
public sealed class PastedTable
{
    public const int MostRows = 500;
    public const int MostCharacters = 1_000_000;

    private readonly List<CellError> errors = [];

    private PastedTable(TableShape shape) => Shape = shape;

    public TableShape Shape { get; }

    /// <summary>Which column of the shape each pasted column is; null where its head is not known, and it is not read.</summary>
    public IReadOnlyList<TableColumn?> Columns { get; private set; } = [];

    public bool HadHead { get; private set; }

    /// <summary>The heads that are not known, as they were written.</summary>
    public IReadOnlyList<string> UnknownHeads { get; private set; } = [];

    public IReadOnlyList<PastedRow> Rows { get; private set; } = [];

    public IReadOnlyList<CellError> Errors => errors;

    /// <summary>What is wrong with the block as a whole.</summary>
    public Sentence? Refusal { get; private set; }

    public bool IsSound => Refusal is null && errors.Count == 0;

    public CellError? ErrorAt(int row, TableColumn column) =>
        errors.Find(error => error.Row == row && error.Column == ColumnNumber(column));

    /// <summary>Where a column stands in the block; 1 where it does not.</summary>
    public int ColumnNumber(TableColumn column) =>
        Math.Max(1, Columns.ToList().IndexOf(column) + 1);

    public void Refuse(PastedRow row, string column, Sentence sentence) =>
        errors.Add(
            new CellError(
                row.Number,
                ColumnNumber(Shape.Columns.First(one => one.Key == column)),
                sentence
            )
        );

    /// <param name="mostRows">A file may be longer than what is pasted.</param>
    public static PastedTable Read(
        string? text,
        TableShape shape,
        int mostRows = MostRows,
        int mostCharacters = MostCharacters
    )
    {
        var table = new PastedTable(shape);
        if (text?.Length > mostCharacters)
        {
            table.Refusal = Of("too-long", mostCharacters);
            return table;
        }

        var rows = TableText.Read(text ?? "", shape.Columns.Count);
        if (rows.Count == 0)
        {
            table.Refusal = Of("nothing");
            return table;
        }

        table.Settle(rows[0]);
        var body = table.HadHead ? rows.Skip(1).ToList() : [.. rows];
        if (body.Count == 0 || body.Count > mostRows)
        {
            table.Refusal =
                body.Count == 0 ? Of("only-a-head") : Of("too-many", mostRows, body.Count);
            return table;
        }

        var dayFirst = table.DayFirstColumns(body);
        table.Rows =
        [
            .. body.Select(
                (cells, i) => new PastedRow(i + 1, table.ReadRow(i + 1, cells, dayFirst))
            ),
        ];
        return table;
    }

    /// <summary>Two known heads, or one where the block has one column, make a head; else the columns stand in the given order.</summary>
    private void Settle(IReadOnlyList<string> first)
    {
        var heads = first.Select(head => Shape.ColumnNamed(head)).ToList();
        var known = heads.OfType<int>().Distinct().Count();
        HadHead = known >= 2 || (known == 1 && first.Count(cell => cell.Trim().Length > 0) == 1);
        if (!HadHead)
        {
            Columns =
            [
                .. first.Select((_, i) => i < Shape.Columns.Count ? Shape.Columns[i] : null),
            ];
        }
        else
        {
            HashSet<int> taken = [];
            Columns =
            [
                .. heads.Select(index =>
                    index is { } at && taken.Add(at) ? Shape.Columns[at] : null
                ),
            ];
            UnknownHeads =
            [
                .. first.Where((head, i) => Columns[i] is null && head.Trim().Length > 0),
            ];
        }

        foreach (var missing in Shape.Columns.Where(one => one.Required && !Columns.Contains(one)))
        {
            Refusal ??= Of("column-missing", new Sentence(Shape.NameSentence(missing)));
        }
    }

    private Dictionary<string, string> ReadRow(
        int number,
        IReadOnlyList<string> cells,
        HashSet<int> dayFirst
    )
    {
        Dictionary<string, string> read = new(StringComparer.Ordinal);
        for (var i = 0; i < Columns.Count; i++)
        {
            if (Columns[i] is not { } column)
            {
                continue;
            }

            var raw = i < cells.Count ? cells[i].Trim() : "";
            if (Fault(column, raw, dayFirst.Contains(i)) is { } fault)
            {
                errors.Add(new CellError(number, i + 1, fault));
                // Shown in the preview beside what was expected; bounded, since it may be the very thing that is too long.
                read[column.Key] = raw.Length > 200 ? raw[..200] : raw;
            }
            else
            {
                var text = CsvText.Plain(raw).Normalize();
                read[column.Key] =
                    column.Kind == CellKind.Choice && text.Length > 0
                        ? Shape.CodeOf(column, text)!
                        : text;
            }
        }

        for (var i = Columns.Count; i < cells.Count; i++)
        {
            if (cells[i].Trim().Length > 0)
            {
                errors.Add(new CellError(number, i + 1, Of("no-such-column")));
            }
        }

        return read;
    }

    private Sentence? Fault(TableColumn column, string cell, bool dayFirst) =>
        cell.Length == 0 ? (column.Required ? Of("needed") : null)
        : cell[0] == '=' ? Of("formula")
        : cell.Length > column.Most ? Of("long", column.Most, cell.Length)
        : column.Kind switch
        {
            CellKind.Number when !int.TryParse(cell, NumberStyles.None, null, out _) => Of(
                "number"
            ),
            CellKind.Day when CellDay.PutsDayFirst(cell) => Of("day-first"),
            CellKind.Day when dayFirst && CellDay.CouldBeEither(cell) => Of("day-either"),
            CellKind.Day when CellDay.Read(cell) is null => Of("day"),
            CellKind.Choice when Shape.CodeOf(column, cell) is null => Of(
                "word",
                Shape.WordsSentence(column)
            ),
            _ => null,
        };

    private HashSet<int> DayFirstColumns(List<IReadOnlyList<string>> rows) =>
        [
            .. Enumerable
                .Range(0, Columns.Count)
                .Where(i =>
                    Columns[i]?.Kind == CellKind.Day
                    && rows.Exists(row => i < row.Count && CellDay.PutsDayFirst(row[i]))
                ),
        ];

    private static Sentence Of(string key, params object?[] values) =>
        new("tables.refusal." + key, values);
}
