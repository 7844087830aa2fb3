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
/// Complementary cell suppression at the least cost. Exact by cutting planes: linear programs attack first the patterns in fractions of
/// the linear relaxation, then the whole patterns of an integer program; each success of an attack becomes a condition, until a pattern
/// withstands (Fischetti and Salazar, "Solving the cell suppression problem on tabular data with linear constraints", Management Science
/// 47, 2001). Where linear attacks fail but whole
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
        using var search = new PatternSearch(problem, new(problem), effort, progress, cancel);
        return search.Run();
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
}
