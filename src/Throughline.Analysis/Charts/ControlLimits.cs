using MathNet.Numerics.Distributions;

namespace Throughline.Analysis.Charts;

/// <summary>
/// The center and the width of one phase of a chart, from its baseline points. Width is in units of the drawn value: a point's limits
/// are center ± 3 × sigma(point). Formulas: Montgomery, Introduction to Statistical Quality Control (XmR, p, u); Nelson 1982 (screening
/// of moving ranges); Laney 2002 (p′); Benneyan 2001 (g).
/// </summary>
static class ControlLimits
{
    /// <summary>The mean moving range of two normal values in units of their standard deviation.</summary>
    private const double MovingRangeOfTwo = 1.128;

    /// <summary>Moving ranges above so many mean moving ranges are left out, once.</summary>
    private const double ScreenAbove = 3.267;

    /// <summary>One and the same tail that three standard deviations leave of a normal distribution.</summary>
    private const double Tail = 0.00134989803163009;

    public static (double Center, Func<ChartPoint, double> Sigma) Of(
        ChartKind kind,
        IReadOnlyList<ChartPoint> baseline,
        bool screen
    )
    {
        if (kind == ChartKind.Run)
        {
            return (Median([.. baseline.Select(point => point.Value)]), _ => double.NaN);
        }

        var center = kind is ChartKind.Xmr or ChartKind.G
            ? baseline.Average(point => point.Value)
            : baseline.Sum(point => point.Count) / baseline.Sum(point => point.Size);
        return kind switch
        {
            ChartKind.Xmr => (center, Constant(MovingRangeSigma(baseline, screen))),
            ChartKind.P => (center, point => Binomial(center, point)),
            ChartKind.PPrime => (center, Laney(center, baseline)),
            ChartKind.U => (center, point => Math.Sqrt(center / point.Size)),
            _ => (center, Constant(Math.Sqrt(center * (center + 1)))),
        };
    }

    /// <summary>The exact binomial limits of a share, each cutting off as much as three standard deviations do.</summary>
    public static (double Lower, double Upper) Exact(double center, double size)
    {
        var trials = (int)size;
        var chances = new Binomial(Math.Clamp(center, 0, 1), trials);
        var low = 0;
        while (chances.CumulativeDistribution(low) <= Tail)
        {
            low++;
        }

        var high = low;
        while (high < trials && chances.CumulativeDistribution(high) < 1 - Tail)
        {
            high++;
        }

        return (low / size, high / size);
    }

    /// <summary>The median; NaN of nothing.</summary>
    public static double Median(double[] values)
    {
        if (values.Length == 0)
        {
            return double.NaN;
        }

        Array.Sort(values);
        var middle = values.Length / 2;
        return values.Length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }

    private static Func<ChartPoint, double> Constant(double sigma) => _ => sigma;

    private static double Binomial(double share, ChartPoint point) =>
        Math.Sqrt(share * (1 - share) / point.Size);

    private static double MovingRangeSigma(IReadOnlyList<ChartPoint> baseline, bool screen)
    {
        var ranges = Neighbors(baseline, point => point.Value);
        var limit = ScreenAbove * Mean(ranges);
        return Mean([.. ranges.Where(range => !screen || range < limit || limit == 0)])
            / MovingRangeOfTwo;
    }

    /// <summary>Binomial widths times the moving range of the standardized shares: wider than 1 where periods differ of themselves.</summary>
    private static Func<ChartPoint, double> Laney(double share, IReadOnlyList<ChartPoint> baseline)
    {
        var between = share is > 0 and < 1
            ? Mean(Neighbors(baseline, point => (point.Value - share) / Binomial(share, point)))
                / MovingRangeOfTwo
            : 1;
        return point => Binomial(share, point) * between;
    }

    private static double[] Neighbors(
        IReadOnlyList<ChartPoint> points,
        Func<ChartPoint, double> value
    ) => [.. points.Zip(points.Skip(1), (one, next) => Math.Abs(value(next) - value(one)))];

    private static double Mean(double[] values) =>
        values.Length == 0 ? double.NaN : values.Average();
}
