using System.Text;

namespace Throughline.Analysis.Disclosure;

/// <summary>
/// Tables that were or will be published, seen as one: cells that stand in several are one cell, and every sum of every table counts.
/// This is how an attacker reads them.
/// </summary>
public sealed class LinkedTables
{
    private const string Everything = "the total of all";
    private readonly List<long?> counts = [];
    private readonly List<TableCell> first = [];
    private readonly List<string> names = [];
    private readonly List<(double Low, double High)> limits = [];
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CellSum> sums = new(StringComparer.Ordinal);
    private readonly Dictionary<
        (int Total, string Dimension),
        (List<int> Parts, string Table)
    > given = [];
    private readonly int[][] cellOf;

    private LinkedTables(IReadOnlyList<CountTable> tables)
    {
        Tables = tables;
        cellOf = new int[tables.Count][];
        for (var table = 0; table < tables.Count; table++)
        {
            cellOf[table] = Number(tables[table]);
        }

        for (var table = 0; table < tables.Count; table++)
        {
            AddSums(tables[table], cellOf[table]);
        }

        System = new CellSystem(counts.Count, [.. sums.Values]);
        foreach (var sum in System.Sums)
        {
            CheckSum(sum);
        }
    }

    public IReadOnlyList<CountTable> Tables { get; }

    /// <summary>All cells and sums.</summary>
    public CellSystem System { get; }

    /// <summary>For each cell the published count, or null where no table publishes it.</summary>
    public IReadOnlyList<long?> Counts => counts;

    /// <summary>For each cell its name, "district=Lowell, group=Black", or "the total of all".</summary>
    public IReadOnlyList<string> Names => names;

    /// <exception cref="InputRefusedException">
    /// Totals do not add up, a cell stands twice in one table, two tables differ about a cell or about the parts of a total, or a count is
    /// negative: with the place.
    /// </exception>
    public static LinkedTables Of(params IReadOnlyList<CountTable> tables) => new(tables);

    /// <summary>The number of the cell in which a row of a table is.</summary>
    public int CellOf(int table, int row) => cellOf[table][row];

    /// <summary>The first row that names a cell.</summary>
    public TableCell FirstRow(int cell) => first[cell];

    /// <summary>What the marks of a cell leave open.</summary>
    public (double Low, double High) Limits(int cell) => limits[cell];

    private int[] Number(CountTable table)
    {
        var seen = new Dictionary<string, TableCell>(StringComparer.Ordinal);
        var found = new int[table.Cells.Count];
        var order = Enumerable
            .Range(0, table.Dimensions.Count)
            .OrderBy(dimension => table.Dimensions[dimension], StringComparer.OrdinalIgnoreCase)
            .ToArray();
        for (var row = 0; row < found.Length; row++)
        {
            var cell = table.Cells[row];
            if (cell.Count < 0)
            {
                throw new InputRefusedException($"{cell.Place}: {cell.Count} is below 0.");
            }

            var name = NameOf(table, cell, order);
            if (!seen.TryAdd(name, cell))
            {
                throw new InputRefusedException(
                    $"{cell.Place}: the cell {name} stands at {seen[name].Place} already."
                );
            }

            found[row] = Number(name, cell);
        }

        return found;
    }

    private int Number(string name, TableCell cell)
    {
        if (!numbers.TryGetValue(name, out var number))
        {
            number = numbers[name] = names.Count;
            names.Add(name);
            counts.Add(cell.Count);
            first.Add(cell);
            limits.Add((cell.Least ?? 0, cell.Most ?? double.PositiveInfinity));
            return number;
        }

        if (counts[number] is { } known && cell.Count is { } count && known != count)
        {
            throw new InputRefusedException(
                $"{cell.Place}: {name} is {count} here and {known} at {first[number].Place}. If these are different years or groups, give each table a column that says so."
            );
        }

        counts[number] ??= cell.Count;
        var (low, high) = limits[number];
        limits[number] = (Math.Max(low, cell.Least ?? 0), Math.Min(high, cell.Most ?? high));
        return number;
    }

    private static string NameOf(CountTable table, TableCell cell, int[] order)
    {
        var name = new StringBuilder();
        foreach (var dimension in order)
        {
            if (cell.At[dimension] is { } category)
            {
                name.Append(name.Length > 0 ? ", " : "")
                    .Append(table.Dimensions[dimension].ToLowerInvariant())
                    .Append('=')
                    .Append(category);
            }
        }

        return name.Length == 0 ? Everything : name.ToString();
    }

    /// <summary>A total with all its parts, wherever both stand in the table.</summary>
    private void AddSums(CountTable table, int[] cells)
    {
        for (var dimension = 0; dimension < table.Dimensions.Count; dimension++)
        {
            var totals = new Dictionary<string, int>(StringComparer.Ordinal);
            var parts = new Dictionary<string, List<int>>(StringComparer.Ordinal);
            for (var row = 0; row < cells.Length; row++)
            {
                var at = table.Cells[row].At;
                var others = string.Join(
                    '\u001f',
                    at.Select((category, place) => place == dimension ? "" : category ?? "\u001e")
                );
                if (at[dimension] is null)
                {
                    totals[others] = cells[row];
                }
                else if (parts.TryGetValue(others, out var list))
                {
                    list.Add(cells[row]);
                }
                else
                {
                    parts[others] = [cells[row]];
                }
            }

            var overlapping = table.Overlapping.Contains(
                table.Dimensions[dimension],
                StringComparer.OrdinalIgnoreCase
            );
            foreach (var (others, list) in parts)
            {
                if (totals.TryGetValue(others, out var total))
                {
                    list.Sort();
                    Compare(table, table.Dimensions[dimension], total, list);
                    AddSum(total, list, overlapping);
                }
            }
        }
    }

    /// <summary>Tables that part the same total along the same dimension name the same parts.</summary>
    private void Compare(CountTable table, string dimension, int total, List<int> parts)
    {
        if (table.Regrouped.Contains(dimension, StringComparer.OrdinalIgnoreCase))
        {
            return;
        }

        var key = (total, dimension.ToLowerInvariant());
        if (!given.TryGetValue(key, out var before))
        {
            given[key] = (parts, table.Name);
            return;
        }

        foreach (
            var (one, other, here, there) in new[]
            {
                (parts, before.Parts, table.Name, before.Table),
                (before.Parts, parts, before.Table, table.Name),
            }
        )
        {
            var at = one.FindIndex(part => other.BinarySearch(part) < 0);
            if (at >= 0)
            {
                var alone = one[at];
                throw new InputRefusedException(
                    $"{first[alone].Place}: {names[alone]} stands in {here} and not in {there}, though both give the parts of {names[total]}. Spell it alike, add it where it is missing (also as 0), or say that {dimension} is regrouped."
                );
            }
        }
    }

    private void AddSum(int total, List<int> parts, bool overlapping)
    {
        if (!overlapping)
        {
            sums.TryAdd($"{total}:{string.Join(',', parts)}", new(total, parts));
            return;
        }

        foreach (var part in parts)
        {
            var rest = Number(
                $"{names[total]} but not {names[part]}",
                first[part] with
                {
                    Count = null,
                    Least = null,
                    Most = null,
                    IsDerived = true,
                }
            );
            sums.TryAdd($"{total}:{part},{rest}", new(total, [part, rest]));
        }
    }

    private void CheckSum(CellSum sum)
    {
        if (counts[sum.Total] is not { } total)
        {
            return;
        }

        var known = sum.Parts.Sum(part => counts[part] ?? 0L);
        var whole = sum.Parts.All(part => counts[part] is not null);
        if (whole ? known != total : known > total)
        {
            var least = whole ? "" : "at least ";
            throw new InputRefusedException(
                $"{first[sum.Total].Place}: {names[sum.Total]} is {total}, its parts add up to {least}{known}. If the parts overlap, say so; if some are missing, add them."
            );
        }
    }
}
