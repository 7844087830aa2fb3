namespace Throughline.Analysis.Selection;

/// <summary>How evenly chances are spread over a pool.</summary>
/// <param name="Min">The smallest.</param>
/// <param name="Max">The largest.</param>
/// <param name="Gini">Gini's coefficient: 0 where all are equal, near 1 where one has everything.</param>
/// <param name="GeometricMean">0 where somebody has no chance.</param>
public sealed record SpreadOfChances(double Min, double Max, double Gini, double GeometricMean)
{
    /// <param name="chances">At least one, each from 0 to 1. Time n log n.</param>
    public static SpreadOfChances Of(IEnumerable<double> chances)
    {
        var sorted = chances.Order().ToArray();
        var sum = sorted.Sum();
        var ranked = sorted
            .Select((chance, at) => ((2d * (at + 1)) - sorted.Length - 1) * chance)
            .Sum();
        return new SpreadOfChances(
            sorted[0],
            sorted[^1],
            sum == 0 ? 0 : ranked / (sorted.Length * sum),
            sorted[0] <= 0 ? 0 : Math.Exp(sorted.Average(Math.Log))
        );
    }
}
