using System.Globalization;
using System.Text;
using Throughline.Analysis.Projection;
using Throughline.Analysis.SchoolCalendar;

namespace Throughline.App.Cli.Calculations;

/// <summary>The back-test as a Markdown table: readable in a terminal, and what the documentation shows.</summary>
public static class BacktestTable
{
    public static string Of(BackTest all, BackTest calm, SchoolYear? leftOut)
    {
        var text = new StringBuilder();
        foreach (var series in EnrollmentSeriesGrades.All)
        {
            if (text.Length > 0)
            {
                text.AppendLine();
            }

            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"Grades {series.Label()}, districts of {series.LeastJudged()} or more"
            );
            text.AppendLine();
            text.AppendLine("| years ahead | 1 | 2 | 3 | 4 | 5 |");
            text.AppendLine("|---|---|---|---|---|---|");
            Row(text, all, series, "forecasts", line => $"{line.Forecasts:N0}");
            Row(
                text,
                all,
                series,
                "mean error, %",
                line => $"{line.MeanAbsolutePercentError:0.00}"
            );
            Row(
                text,
                all,
                series,
                "median error, %",
                line => $"{line.MedianAbsolutePercentError:0.00}"
            );
            if (leftOut is not null)
            {
                Row(
                    text,
                    calm,
                    series,
                    $"mean error, %, none crossing into {leftOut}",
                    line => $"{line.MeanAbsolutePercentError:0.00}"
                );
            }

            Row(
                text,
                all,
                series,
                "80 % intervals hold, %",
                line => $"{100 * line.Coverage80:0.0}"
            );
            Sizes(text, all, series);
        }

        return text.ToString().TrimEnd();
    }

    private static void Sizes(StringBuilder text, BackTest all, EnrollmentSeries series)
    {
        var least = 0.0;
        for (var size = 0; size < BackTest.SizeClasses.Count; size++)
        {
            var below = BackTest.SizeClasses[size];
            var name = double.IsFinite(below)
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"{least:0} to under {below:0} students"
                )
                : string.Create(CultureInfo.InvariantCulture, $"{least:0} students or more");
            if (all.Lines.Any(line => line.Series == series && line.BySize[size].Forecasts > 0))
            {
                Row(text, all, series, $"– of them {name}", line => Size(line, size));
            }

            least = below;
        }
    }

    private static string Size(BackTestLine line, int size) =>
        line.BySize[size] is { Forecasts: > 0 } one
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{100 * one.Covered:0.0} ({one.Forecasts})"
            )
            : "";

    private static void Row(
        StringBuilder text,
        BackTest test,
        EnrollmentSeries series,
        string head,
        Func<BackTestLine, FormattableString> cell
    ) => Row(text, test, series, head, line => FormattableString.Invariant(cell(line)));

    private static void Row(
        StringBuilder text,
        BackTest test,
        EnrollmentSeries series,
        string head,
        Func<BackTestLine, string> cell
    )
    {
        text.Append(CultureInfo.InvariantCulture, $"| {head} |");
        for (var ahead = 1; ahead <= ForecastErrors.YearsAhead; ahead++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $" {(test.Line(series, ahead) is { } line ? cell(line) : "–")} |"
            );
        }

        text.AppendLine();
    }
}
