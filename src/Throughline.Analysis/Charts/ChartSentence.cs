using System.Globalization;

namespace Throughline.Analysis.Charts;

/// <summary>The one sentence under a chart: what it shows, and no more than the points allow.</summary>
public static class ChartSentence
{
    /// <summary>English. Speaks of the phase that holds now, and of points outside in any phase.</summary>
    public static string Of(Chart chart)
    {
        var phase = chart.Last;
        var parts = new List<string>();
        var outside = chart.Points.Where(point => point.Outside).ToList();
        if (outside.Count > 0)
        {
            parts.Add(
                outside.Count == 1
                    ? $"{Named(outside[0])} lies outside its limits: look for what was special."
                    : $"{outside.Count} points lie outside their limits ({string.Join(", ", outside.Take(5).Select(Named))}{(outside.Count > 5 ? " and more" : "")}): look for what was special."
            );
        }

        parts.AddRange(Runs(chart, phase));
        if (
            chart.Kind != ChartKind.Run
            && phase.Points.Count < Chart.FewestForLimits
            && !double.IsNaN(phase.Points[^1].Upper)
        )
        {
            parts.Add(
                $"The limits come from {Count(phase.Points.Count, "point")} and are provisional."
            );
        }

        if (phase.Reason is { } reason)
        {
            parts.Add($"The limits start anew at {phase.Points[0].Point.Label}: {reason}.");
        }

        return string.Join(' ', parts);
    }

    private static IEnumerable<string> Runs(Chart chart, ChartPhase phase)
    {
        var runs = phase.Runs;
        if (!runs.Judged)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{Count(runs.Useful, "point")} away from the center: too few to say whether anything changed ({RunRules.FewestUseful} are needed)."
            );
            yield break;
        }

        if (runs.Shift)
        {
            yield return $"{runs.LongestRun} points in a row lie on one side; chance explains {runs.LongestRunLimit}. The level has shifted.";
        }

        if (runs.FewCrossings)
        {
            yield return $"The line crosses its center {Times(runs.Crossings)}; chance would do so at least {Times(runs.CrossingsLimit!.Value)}. Something changed.";
        }

        if (runs.Trend)
        {
            yield return $"{runs.LongestTrend} values in a row move the same way.";
        }

        if (!runs.Any && !chart.Points.Any(point => point.Outside))
        {
            yield return "Nothing here but chance: the ups and downs are of a size and order to expect.";
        }
    }

    private static string Named(ChartedPoint point) => point.Point.Label;

    private static string Count(int number, string noun) =>
        number == 1 ? $"1 {noun}" : $"{number} {noun}s";

    private static string Times(int number) => number == 1 ? "once" : $"{number} times";
}
