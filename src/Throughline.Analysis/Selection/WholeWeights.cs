namespace Throughline.Analysis.Selection;

/// <summary>Weights as whole numbers, so that a comparison of panels has no rounding in it.</summary>
internal static class WholeWeights
{
    private const double Largest = 1_000_000;

    /// <summary>The weights, scaled so that the largest is a million; their proportions change by less than a millionth.</summary>
    public static long[] Of(IReadOnlyList<double> weights)
    {
        var largest = weights.Max(Math.Abs);
        return largest == 0
            ? new long[weights.Count]
            : [.. weights.Select(weight => (long)Math.Round(weight / largest * Largest))];
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
