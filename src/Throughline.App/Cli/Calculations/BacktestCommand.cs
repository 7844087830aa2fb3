using System.CommandLine;
using System.Diagnostics;
using Throughline.Analysis;
using Throughline.Analysis.Projection;
using Throughline.Analysis.SchoolCalendar;

namespace Throughline.App.Cli.Calculations;

/// <summary><c>throughline project backtest</c>: what the projection would have said in earlier years, beside what came.</summary>
public static class BacktestCommand
{
    private static readonly Option<string> Enrollment = EnrollmentOption();

    private static readonly Option<string> LeaveOut = new("--leave-out")
    {
        Description =
            "A year that no method foresees: mean errors are those of forecasts that do not cross into it, and are given for all beside them. “none” leaves out nothing.",
        DefaultValueFactory = _ => "2020-21",
    };

    private static readonly Option<string?> Plot = new("--plot")
    {
        Description = "Also writes the calibration plot, an SVG.",
    };

    public static Option<string> EnrollmentOption() =>
        new("--enrolment", "--enrollment")
        {
            Description =
                "Students by district, year and grade: year,code,K,1,…,12 and, if wanted, district.",
            Required = true,
        };

    public static void AddTo(Command project)
    {
        var backtest = new Command(
            "backtest",
            "What the projection would have said in earlier years, beside what came."
        )
        {
            Enrollment,
            LeaveOut,
            Plot,
        };
        backtest.SetAction(
            (parsed, cancel) => Output.Run(parsed, output => Run(parsed, output, cancel))
        );
        project.Add(backtest);
    }

    /// <summary>A figure of grades 9 to 12 at one to five years ahead; null where no forecast came due.</summary>
    public static double?[] ByHorizon(BackTest? test, Func<BackTestLine, double> figure) =>
        [
            .. Enumerable
                .Range(1, ForecastErrors.YearsAhead)
                .Select(ahead =>
                    test?.Line(EnrollmentSeries.HighSchool, ahead) is { } line
                        ? Math.Round(figure(line), 4)
                        : (double?)null
                ),
        ];

    private static async Task<int> Run(ParseResult parsed, Output output, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        var leftOut = LeftOut(parsed.GetValue(LeaveOut)!);
        var enrollment = EnrollmentFile.Read(parsed.GetValue(Enrollment)!, cancel);
        var errors = ForecastErrors.In(enrollment.History, cancel);
        var all = enrollment.Naming(() => BackTest.Of(errors, cancel: cancel));
        var calm = leftOut is { } year ? BackTest.Of(errors, year.EndYear, cancel) : all;
        if (parsed.GetValue(Plot) is { } plot)
        {
            await File.WriteAllTextAsync(plot, CalibrationPlot.Draw(all), cancel);
        }

        return output.Finish(
            new
            {
                districts = enrollment.History.Districts.Count,
                years = enrollment.History.Years,
                runs = all.Lines.Sum(line => line.Forecasts),
                firstOrigin = new SchoolYear(all.FirstOrigin).ToString(),
                leftOut = leftOut?.ToString(),
                coverage80 = ByHorizon(all, line => line.Coverage80),
                meanAbsolutePercentError = ByHorizon(calm, line => line.MeanAbsolutePercentError),
                series = EnrollmentSeriesGrades.All.Select(series => Figures(series, all, calm)),
                elapsedMs = clock.ElapsedMilliseconds,
            },
            BacktestTable.Of(all, calm, leftOut)
        );
    }

    private static object Figures(EnrollmentSeries series, BackTest all, BackTest calm) =>
        new
        {
            series = series.Label(),
            leastStudents = series.LeastJudged(),
            horizons = all
                .Lines.Where(line => line.Series == series)
                .Select(line => new
                {
                    ahead = line.Ahead,
                    forecasts = line.Forecasts,
                    coverage80 = line.Coverage80,
                    coverage = BackTest.Levels.Zip(
                        line.Coverage,
                        (level, covered) => new { level, covered }
                    ),
                    coverage80BySize = BackTest.SizeClasses.Zip(
                        line.BySize,
                        (below, size) =>
                            new
                            {
                                below = double.IsFinite(below) ? below : (double?)null,
                                forecasts = size.Forecasts,
                                covered = double.IsNaN(size.Covered) ? (double?)null : size.Covered,
                            }
                    ),
                    meanAbsolutePercentError = calm.Line(
                        series,
                        line.Ahead
                    )?.MeanAbsolutePercentError,
                    medianAbsolutePercentError = calm.Line(
                        series,
                        line.Ahead
                    )?.MedianAbsolutePercentError,
                    meanAbsolutePercentErrorOfAll = line.MeanAbsolutePercentError,
                    medianAbsolutePercentErrorOfAll = line.MedianAbsolutePercentError,
                }),
        };

    private static SchoolYear? LeftOut(string text) =>
        string.Equals(text, "none", StringComparison.OrdinalIgnoreCase)
            ? null
            : EnrollmentFile.ParseYear(text)
                ?? throw new InputRefusedException(
                    $"--leave-out: “{text}” is no school year; 2020-21 or none is expected."
                );
}
