using Google.OrTools.LinearSolver;

namespace Throughline.Analysis.Disclosure;

/// <summary>What a linear attack found: the extreme, and hidden counts that reach it.</summary>
/// <param name="Value">The extreme; infinite where nothing bounds it.</param>
/// <param name="Point">For each cell of the part its count at the extreme; empty where there is none.</param>
internal sealed record LinearExtreme(double Value, double[] Point)
{
    private const double Whole = 1e-6;

    public bool IsWhole =>
        Point.Length > 0 && Point.All(value => Math.Abs(value - Math.Round(value)) < Whole);
}

/// <summary>
/// The linear program of an attacker on one <see cref="HiddenPart"/>: all counts that fit the published sums and what the attacker knows
/// of each cell. Built once, asked many times.
/// </summary>
internal sealed class LinearAttack : IDisposable
{
    private readonly HiddenPart part;
    private readonly IReadOnlyList<double> low;
    private readonly IReadOnlyList<double> high;
    private readonly Dictionary<int, int> position = [];
    private Solver solver;
    private Variable[] variables = [];
    private Constraint[] constraints = [];

    /// <param name="part">The hidden cells that are attacked.</param>
    /// <param name="low">For every cell of the system the least count that the attacker holds possible.</param>
    /// <param name="high">The most; may be infinite.</param>
    public LinearAttack(HiddenPart part, IReadOnlyList<double> low, IReadOnlyList<double> high)
    {
        this.part = part;
        this.low = low;
        this.high = high;
        for (var place = 0; place < part.Cells.Length; place++)
        {
            position[part.Cells[place]] = place;
        }

        solver = Build("GLOP");
    }

    public HiddenPart Part => part;

    /// <summary>Where a cell stands in <see cref="LinearExtreme.Point"/>.</summary>
    public int PositionOf(int cell) => position[cell];

    /// <summary>The least or the most that a cell can be; null where no counts fit at all.</summary>
    public LinearExtreme? Extreme(int cell, bool most)
    {
        var answer = Solve(cell, most);
        if (answer is Solver.ResultStatus.ABNORMAL or Solver.ResultStatus.NOT_SOLVED)
        {
            // A second opinion on what the first solver could not settle.
            solver.Dispose();
            solver = Build("CLP");
            answer = Solve(cell, most);
        }

        return answer switch
        {
            Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.FEASIBLE => new(
                variables[position[cell]].SolutionValue(),
                Array.ConvertAll(variables, variable => variable.SolutionValue())
            ),
            Solver.ResultStatus.INFEASIBLE => null,
            Solver.ResultStatus.UNBOUNDED => new(
                most ? double.PositiveInfinity : double.NegativeInfinity,
                []
            ),
            _ => throw new InvalidOperationException($"The linear program ended as {answer}."),
        };
    }

    /// <summary>The price of each sum of the part at the last extreme: multipliers of a proof that there is no further one.</summary>
    public double[] Prices() => Array.ConvertAll(constraints, constraint => constraint.DualValue());

    public void Dispose() => solver.Dispose();

    private Solver.ResultStatus Solve(int cell, bool most)
    {
        var objective = solver.Objective();
        objective.Clear();
        objective.SetCoefficient(variables[position[cell]], 1);
        objective.SetOptimizationDirection(most);
        return solver.Solve();
    }

    private Solver Build(string name)
    {
        var built = Solver.CreateSolver(name);
        variables = Array.ConvertAll(
            part.Cells,
            cell => built.MakeNumVar(low[cell], high[cell], "")
        );
        constraints = new Constraint[part.Sums.Length];
        for (var sum = 0; sum < constraints.Length; sum++)
        {
            var constraint = built.MakeConstraint(part.Rest[sum], part.Rest[sum]);
            foreach (var (cell, sign) in part.System.Terms(part.Sums[sum]))
            {
                if (position.TryGetValue(cell, out var place))
                {
                    constraint.SetCoefficient(variables[place], sign);
                }
            }

            constraints[sum] = constraint;
        }

        return built;
    }
}
