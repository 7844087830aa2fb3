using Google.OrTools.LinearSolver;

namespace Throughline.Analysis.Disclosure;

/// <summary>
/// The linear program over patterns in fractions: cells may be hidden in part. Every condition that whole patterns meet is added where
/// it is violated. Its cost is a lower bound, and its conditions are the start of the integer program.
/// </summary>
internal sealed class PatternRelaxation : IDisposable
{
    private readonly SuppressionProblem problem;
    private readonly Solver solver = Solver.CreateSolver("GLOP");
    private readonly MPSolverParameters settings = WarmStart.Settings();
    private readonly Variable?[] hide;

    public PatternRelaxation(SuppressionProblem problem)
    {
        this.problem = problem;
        hide = new Variable?[problem.System.Cells];
        var objective = solver.Objective();
        objective.SetMinimization();
        for (var cell = 0; cell < hide.Length; cell++)
        {
            if (problem.Role[cell] == CellRole.Free)
            {
                hide[cell] = solver.MakeNumVar(0, 1, "");
                objective.SetCoefficient(hide[cell], problem.Cost[cell]);
            }
        }
    }

    /// <summary>The solver's steps so far: work that is the same on every machine.</summary>
    public long Steps { get; private set; }

    /// <summary>How far each cell is hidden in the cheapest pattern, and its cost; null where the solver finds none.</summary>
    public (double[] Share, double Cost)? Solve()
    {
        var status = solver.Solve(settings);
        Steps += WarmStart.Steps(solver);
        if (status is not Solver.ResultStatus.OPTIMAL)
        {
            return null;
        }

        var share = new double[hide.Length];
        for (var cell = 0; cell < share.Length; cell++)
        {
            share[cell] =
                hide[cell] is { } variable ? Math.Clamp(variable.SolutionValue(), 0, 1)
                : problem.Role[cell] == CellRole.Hidden ? 1
                : 0;
        }

        return (share, solver.Objective().Value());
    }

    public void Add(PatternCondition condition)
    {
        var row = solver.MakeConstraint(condition.Level, double.PositiveInfinity);
        for (var place = 0; place < condition.Cells.Length; place++)
        {
            row.SetCoefficient(hide[condition.Cells[place]]!, condition.Weights[place]);
        }
    }

    public void Dispose()
    {
        settings.Dispose();
        solver.Dispose();
    }
}
