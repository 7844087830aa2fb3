using Google.OrTools.LinearSolver;

namespace Throughline.Analysis.Training;

/// <summary>Facility location whose customers may be split among sites: a mixed-integer program.</summary>
internal static class SplitCustomers
{
    // Ctrl-C is the program's own to hear. With the link of each share to its site the relaxation is nearly whole already: the time that
    // cutting planes take does not come back (37 instances of the OR-Library in 5 s instead of 10).
    private const string Settings =
        "misc/catchctrlc = FALSE\nseparating/maxroundsroot = 0\nseparating/maxrounds = 0\n";

    public static FacilityAnswer Solve(
        FacilityProblem problem,
        TimeSpan limit,
        CancellationToken cancel
    )
    {
        cancel.ThrowIfCancellationRequested();
        using var solver =
            Solver.CreateSolver("SCIP") ?? throw new InvalidOperationException("SCIP is missing.");
        var open = Enumerable
            .Range(0, problem.Sites)
            .Select(site => solver.MakeBoolVar($"open{site}"))
            .ToArray();
        var share = Model(solver, problem, open);
        solver.SetTimeLimit((long)Math.Min(int.MaxValue, limit.TotalMilliseconds));
        using var parameters = new MPSolverParameters();
        parameters.SetDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, 0);
        solver.SetSolverSpecificParametersAsString(Settings);
        using var registration = cancel.Register(() => solver.InterruptSolve());
        var status = solver.Solve(parameters);
        if (status is not (Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.FEASIBLE))
        {
            cancel.ThrowIfCancellationRequested();
            throw status == Solver.ResultStatus.INFEASIBLE
                ? new InputRefusedException(
                    $"No plan serves everybody: the customers need more than the sites' {problem.Capacity.Sum()} seats."
                )
                : new TimeoutException("No plan was found in the time given.");
        }

        return Answer(problem, solver, open, share, status == Solver.ResultStatus.OPTIMAL);
    }

    private static Variable[,] Model(Solver solver, FacilityProblem problem, Variable[] open)
    {
        var share = new Variable[problem.Sites, problem.Customers];
        var objective = solver.Objective();
        for (var site = 0; site < problem.Sites; site++)
        {
            objective.SetCoefficient(open[site], (double)problem.Opening[site]);
            var room = solver.MakeConstraint(double.NegativeInfinity, 0);
            room.SetCoefficient(open[site], -problem.Capacity[site]);
            for (var customer = 0; customer < problem.Customers; customer++)
            {
                share[site, customer] = solver.MakeNumVar(0, 1, "");
                objective.SetCoefficient(
                    share[site, customer],
                    (double)problem.Cost[site, customer]
                );
                room.SetCoefficient(share[site, customer], problem.Use[site, customer]);
                var link = solver.MakeConstraint(double.NegativeInfinity, 0);
                link.SetCoefficient(share[site, customer], 1);
                link.SetCoefficient(open[site], -1);
            }
        }

        for (var customer = 0; customer < problem.Customers; customer++)
        {
            var served = solver.MakeConstraint(1, 1);
            for (var site = 0; site < problem.Sites; site++)
            {
                served.SetCoefficient(share[site, customer], 1);
            }
        }

        objective.SetMinimization();
        return share;
    }

    private static FacilityAnswer Answer(
        FacilityProblem problem,
        Solver solver,
        Variable[] open,
        Variable[,] share,
        bool proved
    )
    {
        var used = Enumerable
            .Range(0, problem.Sites)
            .Where(site => open[site].SolutionValue() > 0.5)
            .ToList();
        var shares = new double[problem.Sites, problem.Customers];
        foreach (var site in used)
        {
            for (var customer = 0; customer < problem.Customers; customer++)
            {
                shares[site, customer] = Math.Clamp(share[site, customer].SolutionValue(), 0, 1);
            }
        }

        // The solver's figures are good to about nine digits; costs are shown to the thousandth.
        var cost = Math.Round((decimal)solver.Objective().Value(), 3);
        var bound = proved ? cost : Math.Round((decimal)solver.Objective().BestBound(), 3);
        return new FacilityAnswer(cost, Math.Min(bound, cost), proved, used, shares);
    }
}
