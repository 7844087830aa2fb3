namespace Throughline.Analysis.Disclosure;

/// <summary>Makes a pattern protect by hiding the cheapest ways out of its shortfalls: quick, and seldom the cheapest in all.</summary>
internal sealed class PatternRepair(
    SuppressionProblem problem,
    SumBlocks blocks,
    PatternCheck check
) : IDisposable
{
    private static readonly HashSet<int> None = [];
    private readonly WayOut?[] near = new WayOut?[blocks.All.Count];
    private WayOut? around;
    private WayOut? everywhere;
    private int aroundBlock = -1;
    private long steps;

    /// <summary>The solvers' steps so far: work that is the same on every machine.</summary>
    public long Steps =>
        steps + near.Append(around).Append(everywhere).Sum(ways => ways?.Steps ?? 0);

    /// <summary>A protecting pattern that hides all that <paramref name="pattern"/> does.</summary>
    /// <param name="pattern">A pattern.</param>
    /// <param name="shortfalls">Its shortfalls.</param>
    /// <param name="met">Told the shortfalls on the way.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="UnprotectableException">There is none.</exception>
    public bool[] Repair(
        IReadOnlyList<bool> pattern,
        List<Shortfall> shortfalls,
        Action<Shortfall> met,
        CancellationToken cancel
    )
    {
        bool[] hidden = [.. pattern];
        while (shortfalls.Count > 0)
        {
            var isMore = false;
            foreach (var target in shortfalls.Select(cut => cut.Target).Distinct())
            {
                cancel.ThrowIfCancellationRequested();
                var ways = HideWays(hidden, target);
                isMore |= ways ?? false;
                isMore |= ways is not true && HideAround(hidden, target);
            }

            if (!isMore)
            {
                hidden = [.. problem.Role.Select(role => role != CellRole.Public)];
            }

            shortfalls = check.Break(hidden, cancel);
            if (shortfalls.Find(cut => cut.Weights.Sum() < cut.Level) is { } never)
            {
                throw new UnprotectableException(never.Target);
            }

            shortfalls.ForEach(met);
        }

        return hidden;
    }

    public void Dispose()
    {
        foreach (var ways in near.Append(around).Append(everywhere))
        {
            ways?.Dispose();
        }
    }

    /// <summary>Hides the cheapest ways of moving the target; whether that hid anything, null where a way is missing.</summary>
    private bool? HideWays(bool[] hidden, int target)
    {
        var asked = problem.Protection[target];
        var isMore = false;
        foreach (var (level, up) in new[] { (asked.Upper, true), (asked.Lower, false) })
        {
            if (level > 0)
            {
                if (Way(hidden, target, level, up) is not { } way)
                {
                    return null;
                }

                foreach (var cell in way.Where(cell => !hidden[cell]))
                {
                    hidden[cell] = isMore = true;
                }
            }
        }

        return isMore;
    }

    /// <summary>A way among the sums near the target, or further out, or else among all.</summary>
    private List<int>? Way(bool[] hidden, int target, long level, bool up)
    {
        if (blocks.BlockOf(target) is not { } number)
        {
            return null;
        }

        near[number] ??= new(problem, blocks.All[number].Sums);
        if (near[number]!.Find(hidden, None, target, level, up) is var (cells, _))
        {
            return cells;
        }

        if (!blocks.AreNeighborhoods)
        {
            return null;
        }

        if (aroundBlock != number)
        {
            // Cells of one block follow each other: one such program is enough at a time.
            steps += around?.Steps ?? 0;
            around?.Dispose();
            (around, aroundBlock) = (new(problem, blocks.Around(target)), number);
        }

        if (around!.Find(hidden, None, target, level, up) is var (further, _))
        {
            return further;
        }

        everywhere ??= new(problem, Enumerable.Range(0, problem.System.Sums.Count).ToHashSet());
        return everywhere.Find(hidden, None, target, level, up)?.Cells;
    }

    /// <summary>The plainest help, where no way does: one more cell in each sum of the target; whether there was one.</summary>
    private bool HideAround(bool[] hidden, int target)
    {
        var isMore = false;
        foreach (var sum in problem.System.SumsOf(target))
        {
            var next = problem
                .System.Terms(sum)
                .Select(term => term.Cell)
                .Where(cell => !hidden[cell] && problem.Role[cell] == CellRole.Free)
                .OrderBy(cell => problem.Cost[cell])
                .ThenBy(cell => cell)
                .Select(cell => (int?)cell)
                .FirstOrDefault();
            if (next is { } cell)
            {
                hidden[cell] = isMore = true;
            }
        }

        return isMore;
    }
}
