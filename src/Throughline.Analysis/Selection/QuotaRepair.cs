using Google.OrTools.Sat;

namespace Throughline.Analysis.Selection;

/// <summary>One bound moved.</summary>
/// <param name="Row">The quota or rule.</param>
/// <param name="Bound">"min", "max", or "rule" for one that is left out.</param>
/// <param name="From">What is asked now.</param>
/// <param name="To">What a panel can do.</param>
public sealed record QuotaChange(string Row, string Bound, int From, int To)
{
    public string Sentence =>
        Bound switch
        {
            "rule" => $"leave out the rule “{Row}”",
            "min" => $"ask for at least {To} instead of {From} of “{Row}”",
            _ => $"allow {To} instead of {From} of “{Row}”",
        };
}

/// <summary>Changes that, made together, let a panel exist.</summary>
public sealed record Relaxation(IReadOnlyList<QuotaChange> Changes)
{
    public string Sentence => string.Join(" and ", Changes.Select(change => change.Sentence)) + ".";
}

/// <summary>
/// The smallest changes of quotas after which a panel exists. A quota lowered by one counts 1 + 2/min, since taking one from a small
/// minimum takes much; one raised by one counts 1; a rule of never together counts by how many more it lets in; a must-have rule is
/// kept. Each answer is an exact integer program; later ones differ from the earlier in the quotas they move.
/// </summary>
public static class QuotaRepair
{
    private const int Unit = 60;

    /// <param name="problem">One without a panel.</param>
    /// <param name="most">How many different repairs to look for.</param>
    /// <param name="admit">A type that the panel must hold; null for any panel.</param>
    /// <returns>
    /// The cheapest first; empty where nothing can help: more must-haves than seats. One without changes where a panel exists.
    /// </returns>
    public static IReadOnlyList<Relaxation> Find(
        SelectionProblem problem,
        int most = 5,
        int? admit = null,
        CancellationToken cancel = default
    )
    {
        var model = new CpModel();
        var chosen = problem
            .Types.Select(
                (type, at) =>
                    model.NewIntVar(
                        at == admit ? Math.Max(1, type.Least) : type.Least,
                        type.Count,
                        ""
                    )
            )
            .ToArray();
        model.Add(LinearExpr.Sum(chosen) == problem.Size);
        var moves = problem
            .Rows.SelectMany((row, at) => MovesOf(model, chosen, row, problem.Size))
            .ToList();
        model.Minimize(
            LinearExpr.WeightedSum(moves.Select(move => move.By), moves.Select(move => move.Cost))
        );
        var found = new List<Relaxation>();
        while (found.Count < most)
        {
            cancel.ThrowIfCancellationRequested();
            var solver = new CpSolver
            {
                StringParameters = "num_workers:1,random_seed:1,catch_sigint_signal:false",
            };
            using var stop = cancel.Register(solver.StopSearch);
            if (solver.Solve(model) is not (CpSolverStatus.Optimal or CpSolverStatus.Feasible))
            {
                break;
            }

            var moved = moves.Where(move => solver.Value(move.By) > 0).ToList();
            found.Add(
                new Relaxation([.. moved.Select(move => move.Change((int)solver.Value(move.By)))])
            );
            if (moved.Count == 0)
            {
                break;
            }

            // The next one may not move all of these again.
            model.AddBoolOr(moved.Select(move => move.Moved.Not()));
        }

        return found;
    }

    private static IEnumerable<Move> MovesOf(CpModel model, IntVar[] chosen, PanelRow row, int size)
    {
        var sum = LinearExpr.Sum(row.Types.Select(type => chosen[type]));
        if (row.Min > 0)
        {
            var less = Move.Of(model, row, "min", row.Min, Unit + (2 * Unit / row.Min));
            model.Add(sum + less.By >= row.Min);
            yield return less;
        }

        if (row.Max < size)
        {
            var bound = row.Quota is null ? "rule" : "max";
            var more = Move.Of(model, row, bound, size - row.Max, Unit);
            model.Add(sum - more.By <= row.Max);
            yield return more;
        }
    }

    private sealed record Move(PanelRow Row, string Bound, IntVar By, BoolVar Moved, long Cost)
    {
        public static Move Of(CpModel model, PanelRow row, string bound, int most, long cost)
        {
            var by = model.NewIntVar(0, most, "");
            var moved = model.NewBoolVar("");
            model.Add(by >= 1).OnlyEnforceIf(moved);
            model.Add(by == 0).OnlyEnforceIf(moved.Not());
            return new Move(row, bound, by, moved, cost);
        }

        public QuotaChange Change(int by) =>
            Bound == "min"
                ? new QuotaChange(Row.Name, Bound, Row.Min, Row.Min - by)
                : new QuotaChange(Row.Name, Bound, Row.Max, Row.Max + by);
    }
}
