using Google.OrTools.Sat;

namespace Throughline.Analysis.Training;

/// <summary>
/// Facility location whose customers go to one site each. A guess U of the cost leaves out every assignment whose Lagrangian bound is above it;
/// if the rest holds a plan of at most U, it is a cheapest of all, as whatever was left out costs more. Otherwise the guess is raised.
/// </summary>
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
        var whole = new WholeProblem(problem, scale);
        var bound = LagrangianBound.Of(whole, cancel);
        var until = Environment.TickCount64 + (long)limit.TotalMilliseconds;
        long? best = null;
        int[]? plan = null;
        var guess = bound.Value + Math.Max(1, Math.Abs(bound.Value) / 500);
        while (true)
        {
            var left = TimeSpan.FromMilliseconds(Math.Max(1, until - Environment.TickCount64));
            var found = CoreSearch.Run(
                whole,
                bound,
                guess,
                best,
                plan,
                left,
                progress is null ? null : (cost, low) => progress(cost / scale, low / scale),
                cancel
            );
            if (found.Plan is not null && (best is null || found.Cost < best))
            {
                (best, plan) = (found.Cost, found.Plan);
            }

            if (!found.IsComplete)
            {
                cancel.ThrowIfCancellationRequested(best is null);
                return best is null
                    ? throw new TimeoutException("No plan was found in the time given.")
                    : Answer(
                        problem,
                        plan!,
                        best.Value,
                        Math.Min(best.Value, Math.Min(found.Bound, guess + 1)),
                        scale
                    );
            }

            if (best is { } cost && cost <= guess + 1)
            {
                return Answer(problem, plan!, cost, cost, scale);
            }

            if (best is null && bound.LeavesOutNothing(guess))
            {
                throw new InputRefusedException(
                    "No plan serves everybody: the customers do not fit into the sites as wholes."
                );
            }

            guess = best is { } known ? known - 1 : bound.Value + (4 * (guess - bound.Value));
        }
    }

    private static void ThrowIfCancellationRequested(this CancellationToken cancel, bool really)
    {
        if (really)
        {
            cancel.ThrowIfCancellationRequested();
        }
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

/// <summary>The problem in whole numbers.</summary>
internal sealed class WholeProblem
{
    public WholeProblem(FacilityProblem problem, decimal scale)
    {
        (Sites, Customers) = (problem.Sites, problem.Customers);
        Capacity = [.. problem.Capacity];
        Opening = [.. problem.Opening.Select(cost => (long)(cost * scale))];
        Use = problem.Use;
        Cost = new long[Sites, Customers];
        for (var site = 0; site < Sites; site++)
        {
            for (var customer = 0; customer < Customers; customer++)
            {
                Cost[site, customer] = (long)(problem.Cost[site, customer] * scale);
            }
        }
    }

    public int Sites { get; }

    public int Customers { get; }

    public long[] Capacity { get; }

    public long[] Opening { get; }

    public long[,] Cost { get; }

    public long[,] Use { get; }
}
