namespace Throughline.Analysis.Projection;

/// <summary>
/// A binomial number from one uniform number, by inversion: more trials never give fewer successes for the same luck, which is what makes
/// two plans comparable run by run. Exact while n·min(p, 1 - p) is at most 60; beyond, the quantile's Cornish-Fisher expansion to the third
/// order, off by less than one success but in the outermost thousandths.
/// </summary>
internal static class BinomialDraw
{
    private const double MostSearched = 60;

    /// <param name="n">Trials, zero or more.</param>
    /// <param name="p">The chance of success; below 0 counts as 0, above 1 as 1.</param>
    /// <param name="u">Between 0 and 1.</param>
    public static int Of(int n, double p, double u)
    {
        if (n <= 0 || !(p > 0))
        {
            return 0;
        }

        if (p >= 1)
        {
            return n;
        }

        return p > 0.5 ? n - Lower(n, 1 - p, 1 - u) : Lower(n, p, u);
    }

    private static int Lower(int n, double p, double u)
    {
        var (mean, q) = (n * p, 1 - p);
        if (mean > MostSearched)
        {
            return Expanded(n, p, u);
        }

        var odds = p / q;
        var term = PowerOf(q, n);
        var (sum, x) = (term, 0);
        while (u > sum && x < n)
        {
            x++;
            term *= odds * (n - x + 1) / x;
            sum += term;
            if (term < 1e-300 && x > mean)
            {
                break;
            }
        }

        return x;
    }

    private static int Expanded(int n, double p, double u)
    {
        var z = PortableMath.NormalQuantile(u);
        var q = 1 - p;
        var deviation = Math.Sqrt(n * p * q);
        var skew = (q - p) / deviation;
        var excess = (1 - (6 * p * q)) / (n * p * q);
        var w =
            z
            + (skew * ((z * z) - 1) / 6)
            + (excess * z * ((z * z) - 3) / 24)
            - (skew * skew * z * ((2 * z * z) - 5) / 36);
        return (int)Math.Clamp(Math.Floor((n * p) + (deviation * w) + 0.5), 0, n);
    }

    /// <summary>By squaring: exact to the last bits and the same everywhere. Never below e^-84 here, as n·p ≤ 60 and p ≤ 0.5.</summary>
    private static double PowerOf(double q, int n)
    {
        var result = 1.0;
        for (var left = n; left > 0; left >>= 1)
        {
            if ((left & 1) == 1)
            {
                result *= q;
            }

            q *= q;
        }

        return result;
    }
}
