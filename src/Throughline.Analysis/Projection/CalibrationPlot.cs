using System.Globalization;
using System.Text;

namespace Throughline.Analysis.Projection;

/// <summary>
/// The calibration of a back-test as an SVG: for each series a panel, the nominal level of the intervals across, the share of truths that
/// they held upward, one line a horizon. On the diagonal an interval keeps its word; above it, it is wider than it says.
/// </summary>
public static class CalibrationPlot
{
    private const double Side = 230;
    private const double Gap = 60;
    private const double Top = 66;
    private const double Least = 0.4;

    /// <summary>Dark to light: one to five years ahead.</summary>
    private static readonly string[] Strokes =
    [
        "#0b3c5d",
        "#1f6f8b",
        "#5a8f29",
        "#c77700",
        "#a23b2a",
    ];

    public static string Draw(BackTest test)
    {
        var series = EnrollmentSeriesGrades.All;
        var width = Gap + (series.Count * (Side + Gap));
        var svg = new StringBuilder();
        Line(
            svg,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:0} {Top + Side + 60:0}\" role=\"img\" aria-labelledby=\"t d\" font-family=\"sans-serif\" font-size=\"12\">"
        );
        Line(svg, $"<title id=\"t\">Calibration of the projection's intervals</title>");
        Line(svg, $"<desc id=\"d\">{Sentence(test)}</desc>");
        Line(svg, $"<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>");
        Legend(svg);
        for (var panel = 0; panel < series.Count; panel++)
        {
            Panel(svg, test, series[panel], Gap + (panel * (Side + Gap)));
        }

        Line(svg, $"</svg>");
        return svg.ToString();
    }

    private static string Sentence(BackTest test) =>
        string.Join(
            " ",
            EnrollmentSeriesGrades.All.Select(series =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Grades {series.Label()}: intervals of 80 % held {string.Join(", ", test.Lines.Where(line => line.Series == series).Select(line => string.Create(CultureInfo.InvariantCulture, $"{100 * line.Coverage80:0} % at {line.Ahead}")))} years ahead."
                )
            )
        );

    private static void Legend(StringBuilder svg)
    {
        for (var ahead = 0; ahead < Strokes.Length; ahead++)
        {
            var x = Gap + (ahead * 128);
            Line(
                svg,
                $"<line x1=\"{x}\" y1=\"20\" x2=\"{x + 22}\" y2=\"20\" stroke=\"{Strokes[ahead]}\" stroke-width=\"2\"/><text x=\"{x + 28}\" y=\"24\">{ahead + 1} year{(ahead == 0 ? "" : "s")} ahead</text>"
            );
        }
    }

    private static void Panel(
        StringBuilder svg,
        BackTest test,
        EnrollmentSeries series,
        double left
    )
    {
        Line(
            svg,
            $"<text x=\"{left}\" y=\"{Top - 10}\" font-weight=\"bold\">Grades {series.Label()}</text>"
        );
        Line(
            svg,
            $"<rect x=\"{left}\" y=\"{Top}\" width=\"{Side}\" height=\"{Side}\" fill=\"none\" stroke=\"#767676\"/>"
        );
        Line(
            svg,
            $"<line x1=\"{left}\" y1=\"{Top + Side}\" x2=\"{left + Side}\" y2=\"{Top}\" stroke=\"#767676\" stroke-dasharray=\"4 3\"/>"
        );
        for (var tick = 0.5; tick < 1; tick += 0.1)
        {
            Line(
                svg,
                $"<text x=\"{X(left, tick):0.0}\" y=\"{Top + Side + 16}\" text-anchor=\"middle\">{100 * tick:0}</text><text x=\"{left - 6}\" y=\"{Y(tick) + 4:0.0}\" text-anchor=\"end\">{100 * tick:0}</text>"
            );
        }

        Line(
            svg,
            $"<text x=\"{left + (Side / 2)}\" y=\"{Top + Side + 36}\" text-anchor=\"middle\">level of the interval, %</text>"
        );
        Line(
            svg,
            $"<text transform=\"translate({left - 34} {Top + (Side / 2)}) rotate(-90)\" text-anchor=\"middle\">truths inside, %</text>"
        );
        foreach (var line in test.Lines.Where(line => line.Series == series))
        {
            var points = BackTest.Levels.Zip(
                line.Coverage,
                (level, covered) =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{X(left, level):0.0},{Y(Math.Max(covered, Least)):0.0}"
                    )
            );
            Line(
                svg,
                $"<polyline points=\"{string.Join(' ', points)}\" fill=\"none\" stroke=\"{Strokes[line.Ahead - 1]}\" stroke-width=\"2\"/>"
            );
        }
    }

    private static double X(double left, double share) =>
        left + (Side * (share - Least) / (1 - Least));

    private static double Y(double share) => Top + Side - (Side * (share - Least) / (1 - Least));

    private static void Line(StringBuilder svg, FormattableString text) =>
        svg.Append(FormattableString.Invariant(text)).Append('\n');
}
