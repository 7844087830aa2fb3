using System.Diagnostics;
using System.Globalization;
using Throughline.Analysis.Tests.Selection;

namespace Throughline.Bench.Analysis;

/// <summary>selection-oracle COUNT [FIRST]: leximin on random small pools against the enumeration of every panel.</summary>
static class SelectionOracle
{
    public static int Run(string[] args)
    {
        var count = int.Parse(args[0], CultureInfo.InvariantCulture);
        var first = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 0;
        var (different, withCuts, mostCuts) = (0, 0, 0);
        var clock = Stopwatch.StartNew();
        for (var seed = first; seed < first + count; seed++)
        {
            if (OracleComparison.DifferenceOf(seed, out var cuts) is { } difference)
            {
                different++;
                Console.WriteLine(difference);
            }

            withCuts += cuts > 0 ? 1 : 0;
            mostCuts = Math.Max(mostCuts, cuts);
            if ((seed - first + 1) % 1000 == 0)
            {
                Console.WriteLine(
                    $"{seed - first + 1} pools, {different} different, {withCuts} needed cuts (at most {mostCuts}), {clock.Elapsed.TotalSeconds:F0} s"
                );
            }
        }

        return different == 0 ? 0 : 1;
    }
}
