using System.Diagnostics;
using System.Globalization;
using Throughline.Analysis.Disclosure;
using Throughline.Analysis.Tests.Disclosure;

namespace Throughline.Bench.Analysis;

/// <summary>Random small tables against trying every pattern and every table that fits: disclosure-oracle [COUNT] [FIRST].</summary>
static class DisclosureOracle
{
    public static int Run(string[] args)
    {
        var count = args is [var given, ..]
            ? int.Parse(given, CultureInfo.InvariantCulture)
            : 100_000;
        var first = args is [_, var from] ? int.Parse(from, CultureInfo.InvariantCulture) : 0;
        var start = Stopwatch.GetTimestamp();
        var (differences, unprotectable, costly) = (0, 0, 0);
        for (var seed = first; seed < first + count; seed++)
        {
            var problem = BruteForce.Problem(seed);
            var least = BruteForce.LeastCost(problem);
            var found = Find(problem);
            unprotectable += least is null ? 1 : 0;
            costly += least > 0 ? 1 : 0;
            if (found != least)
            {
                differences++;
                Console.WriteLine(
                    $"seed {seed}: {found?.ToString() ?? "none"} instead of {least?.ToString() ?? "none"}"
                );
            }

            if ((seed - first + 1) % 10_000 == 0)
            {
                Console.WriteLine(
                    $"{seed - first + 1} tables, {differences} differences, {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s"
                );
            }
        }

        Console.WriteLine(
            $"{count} tables ({unprotectable} cannot be protected, {costly} need further cells): {differences} differences, {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s"
        );
        return differences == 0 ? 0 : 1;
    }

    static long? Find(SuppressionProblem problem)
    {
        try
        {
            var answer = Suppression.Solve(problem);
            return answer.Proved && BruteForce.Protects(problem, answer.Hidden) ? answer.Cost : -1;
        }
        catch (UnprotectableException)
        {
            return null;
        }
    }
}
