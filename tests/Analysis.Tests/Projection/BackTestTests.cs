using Throughline.Analysis.Projection;

namespace Throughline.Analysis.Tests.Projection;

public sealed class BackTestTests
{
    /// <summary>
    /// Mean errors in percent on the same years and districts, of what the literature offers at its best: five-year pooled ratios with entry
    /// grades and shrinkage (9-12, 12), and the mean of these and the last known value without the pandemic's ratio (K-12). No forecast crosses
    /// into 2020-21; five years ahead, where all do, the errors are those of all.
    /// </summary>
    [Theory]
    [InlineData(EnrollmentSeries.HighSchool, 2.52, 4.10, 5.94, 7.97, 9.26)]
    [InlineData(EnrollmentSeries.GradeTwelve, 3.51, 5.11, 6.74, 8.97, 9.98)]
    [InlineData(EnrollmentSeries.AllGrades, 1.90, 3.07, 4.02, 4.93, 7.10)]
    public void The_mean_error_is_below_the_best_of_the_literature_at_every_horizon(
        EnrollmentSeries series,
        params double[] ceilings
    )
    {
        var errors = ForecastErrors.In(EnrollmentHistory.Of(ForecastData.Rows()));
        var (all, calm) = (BackTest.Of(errors), BackTest.Of(errors, 2021));
        for (var ahead = 1; ahead <= 5; ahead++)
        {
            var line = (ahead < 5 ? calm : all).Line(series, ahead)!;
            Assert.True(
                line.MeanAbsolutePercentError < ceilings[ahead - 1],
                $"{ahead} ahead: {line.MeanAbsolutePercentError}"
            );
        }
    }

    [Fact]
    public void Intervals_of_80_percent_hold_75_to_85_percent_of_the_truths_at_every_horizon()
    {
        var test = BackTest.Of(EnrollmentHistory.Of(ForecastData.Rows()));
        Assert.Equal(15, test.Lines.Count);
        Assert.All(test.Lines, line => Assert.InRange(line.Coverage80, 0.75, 0.85));
    }

    [Fact]
    public void Intervals_know_nothing_of_the_years_after_their_origin()
    {
        var rows = ForecastData.Rows();
        var whole = ForecastErrors.In(EnrollmentHistory.Of(rows));
        var cut = ForecastErrors.In(EnrollmentHistory.Of(rows.Where(row => row.Year <= 2022)));
        const int origin = 5;
        foreach (var series in EnrollmentSeriesGrades.All)
        {
            var (then, now) = (
                ForecastCalibration.At(cut, series, origin),
                ForecastCalibration.At(whole, series, origin)
            );
            foreach (var error in whole.Of(series).Where(error => error.Origin == origin))
            {
                var code = whole.History.Districts[error.District];
                var district = cut.History.Districts.ToList().IndexOf(code);
                Assert.Equal(
                    then.HalfWidth(district, error.Size, error.Ahead, 0.8),
                    now.HalfWidth(error.District, error.Size, error.Ahead, 0.8)
                );
            }
        }
    }

    [Fact]
    public void A_higher_level_and_a_farther_year_are_never_narrower()
    {
        var errors = ForecastErrors.In(EnrollmentHistory.Of(ForecastData.Rows()));
        var calibration = ForecastCalibration.At(errors, EnrollmentSeries.HighSchool, 8);
        Assert.True(calibration.IsOwn);
        for (var ahead = 1; ahead < 15; ahead++)
        {
            var widths = BackTest
                .Levels.Select(level => calibration.HalfWidth(0, 500, ahead, level))
                .ToList();
            Assert.Equal(widths.Order(), widths);
            Assert.True(calibration.HalfWidth(0, 500, ahead + 1, 0.8) > widths[3]);
            Assert.True(calibration.HalfWidth(0, 5000, ahead, 0.8) < widths[3]);
        }
    }

    [Fact]
    public void A_short_history_borrows_the_typical_width_and_is_too_short_to_be_judged()
    {
        var history = EnrollmentHistory.Of(
            ForecastData.Rows().Where(row => row is { District: "0001", Year: <= 2020 })
        );
        var calibration = ForecastCalibration.At(
            ForecastErrors.In(history),
            EnrollmentSeries.HighSchool,
            3
        );
        Assert.False(calibration.IsOwn);
        Assert.InRange(calibration.HalfWidth(0, 1000, 1, 0.8), 0.03, 0.05);
        Assert.Throws<InputRefusedException>(() => BackTest.Of(history));
    }
}
