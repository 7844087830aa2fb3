namespace Throughline.Analysis.Charts;

/// <summary>A point with the lines that hold for it.</summary>
/// <param name="Point">The period as it was given.</param>
/// <param name="Center">The center line of its phase.</param>
/// <param name="Lower">The lower limit; NaN where the kind, or too few points, give none.</param>
/// <param name="Upper">The upper limit; NaN likewise.</param>
public sealed record ChartedPoint(ChartPoint Point, double Center, double Lower, double Upper)
{
    /// <summary>Outside its limits: most likely something special happened.</summary>
    public bool Outside => Point.Value > Upper || Point.Value < Lower;
}

/// <summary>The points between two re-basings, with what their order says.</summary>
/// <param name="Points">In their order.</param>
/// <param name="Center">The center line.</param>
/// <param name="Runs">Shifts, crossings and trends about the center (about the median for <see cref="ChartKind.G"/>, which is skew).</param>
/// <param name="Reason">Why the limits start here; null in the first phase.</param>
public sealed record ChartPhase(
    IReadOnlyList<ChartedPoint> Points,
    double Center,
    RunSignals Runs,
    string? Reason
);

/// <summary>A run or control chart: what is drawn and what may be said of it.</summary>
public sealed record Chart(ChartKind Kind, IReadOnlyList<ChartPhase> Phases)
{
    /// <summary>Limits from fewer points than this are provisional, and the sentence says so.</summary>
    public const int FewestForLimits = 12;

    public IReadOnlyList<ChartedPoint> Points { get; } =
    [.. Phases.SelectMany(phase => phase.Points)];

    /// <summary>The phase that holds now.</summary>
    public ChartPhase Last => Phases[^1];

    /// <summary>The signals in words of one kind each, in a fixed order: stable names for scripts.</summary>
    public IReadOnlyList<ChartSignal> Signals { get; } =
    [.. Phases.SelectMany((phase, number) => ChartSignal.Of(phase, number + 1))];
}
