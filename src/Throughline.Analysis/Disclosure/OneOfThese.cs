namespace Throughline.Analysis.Disclosure;

/// <summary>
/// Where fractions protect a cell and whole counts do not, no prices prove it. Then as many further cells as possible are hidden without
/// helping the cell; of those that are left, at least one has to be hidden. Each try that helps shows a way out, of which one cell is
/// blocked, until no way is left: the blocked cells, less those that turn out not to be needed, are the condition.
/// </summary>
internal sealed class OneOfThese(SuppressionProblem problem) : IDisposable
{
    // Beyond this many cells the tries cost more than the condition is worth.
    private const int LargeSystem = 1500;
    private WayOut? ways;

    /// <summary>The solver's steps so far: work that is the same on every machine.</summary>
    public long Steps => ways?.Steps ?? 0;

    /// <summary>The condition for a hidden cell that whole counts narrow below what is asked.</summary>
    /// <param name="part">The part of the pattern in which the cell is.</param>
    /// <param name="hidden">The pattern.</param>
    /// <param name="target">The cell.</param>
    /// <param name="up">Upward, downward, or null for both together: the width.</param>
    public Shortfall Find(HiddenPart part, IReadOnlyList<bool> hidden, int target, bool? up)
    {
        if (problem.System.Cells > LargeSystem)
        {
            return Shortfall.OneMore(problem, part, hidden, target);
        }

        var blocked = new HashSet<int>();
        while (Way(hidden, blocked, target, up) is { } way)
        {
            blocked.Add(
                way.Where(cell => !hidden[cell])
                    .OrderByDescending(cell => problem.Cost[cell])
                    .ThenBy(cell => cell)
                    .First()
            );
        }

        foreach (var cell in blocked.OrderBy(cell => problem.Cost[cell]).ThenBy(cell => cell))
        {
            blocked.Remove(cell);
            if (Way(hidden, blocked, target, up) is not null)
            {
                blocked.Add(cell);
            }
        }

        int[] cells = [.. blocked.Order()];
        return new(target, cells, Array.ConvertAll(cells, _ => 1L), 1);
    }

    public void Dispose() => ways?.Dispose();

    /// <summary>Cells that move in whole counts as far as asked, when all but the blocked may be hidden; null where none can.</summary>
    private IReadOnlyCollection<int>? Way(
        IReadOnlyList<bool> hidden,
        HashSet<int> blocked,
        int target,
        bool? up
    )
    {
        var asked = problem.Protection[target];
        if (up is { } upward)
        {
            ways ??= new(problem, Enumerable.Range(0, problem.System.Sums.Count).ToHashSet());
            var way = ways.Find(
                hidden,
                blocked,
                target,
                upward ? asked.Upper : asked.Lower,
                upward
            );
            if (way is null or { IsWhole: true })
            {
                return way?.Cells;
            }
        }

        var open = new bool[hidden.Count];
        for (var cell = 0; cell < open.Length; cell++)
        {
            open[cell] =
                hidden[cell] || (problem.Role[cell] == CellRole.Free && !blocked.Contains(cell));
        }

        var part = HiddenPart
            .Split(problem.System, open, problem.Value)
            .First(one => Array.BinarySearch(one.Cells, target) >= 0);
        return up is { } direction
            ? InWholeCounts(part, target, direction, asked)
            : Wide(part, target, asked.Width);
    }

    private int[]? InWholeCounts(HiddenPart part, int target, bool up, Protection asked)
    {
        var value = problem.Value[target];
        return
            IntegerAttack.Find(
                part,
                problem.Low,
                problem.High,
                target,
                up ? value + asked.Upper : problem.Low[target],
                up ? problem.High[target] : value - asked.Lower
            )
                is { } point
            ? Moved(part, point)
            : null;
    }

    private int[]? Wide(HiddenPart part, int target, long width)
    {
        var (low, high) =
            IntegerAttack.Bounds(part, problem.Low, problem.High, target)
            ?? throw new InvalidOperationException("The true counts fit, yet none were found.");
        if (high - low < width)
        {
            return null;
        }

        var ends = new[] { low, high }.SelectMany(end =>
            Moved(part, IntegerAttack.Find(part, problem.Low, problem.High, target, end, end)!)
        );
        return [.. ends.Distinct().Order()];
    }

    private int[] Moved(HiddenPart part, long[] point) =>
        [.. part.Cells.Where((cell, place) => point[place] != problem.Value[cell])];
}
