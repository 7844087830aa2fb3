using System.Globalization;
using static Throughline.Analysis.Charts.ChartSvg;

namespace Throughline.Analysis.Charts;

/// <summary>From values to places on the drawing.</summary>
internal sealed class ChartScale
{
    private readonly double low;
    private readonly double high;
    private readonly int count;
    private readonly int decimals;

    public ChartScale(Chart chart)
    {
        var values = chart
            .Points.SelectMany(point =>
                new[] { point.Point.Value, point.Center, point.Lower, point.Upper }
            )
            .Where(double.IsFinite)
            .ToList();
        (low, high) = (values.Min(), values.Max());
        if (high - low <= 0)
        {
            (low, high) = (
                low - Math.Max(Math.Abs(low) / 2, 1),
                high + Math.Max(Math.Abs(high) / 2, 1)
            );
        }

        var step = NiceStep((high - low) / 5);
        (low, high) = (Math.Floor(low / step) * step, Math.Ceiling(high / step) * step);
        decimals = Math.Clamp((int)Math.Ceiling(-Math.Log10(step) - 1e-9), 0, 10);
        count = chart.Points.Count;
        var steps = (int)Math.Round((high - low) / step);
        Ticks = [.. Enumerable.Range(0, steps + 1).Select(tick => low + (tick * step))];
    }

    public IReadOnlyList<double> Ticks { get; }

    public double X(double index) =>
        count == 1
            ? (Left + Width - Right) / 2
            : Left + 12 + ((Width - Left - Right - 24) * index / (count - 1));

    public double Y(double value) =>
        Height - Bottom - ((Height - Top - Bottom) * (value - low) / (high - low));

    public string Show(double value)
    {
        var shown = value.ToString($"N{Math.Min(decimals + 1, 10)}", CultureInfo.InvariantCulture);
        return shown.Contains('.', StringComparison.Ordinal)
            ? shown.TrimEnd('0').TrimEnd('.')
            : shown;
    }

    private static double NiceStep(double rough)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var lead = rough / power;
        return power
            * (
                lead <= 1 ? 1
                : lead <= 2 ? 2
                : lead <= 5 ? 5
                : 10
            );
    }
}
