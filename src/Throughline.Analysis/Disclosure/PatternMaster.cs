using Google.OrTools.Sat;

namespace Throughline.Analysis.Disclosure;

/// <summary>
/// The integer program over patterns: the cheapest one that meets every <see cref="Shortfall"/> found so far. Its cost is a lower bound
/// of the problem's.
/// </summary>
internal sealed class PatternMaster
{
    private readonly SuppressionProblem problem;
    private readonly CpModel model = new();
    private readonly BoolVar?[] hide;

    public PatternMaster(SuppressionProblem problem)
    {
        this.problem = problem;
        var cells = problem.System.Cells;
        hide = new BoolVar?[cells];
        var free = new List<BoolVar>();
        var costs = new List<long>();
        for (var cell = 0; cell < cells; cell++)
        {
            if (problem.Role[cell] == CellRole.Free)
            {
                hide[cell] = model.NewBoolVar("");
                free.Add(hide[cell]!);
                costs.Add(problem.Cost[cell]);
            }
        }

        model.Minimize(LinearExpr.WeightedSum(free, costs));
        for (var sum = 0; sum < problem.System.Sums.Count; sum++)
        {
            NeverOneGap(sum);
        }
    }

    /// <summary>How much work was done, in the solver's own deterministic seconds.</summary>
    public double Effort { get; private set; }

    public void Add(Shortfall cut)
    {
        model.Add(
            LinearExpr.WeightedSum(cut.Cells.Select(cell => hide[cell]!), cut.Weights) >= cut.Level
        );
    }

    /// <summary>The cheapest pattern and a proved lower bound; null where there is none, or none was found within the effort.</summary>
    public (bool[] Hidden, long Cost, long Bound, bool Best)? Solve(
        double effort,
        IReadOnlyList<bool>? hint,
        out bool impossible,
        CancellationToken cancel
    )
    {
        model.ClearHints();
        for (var cell = 0; cell < hide.Length && hint is not null; cell++)
        {
            if (hide[cell] is { } variable)
            {
                model.AddHint(variable, hint[cell]);
            }
        }

        var solver = new CpSolver
        {
            StringParameters = FormattableString.Invariant(
                $"num_workers:1 random_seed:0 max_deterministic_time:{Math.Max(0.01, effort)}"
            ),
        };
        using var stop = cancel.Register(solver.StopSearch);
        var status = solver.Solve(model);
        Effort += solver.Response!.DeterministicTime;
        cancel.ThrowIfCancellationRequested();
        impossible = status == CpSolverStatus.Infeasible;
        if (status is not (CpSolverStatus.Optimal or CpSolverStatus.Feasible))
        {
            return null;
        }

        var hidden = new bool[hide.Length];
        for (var cell = 0; cell < hide.Length; cell++)
        {
            hidden[cell] =
                problem.Role[cell] == CellRole.Hidden
                || (hide[cell] is { } variable && solver.BooleanValue(variable));
        }

        return (
            hidden,
            (long)Math.Round(solver.ObjectiveValue),
            (long)Math.Ceiling(solver.BestObjectiveBound - 1e-6),
            status == CpSolverStatus.Optimal
        );
    }

    /// <summary>
    /// A single gap in a sum is no gap: whoever subtracts has it. Hidden cells that ask for protection need company; others are
    /// published at once rather than stand alone.
    /// </summary>
    private void NeverOneGap(int sum)
    {
        var always = 0;
        var free = new List<BoolVar>();
        var asks = false;
        foreach (var (cell, _) in problem.System.Terms(sum))
        {
            if (hide[cell] is { } variable)
            {
                free.Add(variable);
            }
            else if (problem.Role[cell] == CellRole.Hidden)
            {
                always++;
                asks |= !problem.Protection[cell].AsksNothing;
            }
        }

        if (free.Count == 0 || always > 1)
        {
            return;
        }

        if (always == 1)
        {
            if (asks)
            {
                model.AddBoolOr(free);
            }

            return;
        }

        var any = model.NewBoolVar("");
        foreach (var variable in free)
        {
            model.AddImplication(variable, any);
        }

        model.Add(LinearExpr.Sum(free) >= LinearExpr.Term(any, 2));
    }
}
