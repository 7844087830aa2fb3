using Throughline.Analysis.Training;

namespace Throughline.Analysis.Tests.Training;

/// <summary>Facility location by trying every way to send the customers as wholes; the benchmark asks it a hundred thousand times.</summary>
internal static class EveryWay
{
    /// <param name="problem">A small one: sites to the power of customers are tried.</param>
    /// <param name="fixedSite">Where the fixed customer goes.</param>
    /// <param name="fixedCustomer">Whose site is given; -1 for nobody.</param>
    /// <param name="allows">Of which sites are open; all where it is left out.</param>
    /// <param name="also">A site that is open in any case.</param>
    /// <returns>The least cost; null where no way fits.</returns>
    public static decimal? Cheapest(
        FacilityProblem problem,
        int fixedSite = -1,
        int fixedCustomer = -1,
        Func<bool[], bool>? allows = null,
        int? also = null
    )
    {
        decimal? cheapest = null;
        var all = (int)Math.Pow(problem.Sites, problem.Customers);
        for (var code = 0; code < all; code++)
        {
            var (rest, cost) = (code, 0m);
            var used = new long[problem.Sites];
            var open = new bool[problem.Sites];
            var wanted = true;
            if (also is { } more)
            {
                open[more] = true;
                cost = problem.Opening[more];
            }

            for (var customer = 0; customer < problem.Customers; customer++)
            {
                var site = rest % problem.Sites;
                rest /= problem.Sites;
                wanted &= customer != fixedCustomer || site == fixedSite;
                used[site] += problem.Use[site, customer];
                cost += problem.Cost[site, customer] + (open[site] ? 0 : problem.Opening[site]);
                open[site] = true;
            }

            wanted &= allows?.Invoke(open) ?? true;
            if (wanted && used.Zip(problem.Capacity).All(pair => pair.First <= pair.Second))
            {
                cheapest = Math.Min(cheapest ?? cost, cost);
            }
        }

        return cheapest;
    }
}
