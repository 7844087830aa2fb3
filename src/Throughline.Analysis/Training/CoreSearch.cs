using Google.OrTools.Sat;

namespace Throughline.Analysis.Training;

/// <summary>What a search over the assignments that were left in came to.</summary>
/// <param name="IsComplete">Searched to its end: the plan is the cheapest there, or there is none.</param>
/// <param name="Cost">Of the plan, where there is one.</param>
/// <param name="Bound">No plan in the searched part costs less.</param>
/// <param name="Plan">The site of each customer; null where none was found.</param>
internal sealed record CoreResult(bool IsComplete, long Cost, long Bound, int[]? Plan);

/// <summary>Branch and bound (CP-SAT) over the assignments whose bound is at most a guess. One worker and a fixed seed: the same every time.</summary>
internal static class CoreSearch
{
    public static CoreResult Run(
        WholeProblem problem,
        LagrangianBound bound,
        long guess,
        long? best,
        int[]? hint,
        TimeSpan limit,
        Action<long, long>? progress,
        CancellationToken cancel
    )
    {
        var model = new CpModel();
        var (open, goes) = Variables(model, problem, bound, guess);
        if (!Constrain(model, problem, open, goes))
        {
            return new CoreResult(true, 0, guess, null);
        }

        var terms = Objective(problem, open, goes);
        model.Minimize(terms);
        model.Add(terms >= bound.Value);
        if (best is { } known)
        {
            model.Add(terms <= known);
        }

        for (var customer = 0; hint is not null && customer < problem.Customers; customer++)
        {
            for (var site = 0; site < problem.Sites; site++)
            {
                if (goes[site, customer] is { } variable)
                {
                    model.AddHint(variable, hint[customer] == site);
                }
            }
        }

        var solver = new CpSolver
        {
            StringParameters = FormattableString.Invariant(
                $"num_workers:1,random_seed:1,catch_sigint_signal:false,linearization_level:2,max_time_in_seconds:{limit.TotalSeconds:0.###}"
            ),
        };
        using var registration = cancel.Register(solver.StopSearch);
        var status = progress is null
            ? solver.Solve(model)
            : solver.Solve(model, new Better(progress));
        return status switch
        {
            CpSolverStatus.Infeasible => new CoreResult(true, 0, guess, null),
            CpSolverStatus.Optimal or CpSolverStatus.Feasible => new CoreResult(
                status == CpSolverStatus.Optimal,
                (long)Math.Round(solver.ObjectiveValue),
                (long)Math.Ceiling(solver.BestObjectiveBound - 1e-6),
                Plan(problem, solver, goes)
            ),
            _ => new CoreResult(false, 0, bound.Value, null),
        };
    }

    private static (BoolVar[] Open, BoolVar?[,] Goes) Variables(
        CpModel model,
        WholeProblem problem,
        LagrangianBound bound,
        long guess
    )
    {
        var open = new BoolVar[problem.Sites];
        var goes = new BoolVar?[problem.Sites, problem.Customers];
        for (var site = 0; site < problem.Sites; site++)
        {
            open[site] = model.NewBoolVar($"open{site}");
            for (var customer = 0; customer < problem.Customers; customer++)
            {
                if (bound.Of(site, customer) <= guess)
                {
                    var variable = model.NewBoolVar($"{customer}at{site}");
                    model.AddImplication(variable, open[site]);
                    goes[site, customer] = variable;
                }
            }
        }

        return (open, goes);
    }

    /// <summary>False where a customer has no site left.</summary>
    private static bool Constrain(
        CpModel model,
        WholeProblem problem,
        BoolVar[] open,
        BoolVar?[,] goes
    )
    {
        for (var customer = 0; customer < problem.Customers; customer++)
        {
            var sites = Enumerable
                .Range(0, problem.Sites)
                .Select(site => goes[site, customer])
                .OfType<BoolVar>()
                .ToList();
            if (sites.Count == 0)
            {
                return false;
            }

            model.AddExactlyOne(sites);
        }

        for (var site = 0; site < problem.Sites; site++)
        {
            var here = Enumerable
                .Range(0, problem.Customers)
                .Where(customer => goes[site, customer] is not null)
                .ToList();
            model.Add(
                LinearExpr.WeightedSum(
                    here.Select(customer => goes[site, customer]!),
                    here.Select(customer => problem.Use[site, customer])
                )
                    <= problem.Capacity[site] * open[site]
            );
        }

        var least = Enumerable
            .Range(0, problem.Customers)
            .Sum(customer =>
                Enumerable.Range(0, problem.Sites).Min(site => problem.Use[site, customer])
            );
        model.Add(LinearExpr.WeightedSum(open, problem.Capacity) >= least);
        return true;
    }

    private static LinearExpr Objective(WholeProblem problem, BoolVar[] open, BoolVar?[,] goes)
    {
        var (variables, costs) = (new List<BoolVar>(open), new List<long>(problem.Opening));
        for (var site = 0; site < problem.Sites; site++)
        {
            for (var customer = 0; customer < problem.Customers; customer++)
            {
                if (goes[site, customer] is { } variable)
                {
                    variables.Add(variable);
                    costs.Add(problem.Cost[site, customer]);
                }
            }
        }

        return LinearExpr.WeightedSum(variables, costs);
    }

    private static int[] Plan(WholeProblem problem, CpSolver solver, BoolVar?[,] goes) =>
        [
            .. Enumerable
                .Range(0, problem.Customers)
                .Select(customer =>
                    Enumerable
                        .Range(0, problem.Sites)
                        .First(site =>
                            goes[site, customer] is { } variable && solver.BooleanValue(variable)
                        )
                ),
        ];

    private sealed class Better(Action<long, long> progress) : CpSolverSolutionCallback
    {
        public override void OnSolutionCallback() =>
            progress((long)ObjectiveValue(), (long)Math.Ceiling(BestObjectiveBound() - 1e-6));
    }
}
