using Google.OrTools.Sat;

namespace Throughline.Analysis.Selection;

/// <summary>
/// The best panel for given weights of the types, as an integer program. One worker and a fixed seed: the same call finds the same
/// panel on every machine.
/// </summary>
internal sealed class PanelSearch
{
    // Presolving and looking for symmetries take longer than they save on a program of some twenty rows.
    private const string Engine =
        "num_workers:1,random_seed:1,catch_sigint_signal:false,linearization_level:2,cp_model_presolve:false,symmetry_level:0";

    private readonly CpModel model = new();
    private readonly IntVar[] chosen;

    public PanelSearch(SelectionProblem problem, PanelFace face)
    {
        chosen =
        [
            .. problem.Types.Select(
                (_, type) => model.NewIntVar(face.Least[type], face.Most[type], "")
            ),
        ];
        model.Add(LinearExpr.Sum(chosen) == problem.Size);
        for (var row = 0; row < problem.Rows.Count; row++)
        {
            model.AddLinearConstraint(
                LinearExpr.Sum(problem.Rows[row].Types.Select(type => chosen[type])),
                face.RowMin[row],
                face.RowMax[row]
            );
        }
    }

    /// <summary>A panel with the largest weighted sum, and that sum.</summary>
    /// <param name="weights">One for each type.</param>
    /// <param name="gap">Zero for the best; 0.02 is content with a panel within 2 % of it.</param>
    /// <returns>Null where there is no panel at all.</returns>
    public (int[] Panel, long Value)? Best(
        IReadOnlyList<long> weights,
        double gap,
        CancellationToken cancel
    )
    {
        model.Model.Objective = null;
        model.Maximize(LinearExpr.WeightedSum(chosen, weights));
        var solver = new CpSolver
        {
            StringParameters = FormattableString.Invariant($"{Engine},relative_gap_limit:{gap}"),
        };
        CpSolverStatus status;
        using (cancel.Register(solver.StopSearch))
        {
            cancel.ThrowIfCancellationRequested();
            status = solver.Solve(model);
        }

        cancel.ThrowIfCancellationRequested();
        if (status == CpSolverStatus.Infeasible)
        {
            return null;
        }

        if (status != CpSolverStatus.Optimal)
        {
            throw new InvalidOperationException($"The search for a panel ended as {status}.");
        }

        var panel = chosen.Select(variable => (int)solver.Value(variable)).ToArray();
        return (panel, WholeWeights.Sum(weights, panel));
    }
}
