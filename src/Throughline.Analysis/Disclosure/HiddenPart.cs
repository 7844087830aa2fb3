namespace Throughline.Analysis.Disclosure;

/// <summary>
/// Hidden cells that sums tie together, with what the published cells leave of those sums. Parts have nothing in common, so an attacker
/// attacks each by itself.
/// </summary>
internal sealed class HiddenPart
{
    private HiddenPart(CellSystem system, int[] cells, int[] sums, long[] rest)
    {
        System = system;
        Cells = cells;
        Sums = sums;
        Rest = rest;
    }

    public CellSystem System { get; }

    /// <summary>The hidden cells, ascending.</summary>
    public int[] Cells { get; }

    /// <summary>The sums in which they stand, ascending.</summary>
    public int[] Sums { get; }

    /// <summary>For each of <see cref="Sums"/>: what hidden parts minus hidden total come to.</summary>
    public long[] Rest { get; }

    /// <summary>All parts, in the order of their first cells.</summary>
    /// <param name="system">Cells and sums.</param>
    /// <param name="hidden">Which cells are not published.</param>
    /// <param name="value">Counts; those of hidden cells are not looked at.</param>
    public static List<HiddenPart> Split(
        CellSystem system,
        IReadOnlyList<bool> hidden,
        IReadOnlyList<long> value
    )
    {
        var parts = new List<HiddenPart>();
        var reached = new bool[system.Cells];
        var sumReached = new bool[system.Sums.Count];
        for (var start = 0; start < system.Cells; start++)
        {
            if (hidden[start] && !reached[start])
            {
                parts.Add(Grow(system, hidden, value, start, reached, sumReached));
            }
        }

        return parts;
    }

    private static HiddenPart Grow(
        CellSystem system,
        IReadOnlyList<bool> hidden,
        IReadOnlyList<long> value,
        int start,
        bool[] reached,
        bool[] sumReached
    )
    {
        List<int> cells = [start];
        List<(int Sum, long Left)> sums = [];
        reached[start] = true;
        for (var next = 0; next < cells.Count; next++)
        {
            foreach (var sum in system.SumsOf(cells[next]))
            {
                if (sumReached[sum])
                {
                    continue;
                }

                sumReached[sum] = true;
                var rest = 0L;
                foreach (var (cell, sign) in system.Terms(sum))
                {
                    if (!hidden[cell])
                    {
                        rest -= sign * value[cell];
                    }
                    else if (!reached[cell])
                    {
                        reached[cell] = true;
                        cells.Add(cell);
                    }
                }

                sums.Add((sum, rest));
            }
        }

        cells.Sort();
        sums.Sort();
        return new(
            system,
            [.. cells],
            [.. sums.Select(one => one.Sum)],
            [.. sums.Select(one => one.Left)]
        );
    }
}
