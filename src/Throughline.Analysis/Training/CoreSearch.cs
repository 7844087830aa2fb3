using Google.OrTools.Sat;

namespace Throughline.Analysis.Training;

/// <summary>What a search over the assignments that were left in came to.</summary>
/// <param name="IsComplete">Searched to its end: the plan is the cheapest there, or there is none.</param>
/// <param name="Cost">Of the plan, where there is one.</param>
/// <param name="Plan">The site of each customer; null where none was found.</param>
internal sealed record CoreResult(bool IsComplete, long Cost, int[]? Plan);

/// <summary>Branch and bound with clause learning (CP-SAT) over the assignments whose bound is at most a guess. One worker and a fixed seed: the same every time.</summary>
internal static class CoreSearch
{
    /// <summary>To the end: the cheapest plan of at most so much.</summary>
    public static CoreResult Whole(
        WholeProblem problem,
        LagrangianBound bound,
        long guess,
        long? most,
        TimeSpan limit,
        Action<long>? progress,
        CancellationToken cancel
    ) => Run(problem, bound, guess, most, limit, "", progress, cancel);

    /// <summary>A plan within half a percent of the part's cheapest, if a little work finds one. Work is counted, not timed: it ends alike everywhere.</summary>
    public static CoreResult Glance(
        WholeProblem problem,
        LagrangianBound bound,
        long guess,
        long? most,
        TimeSpan limit,
        Action<long>? progress,
        CancellationToken cancel
    ) =>
        Run(
            problem,
            bound,
            guess,
            most,
            limit,
            // Where there is no plan yet, more work is worth it.
            $"relative_gap_limit:0.005,max_deterministic_time:{(most is null ? "2" : "0.3")},",
            progress,
            cancel
        );

    private static CoreResult Run(
        WholeProblem problem,
        LagrangianBound bound,
        long guess,
        long? most,
        TimeSpan limit,
        string until,
        Action<long>? progress,
        CancellationToken cancel
    )
    {
        var model = new CpModel();
        var (open, goes) = Variables(model, problem, bound, guess);
        if (!Constrain(model, problem, open, goes))
        {
            return new CoreResult(true, 0, null);
        }

        var terms = Objective(problem, open, goes);
        model.Minimize(terms);
        model.Add(terms >= bound.Whole);
        if (most is { } known)
        {
            model.Add(terms <= known);
        }

        var solver = new CpSolver
        {
            StringParameters = FormattableString.Invariant(
                $"num_workers:1,random_seed:1,catch_sigint_signal:false,linearization_level:2,{until}max_time_in_seconds:{limit.TotalSeconds:0.###}"
            ),
        };
        using var registration = cancel.Register(solver.StopSearch);
        var status = progress is null
            ? solver.Solve(model)
            : solver.Solve(model, new Better(progress));
        return status switch
        {
            CpSolverStatus.Infeasible => new CoreResult(true, 0, null),
            CpSolverStatus.Optimal or CpSolverStatus.Feasible => new CoreResult(
                status == CpSolverStatus.Optimal,
                (long)Math.Round(solver.ObjectiveValue),
                Plan(problem, solver, goes)
            ),
            _ => new CoreResult(false, 0, null),
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
            if (bound.State[site] != SiteState.Free)
            {
                model.Add(open[site] == (bound.State[site] == SiteState.Open ? 1 : 0));
            }

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

        model.Add(LinearExpr.WeightedSum(open, problem.Capacity) >= problem.LeastUse);
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

    private sealed class Better(Action<long> progress) : CpSolverSolutionCallback
    {
        public override void OnSolutionCallback() => progress((long)Math.Round(ObjectiveValue()));
    }
}
