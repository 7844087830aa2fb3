namespace Throughline.Analysis.Charts;

/// <summary>What the order of the points says about a change, apart from any limits.</summary>
/// <param name="Useful">The points that do not lie on the center line.</param>
/// <param name="LongestRun">The most useful points in a row on one side.</param>
/// <param name="LongestRunLimit">The most that chance explains; null where there are too few points for a verdict.</param>
/// <param name="Crossings">How often the line between useful points crosses the center.</param>
/// <param name="CrossingsLimit">The fewest that chance explains; null where there are too few points for a verdict.</param>
/// <param name="LongestTrend">The most values in a row that each rise, or each fall; equal neighbors are passed over.</param>
/// <param name="TrendLimit">The fewest that count as a trend; null where trends are not judged.</param>
public sealed record RunSignals(
    int Useful,
    int LongestRun,
    int? LongestRunLimit,
    int Crossings,
    int? CrossingsLimit,
    int LongestTrend,
    int? TrendLimit
)
{
    /// <summary>A run on one side that is longer than chance explains.</summary>
    public bool Shift => LongestRun > LongestRunLimit;

    /// <summary>Fewer crossings than chance explains.</summary>
    public bool FewCrossings => Crossings < CrossingsLimit;

    /// <summary>A trend, where trends are judged.</summary>
    public bool Trend => LongestTrend >= TrendLimit;

    /// <summary>Whether there are points enough for a verdict at all.</summary>
    public bool Judged => LongestRunLimit is not null;

    public bool Any => Shift || FewCrossings || Trend;
}
