using MathNet.Numerics.Distributions;

namespace Throughline.Analysis.Representation;

/// <summary>
/// Intervals of a share x of n. All are two-sided at <c>level</c> (0.95 unless said), lie in [0, 1], and hold x/n. n is at least 1 and
/// 0 ≤ x ≤ n; anything else is an <see cref="ArgumentOutOfRangeException"/>.
/// </summary>
public static class ShareInterval
{
    private const double Usual = 0.95;

    /// <summary>
    /// The score interval without continuity correction. Wilson, Journal of the American Statistical Association 22 (1927) 209-212.
    /// </summary>
    public static Interval Wilson(long x, long n, double level = Usual)
    {
        Check(x, n, level);
        var z = Normal.InvCDF(0, 1, 1 - ((1 - level) / 2));
        double share = (double)x / n,
            z2 = z * z,
            middle = share + (z2 / (2 * n)),
            half = z * Math.Sqrt(((share * (1 - share)) + (z2 / (4.0 * n))) / n),
            whole = 1 + (z2 / n);
        // At 0 and n the formula ends at 0 and 1 exactly; rounding must not move it.
        return new(
            x == 0 ? 0 : Math.Max(0, (middle - half) / whole),
            x == n ? 1 : Math.Min(1, (middle + half) / whole)
        );
    }

    /// <summary>
    /// The exact interval: never covers less than <paramref name="level"/>. Clopper and Pearson, Biometrika 26 (1934) 404-413.
    /// </summary>
    public static Interval Exact(long x, long n, double level = Usual)
    {
        Check(x, n, level);
        var tail = (1 - level) / 2;
        return new(
            x == 0 ? 0 : Beta.InvCDF(x, n - x + 1, tail),
            x == n ? 1 : Beta.InvCDF(x + 1, n - x, 1 - tail)
        );
    }

    /// <summary>
    /// The difference x1/n1 - x2/n2, from the score intervals of both. Newcombe, Statistics in Medicine 17 (1998) 873-890, method 10.
    /// </summary>
    public static Interval Difference(long x1, long n1, long x2, long n2, double level = Usual)
    {
        var (one, other) = (Wilson(x1, n1, level), Wilson(x2, n2, level));
        double p1 = (double)x1 / n1,
            p2 = (double)x2 / n2;
        return new(
            p1 - p2 - Length(p1 - one.Low, other.High - p2),
            p1 - p2 + Length(one.High - p1, p2 - other.Low)
        );
    }

    private static double Length(double one, double other) =>
        Math.Sqrt((one * one) + (other * other));

    private static void Check(long x, long n, double level)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(x);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(x, n);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(level, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(level, 1);
    }
}
