namespace Throughline.Analysis.Disclosure;

/// <summary>The search for the cheapest protecting pattern, from the first one to the proof.</summary>
internal sealed class PatternSearch : IDisposable
{
    private const double StepEffort = 5e-6;

    // A system of twice as many cells has half as many nodes a second.
    private const double CellNodesASecond = 100_000;
    private const int LeastNodes = 100;
    private const double Least = 1e-6;
    private readonly SuppressionProblem problem;
    private readonly double effort;
    private readonly IProgress<SuppressionProgress>? progress;
    private readonly CancellationToken cancel;
    private readonly PatternCheck check;
    private readonly PatternRepair repair;
    private readonly PatternRelaxation relaxation;
    private readonly List<PatternCondition> conditions = [];
    private PatternMaster? master;
    private bool[]? best;
    private long bestCost = long.MaxValue;
    private long bound;
    private double sofar;
    private int rounds;

    public PatternSearch(
        SuppressionProblem problem,
        SumBlocks blocks,
        double effort,
        IProgress<SuppressionProgress>? progress,
        CancellationToken cancel
    )
    {
        (this.problem, this.effort) = (problem, effort);
        (this.progress, this.cancel) = (progress, cancel);
        check = new(problem, blocks);
        repair = new(problem, blocks, check);
        relaxation = new(problem);
    }

    public SuppressionAnswer Run()
    {
        try
        {
            bool[] start = [.. problem.Role.Select(role => role == CellRole.Hidden)];
            Try(start);
            sofar = Spent;
            Relax(effort / 2);
            Prove();
            if (bound < bestCost)
            {
                best = GivenAway.All(problem, best!, check.Seen(best!, cancel), cancel);
                bestCost = Suppression.CostOf(problem, best);
            }
        }
        catch (OperationCanceledException) when (best is not null)
        {
            // The best pattern known is the answer, with its gap.
        }

        return new(best!, bestCost, bound, rounds);
    }

    public void Dispose()
    {
        check.Dispose();
        repair.Dispose();
        relaxation.Dispose();
        master?.Dispose();
    }

    /// <summary>What all solvers have done, in about seconds, the same on every machine.</summary>
    private double Spent =>
        (relaxation.Steps + check.Steps + repair.Steps + (master?.Steps ?? 0)) * StepEffort;

    /// <summary>What is left for proving; the first pattern is had whatever it takes.</summary>
    private double Left => effort - (Spent - sofar);

    /// <summary>Takes the pattern, mended where it does not protect, if it is better; whether it protected as it was.</summary>
    private bool Try(bool[] pattern)
    {
        rounds++;
        var shortfalls = check.Break(pattern, cancel);
        shortfalls.ForEach(Add);
        var mended = GivenAway.Alone(
            problem,
            shortfalls.Count == 0 ? pattern : repair.Repair(pattern, shortfalls, Add, cancel)
        );
        var cost = Suppression.CostOf(problem, mended);
        if (cost < bestCost)
        {
            (best, bestCost) = (mended, cost);
        }

        Report();
        return shortfalls.Count == 0;
    }

    /// <summary>Attacks patterns in fractions until the linear relaxation has nothing more to say.</summary>
    /// <param name="atLeast">What is to be left of the effort.</param>
    private void Relax(double atLeast)
    {
        while (bound < bestCost && Left > atLeast && relaxation.Solve() is var (share, cost))
        {
            cancel.ThrowIfCancellationRequested();
            bound = Math.Max(bound, (long)Math.Ceiling(cost - Math.Max(Least, Least * cost)));
            var missing = Company.Missing(problem, share);
            if (missing.Count == 0)
            {
                missing.AddRange(check.Break(share, cancel).Select(one => one.Condition));
                Report();
            }

            missing.ForEach(Add);
            if (missing.Count == 0)
            {
                return;
            }
        }
    }

    /// <summary>Asks the integer program for patterns until one of them protects: it is the best.</summary>
    private void Prove()
    {
        for (var isFirst = true; bound < bestCost && (isFirst || Left > 0); isFirst = false)
        {
            master ??= new(problem, conditions);
            var nodes = (long)
                Math.Max(LeastNodes, Left * CellNodesASecond / (1 + problem.System.Cells));
            var (pattern, least, impossible) = master.Solve(nodes, best, cancel);
            bound = Math.Min(bestCost, Math.Max(bound, least));
            if (impossible)
            {
                bound = bestCost;
            }

            if (pattern is null)
            {
                return;
            }

            var missing = Company.Missing(problem, [.. pattern.Select(hidden => hidden ? 1.0 : 0)]);
            missing.ForEach(Add);
            if (Try(pattern) && missing.Count == 0 && bound < bestCost)
            {
                return;
            }

            // What was learned from the whole pattern says more in fractions, which cost less to attack.
            Relax(atLeast: 0);
        }
    }

    private void Add(Shortfall shortfall) => Add(shortfall.Condition);

    private void Add(PatternCondition condition)
    {
        relaxation.Add(condition);
        conditions.Add(condition);
        master?.Add(condition);
    }

    private void Report() => progress?.Report(new(rounds, best is null ? null : bestCost, bound));
}
