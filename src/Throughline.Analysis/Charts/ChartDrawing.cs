namespace Throughline.Analysis.Charts;

/// <summary>How a chart is to be made.</summary>
public sealed record ChartSettings
{
    public RunRuleSet Rules { get; init; } = RunRuleSet.Anhoej;

    /// <summary>
    /// The limits of the first phase come from so many of its first points and are then frozen; null for all of them. At least 2.
    /// </summary>
    public int? Baseline { get; init; }

    /// <summary>
    /// For <see cref="ChartKind.Xmr"/>: moving ranges above 3.267 mean moving ranges do not widen the limits (Nelson 1982), so that one
    /// leap does not hide itself.
    /// </summary>
    public bool ScreenMovingRanges { get; init; } = true;

    /// <summary>For <see cref="ChartKind.P"/>: binomial limits instead of three standard deviations; they suit few expected events.</summary>
    public bool ExactShares { get; init; }
}

/// <summary>Makes a chart of a series.</summary>
public static class ChartDrawing
{
    /// <summary>
    /// The chart of <paramref name="points"/>, in their order. Points that are NaN or excluded are shown without being counted. A phase
    /// in which fewer than two points count has a center but no limits; a series without any value is refused.
    /// </summary>
    /// <exception cref="InputRefusedException">
    /// No point has a value; a size is not above zero; a share exceeds 1; a count is negative where only counts make sense; a re-basing
    /// lacks its reason; the baseline has fewer than two points.
    /// </exception>
    public static Chart Of(
        ChartKind kind,
        IReadOnlyList<ChartPoint> points,
        ChartSettings? settings = null
    )
    {
        settings ??= new ChartSettings();
        Check(kind, points, settings);
        List<List<ChartPoint>> phases = [];
        foreach (var point in points)
        {
            if (phases.Count == 0 || point.RebasedBecause is not null)
            {
                phases.Add([]);
            }

            phases[^1].Add(point);
        }

        return new Chart(
            kind,
            [.. phases.Select((phase, number) => Phase(kind, phase, number == 0, settings))]
        );
    }

    private static ChartPhase Phase(
        ChartKind kind,
        List<ChartPoint> points,
        bool first,
        ChartSettings settings
    )
    {
        var frozen = first && settings.Baseline is { } count ? points.Take(count) : points;
        List<ChartPoint> baseline = [.. frozen.Where(Counts)];
        if (baseline.Count == 0)
        {
            throw new InputRefusedException(
                $"Between “{points[0].Label}” and “{points[^1].Label}” no point has a value to draw a center line from."
            );
        }

        var (center, sigma) = ControlLimits.Of(kind, baseline, settings.ScreenMovingRanges);
        var counted = points.Select(point => Counts(point) ? point.Value : double.NaN).ToList();
        var middle =
            kind == ChartKind.G
                ? ControlLimits.Median([.. baseline.Select(point => point.Value)])
                : center;
        return new ChartPhase(
            [.. points.Select(point => Limits(kind, point, center, sigma(point), settings))],
            center,
            RunRules.Of(counted, middle, settings.Rules),
            first ? null : points[0].RebasedBecause
        );
    }

    private static ChartedPoint Limits(
        ChartKind kind,
        ChartPoint point,
        double center,
        double sigma,
        ChartSettings settings
    )
    {
        if (kind == ChartKind.P && settings.ExactShares)
        {
            var (low, high) = ControlLimits.Exact(center, point.Size);
            return new(point, center, low, high);
        }

        var (lower, upper) = (center - (3 * sigma), center + (3 * sigma));
        return new(
            point,
            center,
            kind == ChartKind.Xmr ? lower : Math.Max(0, lower),
            kind is ChartKind.P or ChartKind.PPrime ? Math.Min(1, upper) : upper
        );
    }

    private static bool Counts(ChartPoint point) => !point.Excluded && !double.IsNaN(point.Count);

    private static void Check(
        ChartKind kind,
        IReadOnlyList<ChartPoint> points,
        ChartSettings settings
    )
    {
        if (settings.Baseline < 2)
        {
            throw new InputRefusedException("A baseline has at least two points.");
        }

        if (!points.Any(Counts))
        {
            throw new InputRefusedException("The series has no value to draw.");
        }

        foreach (var point in points)
        {
            if (Fault(kind, point) is { } fault)
            {
                throw new InputRefusedException($"“{point.Label}”: {fault}");
            }
        }
    }

    private static string? Fault(ChartKind kind, ChartPoint point)
    {
        if (point.RebasedBecause is "")
        {
            return "the limits start anew without a reason; write it down.";
        }

        if (double.IsInfinity(point.Count) || !double.IsFinite(point.Size) || point.Size <= 0)
        {
            return "a size is a number above zero and a value is finite.";
        }

        if (kind is ChartKind.Run or ChartKind.Xmr || double.IsNaN(point.Count))
        {
            return null;
        }

        if (point.Count < 0)
        {
            return $"a count cannot be below zero ({point.Count}).";
        }

        return kind is ChartKind.P or ChartKind.PPrime && point.Count > point.Size
            ? $"{point.Count} of {point.Size} is more than all of them."
            : null;
    }
}
