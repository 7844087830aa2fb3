using MathNet.Numerics.Distributions;

namespace Throughline.Analysis.Charts;

/// <summary>Which rules judge the runs.</summary>
public enum RunRuleSet
{
    /// <summary>
    /// Limits that grow with the number of points, about 5 % false alarms whatever it is; no trend rule, which the authors found
    /// close to useless. Anhøj and Olesen, PLoS ONE 9 (2014) e113825; Anhøj, PLoS ONE 10 (2015) e0121349.
    /// </summary>
    Anhoej,

    /// <summary>
    /// Six in a row on one side, or five rising or falling in a row, for teams trained so. Perla, Provost and Murray, BMJ Quality and
    /// Safety 20 (2011) 46-51. Crossings as in <see cref="Anhoej"/>.
    /// </summary>
    Perla,
}

/// <summary>Shifts, crossings and trends of a series about a center line.</summary>
public static class RunRules
{
    /// <summary>Below so many useful points nothing is judged: the chart shows the line and says so.</summary>
    public const int FewestUseful = 10;

    private const int PerlaShift = 6;
    private const int PerlaTrend = 5;

    /// <summary>
    /// The runs of <paramref name="values"/> about <paramref name="center"/>, in the values' order. Values that are NaN are passed
    /// over; values on the center are not useful and neither end a run nor cross. Time is linear.
    /// </summary>
    public static RunSignals Of(
        IReadOnlyList<double> values,
        double center,
        RunRuleSet rules = RunRuleSet.Anhoej
    )
    {
        int useful = 0,
            run = 0,
            longest = 0,
            crossings = 0,
            side = 0;
        foreach (var value in values)
        {
            var now = double.IsNaN(value) || double.IsNaN(center) ? 0 : value.CompareTo(center);
            if (now == 0)
            {
                continue;
            }

            useful++;
            crossings += side != 0 && now != side ? 1 : 0;
            run = now == side ? run + 1 : 1;
            longest = Math.Max(longest, run);
            side = now;
        }

        var judged = useful >= FewestUseful;
        return new RunSignals(
            useful,
            longest,
            !judged ? null
                : rules == RunRuleSet.Perla ? PerlaShift - 1
                : LongestRunLimit(useful),
            crossings,
            judged ? CrossingsLimit(useful) : null,
            LongestTrend(values),
            judged && rules == RunRuleSet.Perla ? PerlaTrend : null
        );
    }

    /// <summary>The longest run that chance explains among <paramref name="useful"/> points: round(log2 n) + 3, halves to even.</summary>
    /// <param name="useful">At least 1.</param>
    public static int LongestRunLimit(int useful)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(useful, 1);
        return (int)Math.Round(Math.Log2(useful), MidpointRounding.ToEven) + 3;
    }

    /// <summary>
    /// The fewest crossings that chance explains among <paramref name="useful"/> points: the 5th percentile of Binomial(n - 1, 1/2).
    /// </summary>
    /// <param name="useful">At least 1.</param>
    public static int CrossingsLimit(int useful)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(useful, 1);
        var chances = new Binomial(0.5, useful - 1);
        var crossings = 0;
        while (chances.CumulativeDistribution(crossings) < 0.05)
        {
            crossings++;
        }

        return crossings;
    }

    private static int LongestTrend(IReadOnlyList<double> values)
    {
        int longest = 0,
            trend = 0,
            direction = 0;
        var last = double.NaN;
        foreach (var value in values)
        {
            if (double.IsNaN(value) || value == last)
            {
                continue;
            }

            var now = double.IsNaN(last) ? 0 : value.CompareTo(last);
            trend =
                now != 0 && now == direction ? trend + 1
                : double.IsNaN(last) ? 1
                : 2;
            longest = Math.Max(longest, trend);
            (direction, last) = (now, value);
        }

        return longest;
    }
}
