using System.Diagnostics;
using System.Globalization;
using Throughline.Analysis;
using Throughline.Analysis.Tests.Training;
using Throughline.Analysis.Training;

namespace Throughline.Bench.Analysis;

/// <summary>facility-oracle COUNT [FIRST]: random small facility problems with whole customers against every way to send them.</summary>
static class FacilityOracle
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public static int Run(string[] args)
    {
        var count = int.Parse(args[0], CultureInfo.InvariantCulture);
        var first = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 0;
        var (different, impossible) = (0, 0);
        var clock = Stopwatch.StartNew();
        for (var seed = first; seed < first + count; seed++)
        {
            var problem = Problem(new Random(seed));
            var (known, found) = (EveryWay.Cheapest(problem), Found(problem));
            impossible += known is null ? 1 : 0;
            if (known != found)
            {
                different++;
                Console.WriteLine($"seed {seed}: {found} where trying everything finds {known}");
            }

            if ((seed - first + 1) % 10_000 == 0)
            {
                Console.WriteLine(
                    $"{seed - first + 1} problems, {different} different, {impossible} impossible, {clock.Elapsed.TotalSeconds:F0} s"
                );
            }
        }

        return different == 0 ? 0 : 1;
    }

    /// <summary>The proved cost; null where it was found that there is no plan; -1,000 where a plan was not proved.</summary>
    private static decimal? Found(FacilityProblem problem)
    {
        try
        {
            var answer = FacilityLocation.Solve(problem, Minute);
            return answer.Proved && answer.Bound == answer.Cost ? answer.Cost : -1000;
        }
        catch (InputRefusedException)
        {
            return null;
        }
    }

    private static FacilityProblem Problem(Random random)
    {
        var (sites, customers) = (random.Next(1, 5), random.Next(1, 7));
        var (isAlike, isBySite) = (random.Next(3) == 0, random.Next(3) == 0);
        var demand = Enumerable.Range(0, customers).Select(_ => random.NextInt64(10)).ToArray();
        var alike = random.NextInt64(1, 21);
        var (cost, use) = (new decimal[sites, customers], new long[sites, customers]);
        for (var at = 0; at < sites * customers; at++)
        {
            cost[at / customers, at % customers] = random.Next(-5, 41);
            use[at / customers, at % customers] = isBySite
                ? random.NextInt64(10)
                : demand[at % customers];
        }

        return new FacilityProblem
        {
            Capacity =
            [
                .. Enumerable
                    .Range(0, sites)
                    .Select(_ => isAlike ? alike : random.NextInt64(1, 21)),
            ],
            Opening = [.. Enumerable.Range(0, sites).Select(_ => (decimal)random.Next(0, 61))],
            Cost = cost,
            Use = use,
            IsWhole = true,
        };
    }
}
