namespace Throughline.Analysis.Training;

/// <summary>Facility location whose customers go to one site each, in whole numbers.</summary>
internal static class WholeCustomers
{
    private const decimal MostScale = 1_000_000;

    public static FacilityAnswer Solve(
        FacilityProblem problem,
        TimeSpan limit,
        Action<decimal, decimal>? progress,
        CancellationToken cancel
    )
    {
        var scale = Scale(problem);
        var tree = new SiteTree(
            new WholeProblem(problem, scale),
            limit,
            progress is null ? null : (cost, bound) => progress(cost / scale, bound / scale)
        );
        tree.Search(cancel);
        if (tree.Plan is not null)
        {
            return Answer(problem, tree.Plan, tree.Cost, tree.Bound, scale);
        }

        cancel.ThrowIfCancellationRequested();
        throw tree.IsComplete
            ? new InputRefusedException(
                "No plan serves everybody: the customers do not fit into the sites as wholes."
            )
            : new TimeoutException("No plan was found in the time given.");
    }

    private static FacilityAnswer Answer(
        FacilityProblem problem,
        int[] plan,
        long cost,
        long bound,
        decimal scale
    )
    {
        var share = new double[problem.Sites, problem.Customers];
        for (var customer = 0; customer < plan.Length; customer++)
        {
            share[plan[customer], customer] = 1;
        }

        return new FacilityAnswer(
            cost / scale,
            bound / scale,
            cost == bound,
            [.. plan.Distinct().Order()],
            share
        );
    }

    /// <summary>What makes every cost a whole number.</summary>
    private static decimal Scale(FacilityProblem problem)
    {
        for (var scale = 1m; scale <= MostScale; scale *= 10)
        {
            if (
                problem.Opening.All(cost => decimal.IsInteger(cost * scale))
                && problem.Cost.Cast<decimal>().All(cost => decimal.IsInteger(cost * scale))
            )
            {
                return scale;
            }
        }

        throw new InputRefusedException("A cost has more than six decimals.");
    }
}
