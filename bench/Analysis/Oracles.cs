using System.Globalization;
using MathNet.Numerics.Random;

namespace Throughline.Bench.Analysis;

/// <summary>Runs random instances against oracles, 100,000 of each unless said otherwise. One difference ends the run.</summary>
static class Oracles
{
    public static int Run(
        string[] args,
        int seed,
        IEnumerable<(string Name, Func<MersenneTwister, bool> Agrees)> oracles
    )
    {
        var instances = args is [var count, ..]
            ? int.Parse(count, CultureInfo.InvariantCulture)
            : 100_000;
        foreach (var (name, agrees) in oracles)
        {
            var random = new MersenneTwister(seed, threadSafe: false);
            for (var instance = 0; instance < instances; instance++)
            {
                if (!agrees(random))
                {
                    Console.WriteLine($"{name}: instance {instance} differs.");
                    return 1;
                }
            }

            Console.WriteLine($"{name}: {instances:N0} instances, no difference");
        }

        return 0;
    }
}
