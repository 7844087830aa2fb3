using Throughline.Analysis.Disclosure;

namespace Throughline.Analysis.Tests.Disclosure;

/// <summary>
/// Small problems of suppression and their answer by trying every table that fits: nothing in common with the method it judges. Every
/// table of whole counts is laid down with the cells that it moves; a pattern shows an attacker the tables that move only hidden cells.
/// </summary>
public sealed class BruteForce
{
    private readonly SuppressionProblem problem;
    private readonly int[] inner;
    private readonly int[][] innerOf;
    private readonly Dictionary<int, (long[] Least, long[] Most)> movesBy = [];

    private BruteForce(SuppressionProblem problem, int[] inner, int[][] innerOf)
    {
        this.problem = problem;
        this.inner = inner;
        this.innerOf = innerOf;
        Fill(0, new long[problem.System.Cells]);
    }

    /// <summary>All tables that fit, of a problem of <see cref="Problem"/>.</summary>
    public static BruteForce Of(SuppressionProblem problem)
    {
        var totals = problem.System.Sums.ToLookup(sum => sum.Total);
        var innerOf = new int[problem.System.Cells][];
        int[] InnerOf(int cell) =>
            innerOf[cell] ??= totals.Contains(cell)
                ? [.. totals[cell].First().Parts.SelectMany(InnerOf)]
                : [cell];
        for (var cell = 0; cell < innerOf.Length; cell++)
        {
            InnerOf(cell);
        }

        return new(
            problem,
            [.. Enumerable.Range(0, innerOf.Length).Where(cell => !totals.Contains(cell))],
            innerOf
        );
    }

    /// <summary>A random table of 2 x 2 up to 3 x 3 or 2 x 2 x 2 with totals, limits, costs, roles and protections of its own.</summary>
    public static SuppressionProblem Problem(int seed)
    {
        var random = new Random(seed);
        var (places, sums) = Cross(Sizes(random));
        var inner = places.ConvertAll(place => !place.Contains(-1));
        var value = inner.ConvertAll(one => one ? random.Next(7) : 0L);
        for (var cell = 0; cell < value.Count; cell++)
        {
            value[cell] = places
                .Select((place, other) => (place, other))
                .Where(one => inner[one.other] && Within(one.place, places[cell]))
                .Sum(one => value[one.other]);
        }

        var (low, high) = (new double[value.Count], new double[value.Count]);
        var cost = new long[value.Count];
        var role = new CellRole[value.Count];
        var protection = new Protection[value.Count];
        var room = inner.Count(one => one) < 8 ? 5 : 3;
        for (var cell = 0; cell < value.Count; cell++)
        {
            low[cell] = Math.Max(0, value[cell] - random.Next(room));
            high[cell] = value[cell] + random.Next(room);
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

        return new(
            new CellSystem(value.Count, sums),
            [.. value],
            low,
            high,
            cost,
            role,
            protection
        );
    }

    /// <summary>The table of the same seed with some cells hidden, whose marks say how far they may lie from their counts.</summary>
    public static CountTable Published(
        int seed,
        SuppressionProblem problem,
        IReadOnlyList<bool> hidden
    )
    {
        var (places, _) = Cross(Sizes(new Random(seed)));
        return new(
            $"seed {seed}",
            [.. places[0].Select((_, dimension) => $"v{dimension}")],
            [
                .. places.Select(
                    (place, cell) =>
                        new TableCell(
                            [.. place.Select(one => one < 0 ? null : $"c{one}")],
                            hidden[cell] ? null : problem.Value[cell],
                            $"cell {cell}"
                        )
                        {
                            Least = (long)problem.Low[cell],
                            Most = (long)problem.High[cell],
                        }
                ),
            ]
        );
    }

    /// <summary>The least cost of a pattern that protects; null where none does.</summary>
    public long? LeastCost()
    {
        var hidden = 0;
        for (var cell = 0; cell < problem.System.Cells; cell++)
        {
            hidden |= problem.Role[cell] == CellRole.Hidden ? 1 << cell : 0;
        }

        return LeastCost(Demands(), 0, hidden, 0, null);
    }

    /// <summary>Whether a pattern withstands every table that an attacker who sees the rest must hold possible.</summary>
    public bool Protects(IReadOnlyList<bool> hidden) =>
        Enumerable
            .Range(0, hidden.Count)
            .Where(cell => problem.Role[cell] == CellRole.Hidden)
            .All(cell =>
                Range(hidden, cell) is var (low, high)
                && high - problem.Value[cell] >= problem.Protection[cell].Upper
                && problem.Value[cell] - low >= problem.Protection[cell].Lower
                && high - low >= problem.Protection[cell].Width
            );

    /// <summary>The least and the most that a cell can be, whatever is hidden.</summary>
    public (long Low, long High) Range(IReadOnlyList<bool> hidden, int cell)
    {
        var mask = hidden.Select((one, place) => one ? 1 << place : 0).Sum();
        var (low, high) = (0L, 0L);
        foreach (var (moved, extremes) in movesBy)
        {
            if ((moved & ~mask) == 0)
            {
                low = Math.Min(low, extremes.Least[cell]);
                high = Math.Max(high, extremes.Most[cell]);
            }
        }

        return (problem.Value[cell] + low, problem.Value[cell] + high);
    }

    /// <summary>Hides for one demand after the other each set of cells that meets it, and keeps the cheapest.</summary>
    private long? LeastCost(List<int[]> demands, int next, int hidden, long cost, long? best)
    {
        if (best is { } known && cost >= known)
        {
            return best;
        }

        if (next == demands.Count)
        {
            return cost;
        }

        if (Array.Exists(demands[next], way => (way & ~hidden) == 0))
        {
            return LeastCost(demands, next + 1, hidden, cost, best);
        }

        foreach (var way in demands[next])
        {
            var more = 0L;
            for (var cell = 0; cell < problem.System.Cells; cell++)
            {
                more += (way & ~hidden & (1 << cell)) != 0 ? problem.Cost[cell] : 0;
            }

            best = LeastCost(demands, next + 1, hidden | way, cost + more, best);
        }

        return best;
    }

    /// <summary>For each thing that is asked the smallest sets of moving cells that give it.</summary>
    private List<int[]> Demands()
    {
        var demands = new List<int[]>();
        for (var at = 0; at < problem.System.Cells; at++)
        {
            var (cell, asked) = (at, problem.Protection[at]);
            if (problem.Role[cell] != CellRole.Hidden || asked.AsksNothing)
            {
                continue;
            }

            demands.Add(Ways(cell, 1, asked.Upper));
            demands.Add(Ways(cell, -1, asked.Lower));
            if (asked.Width > asked.Upper + asked.Lower)
            {
                demands.Add(
                    Smallest(
                        from up in Enumerable.Range(0, (int)asked.Width + 1)
                        from above in Ways(cell, 1, up)
                        from below in Ways(cell, -1, asked.Width - up)
                        select above | below
                    )
                );
            }
        }

        return demands;
    }

    /// <summary>The smallest sets of moving cells by which a cell moves so far.</summary>
    private int[] Ways(int cell, int direction, long level) =>
        level <= 0
            ? [0]
            : Smallest(
                from one in movesBy
                where (direction > 0 ? one.Value.Most[cell] : -one.Value.Least[cell]) >= level
                select one.Key
            );

    private static int[] Smallest(IEnumerable<int> sets)
    {
        var kept = new List<int>();
        foreach (var set in sets.Distinct().OrderBy(one => int.PopCount(one)))
        {
            if (!kept.Exists(smaller => (smaller & ~set) == 0))
            {
                kept.Add(set);
            }
        }

        return [.. kept];
    }

    /// <summary>Tries every count of every inner cell; totals follow.</summary>
    private void Fill(int next, long[] move)
    {
        if (next == inner.Length)
        {
            Lay(move);
            return;
        }

        var cell = inner[next];
        var (least, most) = Room(cell);
        for (var by = least; by <= most; by++)
        {
            move[cell] = by;
            Fill(next + 1, move);
        }

        move[cell] = 0;
    }

    private (long Least, long Most) Room(int cell) =>
        problem.Role[cell] == CellRole.Public
            ? (0, 0)
            : (
                (long)problem.Low[cell] - problem.Value[cell],
                (long)problem.High[cell] - problem.Value[cell]
            );

    private void Lay(long[] move)
    {
        var (all, moved) = (new long[move.Length], 0);
        for (var cell = 0; cell < all.Length; cell++)
        {
            foreach (var part in innerOf[cell])
            {
                all[cell] += move[part];
            }

            var (least, most) = Room(cell);
            if (all[cell] < least || all[cell] > most)
            {
                return;
            }

            moved |= all[cell] != 0 ? 1 << cell : 0;
        }

        if (!movesBy.TryGetValue(moved, out var extremes))
        {
            movesBy[moved] = ([.. all], [.. all]);
            return;
        }

        for (var cell = 0; cell < all.Length; cell++)
        {
            extremes.Least[cell] = Math.Min(extremes.Least[cell], all[cell]);
            extremes.Most[cell] = Math.Max(extremes.Most[cell], all[cell]);
        }
    }

    private static int[] Sizes(Random random)
    {
        int[][] shapes =
        [
            [2, 2],
            [2, 3],
            [3, 2],
            [3, 3],
            [2, 2, 2],
        ];
        return shapes[random.Next(shapes.Length)];
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
