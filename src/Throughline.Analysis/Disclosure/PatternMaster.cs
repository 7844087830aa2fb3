using Google.OrTools.LinearSolver;

namespace Throughline.Analysis.Disclosure;

/// <summary>
/// The integer program over patterns: the cheapest one that meets every condition found so far. Its cost is a lower bound of the
/// problem's. Solved by SCIP, which is at its best where the linear relaxation says nearly everything; one thread, always the same way.
/// </summary>
internal sealed class PatternMaster : IDisposable
{
    // Bounds are sums of whole costs: what the solver rounds away is far below one of them, relative to their size.
    private const double Rounding = 1e-7;
    private readonly SuppressionProblem problem;
    private readonly Solver solver = Solver.CreateSolver("SCIP");
    private readonly Variable?[] hide;
    private readonly List<int> free = [];

    public PatternMaster(SuppressionProblem problem, List<PatternCondition> conditions)
    {
        this.problem = problem;
        hide = new Variable?[problem.System.Cells];
        var objective = solver.Objective();
        objective.SetMinimization();
        for (var cell = 0; cell < hide.Length; cell++)
        {
            if (problem.Role[cell] == CellRole.Free)
            {
                hide[cell] = solver.MakeBoolVar("");
                objective.SetCoefficient(hide[cell], problem.Cost[cell]);
                free.Add(cell);
            }
        }

        conditions.ForEach(Add);
    }

    /// <summary>The solver's steps so far: work that is the same on every machine.</summary>
    public long Steps { get; private set; }

    public void Add(PatternCondition condition)
    {
        var row = solver.MakeConstraint(condition.Level, double.PositiveInfinity);
        for (var place = 0; place < condition.Cells.Length; place++)
        {
            row.SetCoefficient(hide[condition.Cells[place]]!, condition.Weights[place]);
        }
    }

    /// <summary>The cheapest pattern and a proved lower bound; no pattern where there is none, or none was found within the nodes.</summary>
    /// <param name="nodes">How many parts of the search tree may be looked at.</param>
    /// <param name="known">A pattern that is known to protect; null where none is.</param>
    /// <param name="cancel">Stops the search.</param>
    /// <returns>Impossible where no pattern at all meets the conditions.</returns>
    public (bool[]? Hidden, long Bound, bool Impossible) Solve(
        long nodes,
        IReadOnlyList<bool>? known,
        CancellationToken cancel
    )
    {
        if (known is not null)
        {
            solver.SetHint(
                [.. free.Select(cell => hide[cell]!)],
                [.. free.Select(cell => known[cell] ? 1.0 : 0)]
            );
        }

        // Ctrl-C is the program's own to hear.
        using var settings = new MPSolverParameters();
        settings.SetDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, 0);
        solver.SetSolverSpecificParametersAsString(
            FormattableString.Invariant(
                $"limits/totalnodes = {nodes}\nrandomization/randomseedshift = 0\nmisc/catchctrlc = FALSE\n"
            )
        );
        using var stop = cancel.Register(() => solver.InterruptSolve());
        var status = solver.Solve(settings);
        Steps += WarmStart.Steps(solver);
        cancel.ThrowIfCancellationRequested();
        if (status is Solver.ResultStatus.INFEASIBLE)
        {
            return (null, 0, true);
        }

        var bound = Math.Max(0, solver.Objective().BestBound());
        return (
            status is Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.FEASIBLE
                ? Pattern()
                : null,
            double.IsFinite(bound)
                ? (long)Math.Ceiling(bound - Math.Max(1e-6, Rounding * bound))
                : 0,
            false
        );
    }

    public void Dispose() => solver.Dispose();

    private bool[] Pattern()
    {
        var hidden = new bool[hide.Length];
        for (var cell = 0; cell < hidden.Length; cell++)
        {
            hidden[cell] =
                problem.Role[cell] == CellRole.Hidden
                || (hide[cell] is { } variable && variable.SolutionValue() > 0.5);
        }

        return hidden;
    }
}
