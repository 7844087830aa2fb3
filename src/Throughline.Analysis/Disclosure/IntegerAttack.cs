using Google.OrTools.Sat;

namespace Throughline.Analysis.Disclosure;

/// <summary>
/// The same attack in whole counts, which can be sharper than the linear one where three dimensions or hierarchies meet. Solved exactly
/// by CP-SAT with one worker and a fixed seed.
/// </summary>
internal static class IntegerAttack
{
    // Stands for "no bound" where the attacker knows none: far above any count, far below overflow in a sum of them.
    private const long Most = 1L << 40;

    // Ctrl-C is the program's own to hear: the solver's handler outlives its solve and ends the process.
    private const string Settings = "num_workers:1 random_seed:0 catch_sigint_signal:false";

    /// <summary>Whole counts that fit and hold <paramref name="cell"/> within [least, most]; null where there are none.</summary>
    public static long[]? Find(
        HiddenPart part,
        IReadOnlyList<double> low,
        IReadOnlyList<double> high,
        int cell,
        double least,
        double most
    )
    {
        var model = new CpModel();
        var variables = Variables(model, part, low, high);
        model.AddLinearConstraint(
            variables[Array.BinarySearch(part.Cells, cell)],
            Bound(least, up: true),
            Bound(most, up: false)
        );
        var solver = new CpSolver { StringParameters = Settings };
        return solver.Solve(model) is CpSolverStatus.Optimal or CpSolverStatus.Feasible
            ? Array.ConvertAll(variables, solver.Value)
            : null;
    }

    /// <summary>The least and the most that a cell can be in whole counts; null where no whole counts fit.</summary>
    public static (long Low, long High)? Bounds(
        HiddenPart part,
        IReadOnlyList<double> low,
        IReadOnlyList<double> high,
        int cell
    )
    {
        var model = new CpModel();
        var target = Variables(model, part, low, high)[Array.BinarySearch(part.Cells, cell)];
        var solver = new CpSolver { StringParameters = Settings };
        model.Minimize(target);
        if (solver.Solve(model) is not CpSolverStatus.Optimal)
        {
            return null;
        }

        var least = solver.Value(target);
        model.Maximize(target);
        solver.Solve(model);
        return (least, solver.Value(target));
    }

    private static IntVar[] Variables(
        CpModel model,
        HiddenPart part,
        IReadOnlyList<double> low,
        IReadOnlyList<double> high
    )
    {
        var variables = Array.ConvertAll(
            part.Cells,
            cell => model.NewIntVar(Bound(low[cell], up: true), Bound(high[cell], up: false), "")
        );
        for (var sum = 0; sum < part.Sums.Length; sum++)
        {
            List<IntVar> cells = [];
            List<int> signs = [];
            foreach (var (cell, sign) in part.System.Terms(part.Sums[sum]))
            {
                var place = Array.BinarySearch(part.Cells, cell);
                if (place >= 0)
                {
                    cells.Add(variables[place]);
                    signs.Add(sign);
                }
            }

            model.Add(LinearExpr.WeightedSum(cells, signs) == part.Rest[sum]);
        }

        return variables;
    }

    private static long Bound(double value, bool up) =>
        value >= Most ? Most
        : value <= -Most ? -Most
        : (long)(up ? Math.Ceiling(value - 1e-6) : Math.Floor(value + 1e-6));
}
