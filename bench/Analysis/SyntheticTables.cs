using System.Globalization;
using Throughline.Analysis.Disclosure;

namespace Throughline.Bench.Analysis;

/// <summary>Tables of counts from a seed: lognormal sizes by row and category, Poisson counts, as enrollment by group looks.</summary>
static class SyntheticTables
{
    /// <summary>A table with all totals; <paramref name="mean"/> is the typical inner count.</summary>
    public static CountTable Cross(int seed, double mean, params int[] sizes)
    {
        var random = new Random(seed);
        var effects = Array.ConvertAll(
            sizes,
            size => Enumerable.Range(0, size).Select(_ => Math.Exp(0.9 * Normal(random))).ToArray()
        );
        var cells = new Dictionary<string, (string?[] At, long Count)>(StringComparer.Ordinal);
        foreach (var place in Places(sizes))
        {
            var rate = mean;
            for (var dimension = 0; dimension < sizes.Length; dimension++)
            {
                rate *= effects[dimension][place[dimension]];
            }

            var count = Poisson(random, rate * Math.Exp(0.5 * Normal(random)));
            for (var totals = 0; totals < 1 << sizes.Length; totals++)
            {
                var at = place
                    .Select(
                        (category, dimension) =>
                            (totals >> dimension & 1) == 1
                                ? null
                                : $"{(char)('a' + dimension)}{category + 1}"
                    )
                    .ToArray();
                var key = string.Join('|', at.Select(one => one ?? "T"));
                cells[key] = (
                    at,
                    cells.TryGetValue(key, out var before) ? before.Count + count : count
                );
            }
        }

        return new(
            $"{string.Join(" x ", sizes)} seed {seed}",
            [
                .. sizes.Select(
                    (_, dimension) =>
                        string.Create(CultureInfo.InvariantCulture, $"v{dimension + 1}")
                ),
            ],
            [.. cells.Select(cell => new TableCell(cell.Value.At, cell.Value.Count, cell.Key))]
        );
    }

    public static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()))
        * Math.Cos(2 * Math.PI * random.NextDouble());

    /// <summary>Poisson; by its normal limit where the mean is large.</summary>
    public static long Poisson(Random random, double mean)
    {
        if (mean > 60)
        {
            return (long)Math.Max(0, Math.Round(mean + (Math.Sqrt(mean) * Normal(random))));
        }

        var (limit, product, count) = (Math.Exp(-mean), random.NextDouble(), 0L);
        while (product > limit)
        {
            product *= random.NextDouble();
            count++;
        }

        return count;
    }

    static IEnumerable<int[]> Places(int[] sizes) =>
        sizes.Aggregate(
            (IEnumerable<int[]>)
                [
                    [],
                ],
            (places, size) =>
                places.SelectMany(place =>
                    Enumerable.Range(0, size).Select(one => (int[])[.. place, one])
                )
        );
}
