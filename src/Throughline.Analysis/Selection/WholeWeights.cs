namespace Throughline.Analysis.Selection;

/// <summary>Weights as whole numbers, so that a comparison of panels has no rounding in it.</summary>
internal static class WholeWeights
{
    private const double Largest = 1_000_000;
    private const double Noise = 1e-5;

    /// <summary>The weights, scaled so that the largest is a million; their proportions change by less than a millionth.</summary>
    public static long[] Of(IReadOnlyList<double> weights)
    {
        var largest = weights.Max(Math.Abs);
        return largest == 0
            ? new long[weights.Count]
            : [.. weights.Select(weight => (long)Math.Round(weight / largest * Largest))];
    }

    /// <summary>
    /// The weights as the smallest whole numbers that they are the proportions of, up to the noise of a linear program: 1 and 3 instead of 333,333 and a
    /// million. As <see cref="Of"/> makes them where none below a hundred will do.
    /// </summary>
    public static long[] Simplest(IReadOnlyList<double> weights)
    {
        var largest = weights.Max(Math.Abs);
        for (var most = 1; most < 100 && largest > 0; most++)
        {
            var tried = weights.Select(weight => weight / largest * most).ToArray();
            if (tried.All(weight => Math.Abs(weight - Math.Round(weight)) <= Noise))
            {
                return [.. tried.Select(weight => (long)Math.Round(weight))];
            }
        }

        return Of(weights);
    }

    public static long Sum(IReadOnlyList<long> weights, IReadOnlyList<int> panel)
    {
        var sum = 0L;
        for (var type = 0; type < panel.Count; type++)
        {
            sum += weights[type] * panel[type];
        }

        return sum;
    }

    public static double Sum(IReadOnlyList<long> weights, IReadOnlyList<double> expected)
    {
        var sum = 0d;
        for (var type = 0; type < expected.Count; type++)
        {
            sum += weights[type] * expected[type];
        }

        return sum;
    }
}
