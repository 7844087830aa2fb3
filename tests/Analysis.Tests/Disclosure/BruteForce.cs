using Throughline.Analysis.Disclosure;

namespace Throughline.Analysis.Tests.Disclosure;

/// <summary>
/// Small problems of suppression and their answer by trying every pattern against every table that fits: slow, and nothing in common
/// with the method it judges.
/// </summary>
public static class BruteForce
{
    /// <summary>A random table of 2 x 2 up to 3 x 3 or 2 x 2 x 2 with totals, limits, costs, roles and protections of its own.</summary>
    public static SuppressionProblem Problem(int seed)
    {
        var random = new Random(seed);
        int[][] shapes =
        [
            [2, 2],
            [2, 3],
            [3, 2],
            [3, 3],
            [2, 2, 2],
        ];
        var sizes = shapes[random.Next(shapes.Length)];
        var (places, sums) = Cross(sizes);
        var value = new long[places.Count];
        var inner = places.Select(place => !place.Contains(-1)).ToArray();
        for (var cell = 0; cell < value.Length; cell++)
        {
            value[cell] = inner[cell] ? random.Next(7) : 0;
        }

        for (var cell = 0; cell < value.Length; cell++)
        {
            value[cell] = inner[cell]
                ? value[cell]
                : places
                    .Select((place, other) => (place, other))
                    .Where(one => inner[one.other] && Within(one.place, places[cell]))
                    .Sum(one => value[one.other]);
        }

        var (low, high) = (new double[value.Length], new double[value.Length]);
        var cost = new long[value.Length];
        var role = new CellRole[value.Length];
        var protection = new Protection[value.Length];
        for (var cell = 0; cell < value.Length; cell++)
        {
            low[cell] = Math.Max(0, value[cell] - random.Next(5));
            high[cell] = value[cell] + random.Next(5);
            cost[cell] = random.Next(6);
            var chance = random.Next(20);
            role[cell] =
                chance < 5 && inner[cell] ? CellRole.Hidden
                : chance < 8 ? CellRole.Public
                : CellRole.Free;
            if (role[cell] == CellRole.Hidden)
            {
                var reach = random.Next(1, 4);
                protection[cell] = new(
                    Math.Min(random.Next(reach), (long)(value[cell] - low[cell])),
                    Math.Min(random.Next(reach + 1), (long)(high[cell] - value[cell])),
                    Math.Min(reach, (long)(high[cell] - low[cell]))
                );
            }
        }

        return new(new CellSystem(value.Length, sums), value, low, high, cost, role, protection);
    }

    /// <summary>The least cost of a pattern that protects; null where none does.</summary>
    public static long? LeastCost(SuppressionProblem problem)
    {
        var free = Enumerable
            .Range(0, problem.System.Cells)
            .Where(cell => problem.Role[cell] == CellRole.Free)
            .ToArray();
        var patterns = Enumerable
            .Range(0, 1 << free.Length)
            .Select(pattern =>
                (
                    Pattern: pattern,
                    Cost: free.Where((_, place) => (pattern >> place & 1) == 1)
                        .Sum(cell => problem.Cost[cell])
                )
            )
            .OrderBy(one => one.Cost)
            .ThenBy(one => one.Pattern);
        if (!Protects(problem, Hidden(problem, free, (1 << free.Length) - 1)))
        {
            return null;
        }

        return patterns.First(one => Protects(problem, Hidden(problem, free, one.Pattern))).Cost;
    }

    /// <summary>Whether a pattern withstands: all tables of whole counts that fit are tried until each protection is seen.</summary>
    public static bool Protects(SuppressionProblem problem, IReadOnlyList<bool> hidden)
    {
        var cells = Enumerable.Range(0, hidden.Count).Where(cell => hidden[cell]).ToArray();
        var asking = cells.Where(cell => !problem.Protection[cell].AsksNothing).ToArray();
        var least = problem.Value.ToArray();
        var most = problem.Value.ToArray();
        bool Seen() =>
            asking.All(cell =>
                most[cell] - problem.Value[cell] >= problem.Protection[cell].Upper
                && problem.Value[cell] - least[cell] >= problem.Protection[cell].Lower
                && most[cell] - least[cell] >= problem.Protection[cell].Width
            );
        var table = problem.Value.ToArray();
        return Seen()
            || Any(
                problem,
                cells,
                0,
                table,
                () =>
                {
                    foreach (var cell in cells)
                    {
                        least[cell] = Math.Min(least[cell], table[cell]);
                        most[cell] = Math.Max(most[cell], table[cell]);
                    }

                    return Seen();
                }
            );
    }

    /// <summary>Fills the hidden cells one by one with every count that their sums allow; stops when told so.</summary>
    private static bool Any(
        SuppressionProblem problem,
        int[] cells,
        int next,
        long[] table,
        Func<bool> stop
    )
    {
        if (next == cells.Length)
        {
            return stop();
        }

        var cell = cells[next];
        for (var count = (long)problem.Low[cell]; count <= problem.High[cell]; count++)
        {
            table[cell] = count;
            if (
                problem
                    .System.SumsOf(cell)
                    .All(sum =>
                        IsOpen(problem, cells, next, sum) || Adds(problem.System.Sums[sum], table)
                    ) && Any(problem, cells, next + 1, table, stop)
            )
            {
                return true;
            }
        }

        table[cell] = problem.Value[cell];
        return false;
    }

    private static bool IsOpen(SuppressionProblem problem, int[] cells, int next, int sum)
    {
        var one = problem.System.Sums[sum];
        for (var later = next + 1; later < cells.Length; later++)
        {
            if (one.Total == cells[later] || one.Parts.Contains(cells[later]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Adds(CellSum sum, long[] table) =>
        sum.Parts.Sum(part => table[part]) == table[sum.Total];

    private static bool[] Hidden(SuppressionProblem problem, int[] free, int pattern)
    {
        var hidden = problem.Role.Select(role => role == CellRole.Hidden).ToArray();
        for (var place = 0; place < free.Length; place++)
        {
            hidden[free[place]] = (pattern >> place & 1) == 1;
        }

        return hidden;
    }

    private static (List<int[]> Places, List<CellSum> Sums) Cross(int[] sizes)
    {
        List<int[]> places =
        [
            [],
        ];
        foreach (var size in sizes)
        {
            places =
            [
                .. places.SelectMany(place =>
                    Enumerable.Range(-1, size + 1).Select(one => (int[])[.. place, one])
                ),
            ];
        }

        var sums = new List<CellSum>();
        for (var total = 0; total < places.Count; total++)
        {
            for (var dimension = 0; dimension < sizes.Length; dimension++)
            {
                if (places[total][dimension] == -1)
                {
                    var (at, along) = (places[total], dimension);
                    sums.Add(
                        new(
                            total,
                            [
                                .. Enumerable
                                    .Range(0, places.Count)
                                    .Where(part =>
                                        places[part][along] >= 0
                                        && places[part]
                                            .Where((_, place) => place != along)
                                            .SequenceEqual(at.Where((_, place) => place != along))
                                    ),
                            ]
                        )
                    );
                }
            }
        }

        return (places, sums);
    }

    private static bool Within(int[] inner, int[] total) =>
        inner.Zip(total).All(pair => pair.Second == -1 || pair.First == pair.Second);
}
