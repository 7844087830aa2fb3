namespace Throughline.Analysis.Charts;

/// <summary>One period of a series.</summary>
/// <param name="Label">The period, as it is shown.</param>
/// <param name="Count">
/// The value, or for <see cref="ChartKind.P"/>, <see cref="ChartKind.PPrime"/> and <see cref="ChartKind.U"/> the number of events;
/// NaN where the period has no value.
/// </param>
/// <param name="Size">The denominator of a share or rate: above zero. 1 for every other kind.</param>
public sealed record ChartPoint(string Label, double Count, double Size = 1)
{
    /// <summary>Shown, but left out of the limits and of the runs: something known happened.</summary>
    public bool Excluded { get; init; }

    /// <summary>
    /// Not null where the limits start anew with this period, with the reason why. Re-basing is an act of somebody, never automatic.
    /// </summary>
    public string? RebasedBecause { get; init; }

    /// <summary>What is drawn: the value, or the events for each unit of <see cref="Size"/>.</summary>
    public double Value => Count / Size;
}
