namespace Throughline.Analysis.Disclosure;

/// <summary>One sum of a table: the cell <paramref name="Total"/> is the sum of the cells <paramref name="Parts"/>.</summary>
public sealed record CellSum(int Total, IReadOnlyList<int> Parts);

/// <summary>
/// The cells of one or more tables, numbered from 0, and every sum that ties them. Two- and three-way tables with totals, hierarchies
/// and tables that share cells are all no more than this.
/// </summary>
public sealed class CellSystem
{
    private readonly int[][] sumsOf;

    /// <param name="cells">How many cells there are.</param>
    /// <param name="sums">The sums; a cell stands in a sum once at most.</param>
    /// <exception cref="ArgumentOutOfRangeException">A sum names a cell that is not there.</exception>
    /// <exception cref="ArgumentException">A sum names a cell twice.</exception>
    public CellSystem(int cells, IReadOnlyList<CellSum> sums)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(cells);
        Cells = cells;
        Sums = sums;
        var lists = new List<int>[cells];
        for (var sum = 0; sum < sums.Count; sum++)
        {
            foreach (var cell in sums[sum].Parts.Append(sums[sum].Total))
            {
                ArgumentOutOfRangeException.ThrowIfNegative(cell);
                ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(cell, cells);
                lists[cell] ??= [];
                if (lists[cell].Count > 0 && lists[cell][^1] == sum)
                {
                    throw new ArgumentException($"Sum {sum} names cell {cell} twice.");
                }

                lists[cell].Add(sum);
            }
        }

        sumsOf = Array.ConvertAll(lists, list => list?.ToArray() ?? []);
    }

    public int Cells { get; }

    public IReadOnlyList<CellSum> Sums { get; }

    /// <summary>The sums in which a cell stands, as total or as part.</summary>
    public IReadOnlyList<int> SumsOf(int cell) => sumsOf[cell];

    /// <summary>The cells of a sum with their signs in "parts minus total is zero".</summary>
    internal IEnumerable<(int Cell, int Sign)> Terms(int sum)
    {
        foreach (var part in Sums[sum].Parts)
        {
            yield return (part, 1);
        }

        yield return (Sums[sum].Total, -1);
    }
}
