namespace Throughline.Analysis.Projection;

/// <summary>
/// What the method would have said in earlier years, beside what came: from every year with at least three ratios before it, one to five
/// years ahead, learning and calibrating from nothing that the year could not know.
/// </summary>
public sealed record BackTest(int FirstOrigin, IReadOnlyList<BackTestLine> Lines)
{
    /// <summary>Ratios that must lie before an origin.</summary>
    public const int LeastRatios = 3;

    /// <summary>The level of the intervals that are judged.</summary>
    public const double Level = 0.8;

    /// <summary>Enough levels to draw a calibration plot.</summary>
    public static readonly IReadOnlyList<double> Levels = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95];

    /// <summary>The upper bounds of the size classes, in students of the series; the last has none.</summary>
    public static readonly IReadOnlyList<double> SizeClasses =
    [
        300,
        800,
        2000,
        double.PositiveInfinity,
    ];

    /// <summary>One series at one horizon; null where no forecast came due.</summary>
    public BackTestLine? Line(EnrollmentSeries series, int ahead) =>
        Lines.FirstOrDefault(line => line.Series == series && line.Ahead == ahead);

    /// <summary>Runs the back-test. O(years² × districts).</summary>
    /// <param name="history">At least five school years.</param>
    /// <param name="withoutYear">
    /// The year, named by its end, across whose start no forecast may reach (2021 leaves out those that cross into 2020-21); null to
    /// judge all.
    /// </param>
    /// <param name="cancel">Checked between origins.</param>
    /// <exception cref="InputRefusedException">The history is too short for a single origin.</exception>
    public static BackTest Of(
        EnrollmentHistory history,
        int? withoutYear = null,
        CancellationToken cancel = default
    ) => Of(ForecastErrors.In(history, cancel), withoutYear, cancel);

    /// <inheritdoc cref="Of(EnrollmentHistory, int?, CancellationToken)"/>
    public static BackTest Of(
        ForecastErrors errors,
        int? withoutYear = null,
        CancellationToken cancel = default
    )
    {
        var history = errors.History;
        if (history.Years < LeastRatios + 2)
        {
            throw new InputRefusedException(
                $"A back-test needs at least {LeastRatios + 2} school years that follow one another; there are {history.Years}."
            );
        }

        var lines = new List<BackTestLine>();
        foreach (var series in EnrollmentSeriesGrades.All)
        {
            var judged = Judge(errors, series, withoutYear, cancel);
            for (var ahead = 1; ahead <= ForecastErrors.YearsAhead; ahead++)
            {
                var due = judged.Where(one => one.Error.Ahead == ahead).ToList();
                if (due.Count > 0)
                {
                    lines.Add(BackTestLine.Of(series, ahead, due));
                }
            }
        }

        return new BackTest(history.FirstYear + LeastRatios, lines);
    }

    private static List<JudgedForecast> Judge(
        ForecastErrors errors,
        EnrollmentSeries series,
        int? withoutYear,
        CancellationToken cancel
    )
    {
        var judged = new List<JudgedForecast>();
        foreach (var from in errors.Of(series).GroupBy(error => error.Origin))
        {
            if (from.Key < LeastRatios)
            {
                continue;
            }

            cancel.ThrowIfCancellationRequested();
            var calibration = ForecastCalibration.At(errors, series, from.Key);
            var year = errors.History.FirstYear + from.Key;
            foreach (var error in from)
            {
                if (withoutYear is { } shock && year < shock && shock <= year + error.Ahead)
                {
                    continue;
                }

                var widths = Levels
                    .Select(level =>
                        calibration.HalfWidth(error.District, error.Size, error.Ahead, level)
                    )
                    .ToArray();
                judged.Add(new JudgedForecast(error, widths));
            }
        }

        return judged;
    }
}

/// <summary>A forecast that came due, with the half widths its intervals had, by <see cref="BackTest.Levels"/>.</summary>
internal sealed record JudgedForecast(ForecastError Error, double[] HalfWidths)
{
    public bool IsInside(int level) => Math.Abs(Error.Log) <= HalfWidths[level];
}

/// <summary>The back-test of one series at one horizon.</summary>
/// <param name="Series">What was projected.</param>
/// <param name="Ahead">Years ahead.</param>
/// <param name="Forecasts">How many came due.</param>
/// <param name="MeanAbsolutePercentError">In percent of what came.</param>
/// <param name="MedianAbsolutePercentError">In percent of what came.</param>
/// <param name="Coverage">The share of truths inside the intervals of <see cref="BackTest.Levels"/>.</param>
/// <param name="BySize">For the 80 % interval, by <see cref="BackTest.SizeClasses"/>: forecasts and the share covered, NaN where there are none.</param>
public sealed record BackTestLine(
    EnrollmentSeries Series,
    int Ahead,
    int Forecasts,
    double MeanAbsolutePercentError,
    double MedianAbsolutePercentError,
    IReadOnlyList<double> Coverage,
    IReadOnlyList<(int Forecasts, double Covered)> BySize
)
{
    /// <summary>The share of truths inside the nominal 80 % interval.</summary>
    public double Coverage80 => Coverage[BackTest.Levels.ToList().IndexOf(BackTest.Level)];

    internal static BackTestLine Of(EnrollmentSeries series, int ahead, List<JudgedForecast> due)
    {
        var errors = due.Select(one => one.Error.AbsolutePercent).Order().ToArray();
        var middle = errors.Length / 2;
        var at80 = BackTest.Levels.ToList().IndexOf(BackTest.Level);
        var sizes = new List<(int, double)>();
        var least = 0.0;
        foreach (var most in BackTest.SizeClasses)
        {
            var inClass = due.Where(one => one.Error.Size >= least && one.Error.Size < most)
                .ToList();
            sizes.Add((inClass.Count, inClass.Count == 0 ? double.NaN : Share(inClass, at80)));
            least = most;
        }

        return new BackTestLine(
            series,
            ahead,
            due.Count,
            errors.Average(),
            errors.Length % 2 == 1 ? errors[middle] : (errors[middle - 1] + errors[middle]) / 2,
            [.. BackTest.Levels.Select((_, level) => Share(due, level))],
            sizes
        );
    }

    private static double Share(List<JudgedForecast> due, int level) =>
        due.Count(one => one.IsInside(level)) / (double)due.Count;
}
