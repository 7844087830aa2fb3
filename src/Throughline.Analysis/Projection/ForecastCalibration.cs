namespace Throughline.Analysis.Projection;

/// <summary>
/// How wide the intervals of one series must be, learned at one origin from the errors that had come due by then and from nothing later.
/// <para>
/// An error is judged on the log scale against s = √(0.002 + 1/size) × ahead^0.7 × v, v a district's own volatility (the mean of its
/// earlier scores over everybody's, eight imagined ordinary ones mixed in). The scores of all years ahead are pooled, and an interval of
/// level p is projected × exp(± q(p) s), q the empirical quantile of |score|: split conformal prediction (Lei et al., <em>JASA</em> 113, 2018,
/// 1094-1111) with a locally weighted score. Pooling by the growth law ahead^0.7 is what lets a horizon that has never come due yet be
/// calibrated. The exponent is not fitted here: it is the growth of the errors that the National Center for Education Statistics
/// published for its own state projections (NCES 2011-017, table A-7: 0.6 % at one year, 1.8 % at five for Massachusetts).
/// </para>
/// </summary>
public sealed class ForecastCalibration
{
    /// <summary>How the error grows with the years ahead.</summary>
    public const double Growth = 0.7;

    /// <summary>With fewer errors than this the typical ones stand in.</summary>
    public const int LeastErrors = 30;

    private const double Floor = 0.002;
    private const double ImaginedScores = 8;
    private const double MostScore = 3;
    private const double Level = 0.8;
    private readonly double[] scores;
    private readonly double[] volatility;

    private ForecastCalibration(double[] scores, double[] volatility, bool isOwn)
    {
        this.scores = scores;
        this.volatility = volatility;
        IsOwn = isOwn;
    }

    /// <summary>
    /// True where the history's own errors were enough; otherwise the interval has the width that is typical of districts of Massachusetts.
    /// </summary>
    public bool IsOwn { get; }

    /// <summary>What an origin could know: errors of projections whose year is not after it.</summary>
    /// <param name="errors">All errors of the history.</param>
    /// <param name="series">Which series.</param>
    /// <param name="origin">An index of the history.</param>
    public static ForecastCalibration At(ForecastErrors errors, EnrollmentSeries series, int origin)
    {
        var known = errors.Of(series).Where(error => error.Origin + error.Ahead <= origin).ToList();
        var districts = errors.History.Districts.Count;
        if (known.Count < LeastErrors)
        {
            var ordinary = new double[districts];
            Array.Fill(ordinary, 1);
            return new ForecastCalibration(TypicalScores.Of(series), ordinary, false);
        }

        var raw = known
            .Select(error => Math.Abs(error.Log) / Scale(error.Size, error.Ahead))
            .ToArray();
        var unit = Quantile([.. raw.Order()], Level);
        var capped = raw.Select(score => Math.Min(score / unit, MostScore)).ToArray();
        var mean = capped.Average();
        var (count, sum) = (new double[districts], new double[districts]);
        for (var i = 0; i < raw.Length; i++)
        {
            count[known[i].District]++;
            sum[known[i].District] += capped[i];
        }

        double Volatility(double total, double n) =>
            (total + (ImaginedScores * mean)) / ((n + ImaginedScores) * mean);

        var volatility = sum.Select((total, district) => Volatility(total, count[district]))
            .ToArray();
        // A score is judged by the volatility that the district's other scores show.
        var scores = raw.Select(
                (score, i) =>
                {
                    var district = known[i].District;
                    return score / Volatility(sum[district] - capped[i], count[district] - 1);
                }
            )
            .Order()
            .ToArray();
        return new ForecastCalibration(scores, volatility, true);
    }

    /// <summary>The half width, on the log scale, of the interval that should hold the truth with probability <paramref name="level"/>.</summary>
    /// <param name="district">An index into the history's districts.</param>
    /// <param name="size">Students of the series in the origin's year, above zero.</param>
    /// <param name="ahead">Years ahead, at least 1. Above five it is the growth law's word alone.</param>
    /// <param name="level">Between 0 and 1.</param>
    public double HalfWidth(int district, double size, int ahead, double level) =>
        Quantile(scores, level) * Unit(district, size, ahead);

    /// <summary>What one unit of score is worth, on the log scale.</summary>
    internal double Unit(int district, double size, int ahead) =>
        Scale(size, ahead) * volatility[district];

    /// <summary>The quantile of |score|: linear between the order statistics.</summary>
    internal double Score(double level) => Quantile(scores, level);

    private static double Scale(double size, int ahead) =>
        Math.Sqrt(Floor + (1 / size)) * PortableMath.Power(ahead, Growth);

    private static double Quantile(double[] sorted, double level)
    {
        var at = level * (sorted.Length - 1);
        var below = (int)at;
        return below + 1 < sorted.Length
            ? sorted[below] + ((at - below) * (sorted[below + 1] - sorted[below]))
            : sorted[^1];
    }
}
