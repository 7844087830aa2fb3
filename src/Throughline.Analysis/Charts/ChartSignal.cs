namespace Throughline.Analysis.Charts;

public enum ChartSignalKind
{
    /// <summary>A point outside its limits.</summary>
    Outside,

    /// <summary>A run on one side, longer than chance explains.</summary>
    Shift,

    /// <summary>Fewer crossings of the center than chance explains.</summary>
    FewCrossings,

    /// <summary>Values that rise, or fall, in a row; only where that rule is asked for.</summary>
    Trend,
}

/// <summary>One sign that the series is not chance alone.</summary>
/// <param name="Kind">Which rule.</param>
/// <param name="Phase">The phase, counted from 1.</param>
/// <param name="Label">The period, for a point outside; null for a rule of the whole phase.</param>
/// <param name="Observed">The value outside, or the count that broke the rule.</param>
/// <param name="Limit">The limit that it broke.</param>
public sealed record ChartSignal(
    ChartSignalKind Kind,
    int Phase,
    string? Label,
    double Observed,
    double Limit
)
{
    internal static IEnumerable<ChartSignal> Of(ChartPhase phase, int number)
    {
        foreach (var charted in phase.Points.Where(point => point.Outside))
        {
            var value = charted.Point.Value;
            yield return new(
                ChartSignalKind.Outside,
                number,
                charted.Point.Label,
                value,
                value > charted.Upper ? charted.Upper : charted.Lower
            );
        }

        var runs = phase.Runs;
        if (runs.Shift)
        {
            yield return new(
                ChartSignalKind.Shift,
                number,
                null,
                runs.LongestRun,
                runs.LongestRunLimit!.Value
            );
        }

        if (runs.FewCrossings)
        {
            yield return new(
                ChartSignalKind.FewCrossings,
                number,
                null,
                runs.Crossings,
                runs.CrossingsLimit!.Value
            );
        }

        if (runs.Trend)
        {
            yield return new(
                ChartSignalKind.Trend,
                number,
                null,
                runs.LongestTrend,
                runs.TrendLimit!.Value
            );
        }
    }
}
