using System.Runtime.InteropServices;

namespace Throughline.Analysis.Disclosure;

/// <summary>How a running suppression stands.</summary>
/// <param name="Round">How many patterns were tried.</param>
/// <param name="Cost">The cost of the best protecting pattern so far; null where there is none yet.</param>
/// <param name="Bound">No protecting pattern costs less.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SuppressionProgress(int Round, long? Cost, long Bound);

/// <summary>A cell that cannot be protected whatever is hidden.</summary>
public sealed class UnprotectableException(int cell)
    : Exception($"Cell {cell} cannot be protected, whatever is hidden.")
{
    public int Cell => cell;
}

/// <summary>Which cells are hidden, what that costs, and how far it is from the best.</summary>
/// <param name="Hidden">For each cell whether it is hidden. The pattern has withstood the attack on every protection.</param>
/// <param name="Cost">The cost of the cells that were hidden beside those that had to be.</param>
/// <param name="Bound">No protecting pattern costs less; equal to <paramref name="Cost"/> where proved.</param>
/// <param name="Rounds">How many patterns were tried.</param>
public sealed record SuppressionAnswer(
    IReadOnlyList<bool> Hidden,
    long Cost,
    long Bound,
    int Rounds
)
{
    public bool Proved => Bound >= Cost;

    /// <summary>The share of the cost that might be saved at the most; 0 where the pattern is proved the best.</summary>
    public double Gap => Proved ? 0 : (double)(Cost - Bound) / Cost;
}

/// <summary>
/// Complementary cell suppression at the least cost. Exact by cutting planes: an integer program proposes the cheapest pattern, linear
/// programs attack it, each success of the attack becomes a condition, until a pattern withstands (Fischetti and Salazar, "Solving the
/// cell suppression problem on tabular data with linear constraints", Management Science 47, 2001). Where linear attacks fail but whole
/// counts can be narrowed further, one more cell is asked for, so the answer also withstands an attacker who reckons in whole people.
/// Beyond the effort allowed, the best pattern known with its gap. The problem is NP-hard. Same input, same answer on every machine.
/// </summary>
public static class Suppression
{
    /// <param name="problem">The cells, sums, costs and protections.</param>
    /// <param name="effort">The most work for proving, in the solver's deterministic seconds (about as long on the clock).</param>
    /// <param name="progress">Told after each round.</param>
    /// <param name="cancel">Stops early: the best pattern known is the answer.</param>
    /// <exception cref="UnprotectableException">A cell cannot be protected whatever is hidden.</exception>
    /// <exception cref="OperationCanceledException">It was stopped before any protecting pattern was known.</exception>
    public static SuppressionAnswer Solve(
        SuppressionProblem problem,
        double effort = 60,
        IProgress<SuppressionProgress>? progress = null,
        CancellationToken cancel = default
    )
    {
        var check = new PatternCheck(problem);
        var master = new PatternMaster(problem);
        bool[]? best = null;
        var (bound, rounds) = (0L, 0);
        try
        {
            var start = Array.ConvertAll([.. problem.Role], role => role == CellRole.Hidden);
            Meet(check.Break(start, cancel: cancel), master);
            while (best is null || bound < CostOf(problem, best))
            {
                var left = effort - master.Effort - check.Effort;
                if (left <= 0 && best is not null)
                {
                    break;
                }

                var proposed = master.Solve(left, best, out var impossible, cancel);
                if (impossible)
                {
                    throw Unprotectable(problem, check, cancel);
                }

                rounds++;
                bound = Math.Max(bound, proposed?.Bound ?? 0);
                var pattern = proposed?.Hidden ?? start;
                var shortfalls = check.Break(pattern, cancel: cancel);
                Meet(shortfalls, master);
                if (shortfalls.Count > 0 && (best is null || rounds % 8 == 0))
                {
                    pattern = Repair(problem, check, pattern, shortfalls, cancel);
                    shortfalls = [];
                }

                if (
                    shortfalls.Count == 0
                    && (best is null || CostOf(problem, pattern) < CostOf(problem, best))
                )
                {
                    best = pattern;
                }

                progress?.Report(new(rounds, best is null ? null : CostOf(problem, best), bound));
            }
        }
        catch (OperationCanceledException) when (best is not null)
        {
            // The best pattern known is the answer, with its gap.
        }

        return new(best!, CostOf(problem, best!), bound, rounds);
    }

    internal static long CostOf(SuppressionProblem problem, IReadOnlyList<bool> hidden)
    {
        var cost = 0L;
        for (var cell = 0; cell < hidden.Count; cell++)
        {
            cost += hidden[cell] && problem.Role[cell] == CellRole.Free ? problem.Cost[cell] : 0;
        }

        return cost;
    }

    private static void Meet(List<Shortfall> shortfalls, PatternMaster master)
    {
        foreach (var cut in shortfalls)
        {
            if (cut.Weights.Sum() < cut.Level)
            {
                throw new UnprotectableException(cut.Target);
            }

            master.Add(cut);
        }
    }

    /// <summary>Hides the cheapest ways out for each shortfall until none is left, as far as it goes.</summary>
    private static bool[] Repair(
        SuppressionProblem problem,
        PatternCheck check,
        bool[] pattern,
        List<Shortfall> shortfalls,
        CancellationToken cancel
    )
    {
        bool[] hidden = [.. pattern];
        while (shortfalls.Count > 0)
        {
            var atFirst = hidden.Count(one => one);
            foreach (var target in shortfalls.Select(cut => cut.Target).Distinct())
            {
                var asked = problem.Protection[target];
                var before = hidden.Count(one => one);
                var helped =
                    (
                        asked.Upper <= 0
                        || CheapestPath.Hide(problem, hidden, target, asked.Upper, upward: true)
                    )
                    & (
                        asked.Lower <= 0
                        || CheapestPath.Hide(problem, hidden, target, asked.Lower, upward: false)
                    );
                if (!helped || before == hidden.Count(one => one))
                {
                    HideAround(problem, hidden, target);
                }
            }

            if (atFirst == hidden.Count(one => one))
            {
                hidden = Everything(problem);
            }

            var left = check.Break(hidden, cancel: cancel);
            if (left.Find(cut => cut.Weights.Sum() < cut.Level) is { } never)
            {
                throw new UnprotectableException(never.Target);
            }

            shortfalls = left;
        }

        return hidden;
    }

    /// <summary>The plainest help, where no path does: one more cell in each sum of the target.</summary>
    private static void HideAround(SuppressionProblem problem, bool[] hidden, int target)
    {
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
                hidden[cell] = true;
            }
        }
    }

    /// <summary>Names a cell that fails even where everything that may be hidden is.</summary>
    private static UnprotectableException Unprotectable(
        SuppressionProblem problem,
        PatternCheck check,
        CancellationToken cancel
    ) => new(check.Break(Everything(problem), first: true, cancel: cancel)[0].Target);

    private static bool[] Everything(SuppressionProblem problem) =>
        Array.ConvertAll([.. problem.Role], role => role != CellRole.Public);
}
