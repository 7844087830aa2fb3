using Google.OrTools.LinearSolver;

namespace Throughline.Analysis.Selection;

/// <summary>
/// A linear program that is changed and solved again. CLP is the engine: of those in the package it is the one whose dual values are
/// right on the nearly tied programs that leximin makes.
/// </summary>
internal sealed class LinearProgram : IDisposable
{
    private readonly Solver solver = Solver.CreateSolver("CLP");
    private readonly List<Variable> variables = [];
    private readonly List<Constraint> rows = [];

    public int Variable(double low, double high, double cost = 0)
    {
        variables.Add(solver.MakeNumVar(low, high, ""));
        solver.Objective().SetCoefficient(variables[^1], cost);
        return variables.Count - 1;
    }

    public int Row(double low, double high)
    {
        rows.Add(solver.MakeConstraint(low, high, ""));
        return rows.Count - 1;
    }

    public void Set(int row, int variable, double coefficient) =>
        rows[row].SetCoefficient(variables[variable], coefficient);

    public void Bound(int row, double low, double high) => rows[row].SetBounds(low, high);

    public void Cost(int variable, double cost) =>
        solver.Objective().SetCoefficient(variables[variable], cost);

    /// <summary>Solves; false where nothing meets the rows.</summary>
    /// <exception cref="InvalidOperationException">The engine gave up, twice: once warm, once from scratch.</exception>
    public bool Solve(bool maximize)
    {
        solver.Objective().SetOptimizationDirection(maximize);
        var status = solver.Solve();
        if (status is not (Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.INFEASIBLE))
        {
            solver.Reset();
            status = solver.Solve();
        }

        return status switch
        {
            Solver.ResultStatus.OPTIMAL => true,
            Solver.ResultStatus.INFEASIBLE => false,
            _ => throw new InvalidOperationException($"The linear program ended as {status}."),
        };
    }

    public double Objective => solver.Objective().Value();

    public double Value(int variable) => variables[variable].SolutionValue();

    /// <summary>The change of the objective for one more unit of the row's bound.</summary>
    public double Dual(int row) => rows[row].DualValue();

    public void Dispose() => solver.Dispose();
}
