using Google.OrTools.Sat;

namespace Throughline.Analysis.Selection;

/// <summary>One cohort of a side-by-side comparison.</summary>
/// <param name="Members">Ids, in ordinal order.</param>
/// <param name="Distance">
/// The sum over all quotas of the difference between the seats taken and the seats that the feature's share of the pool would have.
/// </param>
public sealed record BalancedCohort(IReadOnlyList<string> Members, double Distance);

/// <summary>
/// Cohorts whose make-up is as near to the pool's as the quotas let it be: exact integer programs that minimize the sum of the absolute
/// differences, over all quotas, between the seats and the pool's share of them.
/// </summary>
public static class BalancedCohorts
{
    /// <summary>The make-ups, each the number chosen of every type, best first; each differs from all earlier ones by at least a quarter of the seats.</summary>
    /// <exception cref="NoPanelException">There is no panel.</exception>
    public static IReadOnlyList<IReadOnlyList<int>> MakeUps(
        SelectionProblem problem,
        int count,
        string seed,
        CancellationToken cancel = default
    )
    {
        var model = new CpModel();
        var chosen = problem
            .Types.Select(type => model.NewIntVar(type.Least, type.Count, ""))
            .ToArray();
        model.Add(LinearExpr.Sum(chosen) == problem.Size);
        var far = new List<IntVar>();
        var reach = (long)problem.Candidates * problem.Size;
        foreach (var row in problem.Rows)
        {
            var sum = LinearExpr.Sum(row.Types.Select(type => chosen[type]));
            model.AddLinearConstraint(sum, row.Min, row.Max);
            if (row.Quota is not null)
            {
                // Everything times the size of the pool, so that shares are whole numbers.
                var share = (long)problem.Size * row.Types.Sum(type => problem.Types[type].Count);
                var off = model.NewIntVar(0, reach, "");
                model.Add(off >= (problem.Candidates * sum) - share);
                model.Add(off >= share - (problem.Candidates * sum));
                far.Add(off);
            }
        }

        // Ties are drawn: equal make-ups are told apart by small random amounts that never outweigh a whole step.
        var numbers = new SeededNumbers($"balanced/{seed}");
        var ties = problem.Types.Select(_ => (long)numbers.Below(1000)).ToArray();
        var step = 1000L * problem.Size;
        model.Minimize(
            LinearExpr.WeightedSum([.. far, .. chosen], [.. far.Select(_ => step), .. ties])
        );
        return Solutions(problem, model, chosen, count, cancel);
    }

    /// <summary>The cohorts with their members drawn by the seed from each type.</summary>
    public static IReadOnlyList<BalancedCohort> SideBySide(
        SelectionProblem problem,
        int count,
        string seed,
        CancellationToken cancel = default
    ) =>
        [
            .. MakeUps(problem, count, seed, cancel)
                .Select(
                    (makeUp, at) =>
                        new BalancedCohort(
                            Members(problem, makeUp, new SeededNumbers($"cohort {at}/{seed}")),
                            DistanceOf(problem, makeUp)
                        )
                ),
        ];

    public static double DistanceOf(SelectionProblem problem, IReadOnlyList<int> makeUp) =>
        problem
            .Rows.Where(row => row.Quota is not null)
            .Sum(row =>
                Math.Abs(
                    row.Types.Sum(type => makeUp[type])
                        - (
                            (double)problem.Size
                            * row.Types.Sum(type => problem.Types[type].Count)
                            / problem.Candidates
                        )
                )
            );

    private static List<IReadOnlyList<int>> Solutions(
        SelectionProblem problem,
        CpModel model,
        IntVar[] chosen,
        int count,
        CancellationToken cancel
    )
    {
        var found = new List<IReadOnlyList<int>>();
        while (found.Count < count)
        {
            cancel.ThrowIfCancellationRequested();
            var solver = new CpSolver
            {
                StringParameters = "num_workers:1,random_seed:1,catch_sigint_signal:false",
            };
            using var stop = cancel.Register(solver.StopSearch);
            if (solver.Solve(model) != CpSolverStatus.Optimal)
            {
                cancel.ThrowIfCancellationRequested();
                break;
            }

            var makeUp = chosen.Select(variable => (int)solver.Value(variable)).ToArray();
            found.Add(makeUp);
            var kept = makeUp
                .Select(
                    (number, type) =>
                    {
                        var both = model.NewIntVar(0, problem.Types[type].Count, "");
                        model.AddMinEquality(
                            both,
                            new LinearExpr[] { chosen[type], LinearExpr.Constant(number) }
                        );
                        return both;
                    }
                )
                .ToArray();
            model.Add(LinearExpr.Sum(kept) <= problem.Size - Math.Max(1, problem.Size / 4));
        }

        return found.Count > 0
            ? found
            : throw new NoPanelException("No panel meets every quota and rule.");
    }

    private static string[] Members(
        SelectionProblem problem,
        IReadOnlyList<int> makeUp,
        SeededNumbers numbers
    ) =>
        [
            .. makeUp
                .SelectMany(
                    (number, type) => numbers.Shuffled(problem.Types[type].Members).Take(number)
                )
                .Order(StringComparer.Ordinal),
        ];
}
