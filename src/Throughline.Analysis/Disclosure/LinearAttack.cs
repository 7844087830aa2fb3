using Google.OrTools.LinearSolver;

namespace Throughline.Analysis.Disclosure;

/// <summary>What a linear attack found: the extreme, and hidden counts that reach it.</summary>
/// <param name="Value">The extreme.</param>
/// <param name="Point">For each cell of the part its count at the extreme.</param>
internal sealed record LinearExtreme(double Value, double[] Point)
{
    private const double Whole = 1e-6;

    public bool IsWhole => Point.All(value => Math.Abs(value - Math.Round(value)) < Whole);
}

/// <summary>
/// The linear program of an attacker on one <see cref="HiddenPart"/>: all counts that fit the published sums and what the attacker knows
/// of each cell. Built once, asked many times.
/// </summary>
internal sealed class LinearAttack : IDisposable
{
    private const double Noise = 1e-9;
    private readonly HiddenPart part;
    private readonly MPSolverParameters settings = WarmStart.Settings();
    private readonly IReadOnlyList<double> low;
    private readonly IReadOnlyList<double> high;
    private readonly Dictionary<int, int> position = [];
    private Solver solver;
    private Variable[] variables = [];
    private Constraint[] constraints = [];
    private bool isSecondOpinion;

    /// <param name="part">The hidden cells that are attacked.</param>
    /// <param name="low">For every cell of the system the least count that the attacker holds possible.</param>
    /// <param name="high">The most, finite.</param>
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

    /// <summary>The solver's steps so far: work that is the same on every machine.</summary>
    public long Steps { get; private set; }

    /// <summary>The least or the most that a cell can be; null where no counts fit at all.</summary>
    public LinearExtreme? Extreme(int cell, bool most)
    {
        var objective = solver.Objective();
        objective.Clear();
        objective.SetCoefficient(variables[position[cell]], 1);
        return Solve(
            most,
            () => variables[position[cell]].SolutionValue(),
            () => Extreme(cell, most)
        );
    }

    /// <summary>
    /// Pushes every cell its own way at once, and a second time the other way. Such counts prove the ranges of most cells of a large part.
    /// </summary>
    public IEnumerable<LinearExtreme> Push(int round)
    {
        foreach (var most in new[] { true, false })
        {
            var objective = solver.Objective();
            objective.Clear();
            for (var place = 0; place < variables.Length; place++)
            {
                // Scattered weights, the same everywhere; none is zero.
                var mixed = unchecked(
                    (((uint)part.Cells[place] * 2654435761u) ^ ((uint)round * 0x9E3779B9u))
                    * 2246822519u
                );
                objective.SetCoefficient(variables[place], ((mixed >> 16 & 0xFF) - 127.5) / 128);
            }

            if (Solve(most, () => 0, () => null) is { } point)
            {
                yield return point;
            }
        }
    }

    /// <summary>
    /// The price of each sum at the last extreme: multipliers of a proof that there is no further one, as of the most of the target or
    /// of the most of its opposite.
    /// </summary>
    public List<(int Sum, double Price)> Prices()
    {
        var named = new List<(int, double)>();
        for (var place = 0; place < constraints.Length; place++)
        {
            // The least is the most of the opposite.
            var price =
                constraints[place].DualValue() * (solver.Objective().Maximization() ? 1 : -1);
            if (Math.Abs(price) > Noise)
            {
                named.Add((part.Sums[place], price));
            }
        }

        return named;
    }

    public void Dispose()
    {
        settings.Dispose();
        solver.Dispose();
    }

    private LinearExtreme? Solve(bool most, Func<double> value, Func<LinearExtreme?> again)
    {
        solver.Objective().SetOptimizationDirection(most);
        var answer = solver.Solve(settings);
        Steps += WarmStart.Steps(solver);
        switch (answer)
        {
            case Solver.ResultStatus.OPTIMAL:
                return new(
                    value(),
                    Array.ConvertAll(variables, variable => variable.SolutionValue())
                );
            case Solver.ResultStatus.INFEASIBLE:
                return null;
            case var _ when !isSecondOpinion:
                solver.Dispose();
                solver = Build("CLP");
                isSecondOpinion = true;
                return again();
            default:
                throw new InvalidOperationException($"The linear program ended as {answer}.");
        }
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
