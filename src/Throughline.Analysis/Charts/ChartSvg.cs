using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace Throughline.Analysis.Charts;

/// <summary>A chart as one self-contained SVG: no script, no style sheet, readable in print and by a screen reader.</summary>
public static class ChartSvg
{
    internal const double Width = 760;
    internal const double Height = 340;
    internal const double Left = 64;
    internal const double Right = 96;
    internal const double Top = 44;
    internal const double Bottom = 44;
    private const string Ink = "#1c2124";
    private const string Grey = "#5b6468";
    private const string Hairline = "#dcd8cc";
    private const string Accent = "#0b5d4e";
    private const string Signal = "#b4470f";

    /// <summary>
    /// The drawing. Its title is <paramref name="title"/>, its description the chart's sentence. Points outside their limits are
    /// diamonds, excluded ones hollow: shape tells them apart as well as color. The same chart gives the same text on every machine.
    /// </summary>
    public static string Of(Chart chart, string title)
    {
        var scale = new ChartScale(chart);
        var root = new XElement(
            Name("svg"),
            new XAttribute("viewBox", $"0 0 {Width} {Height}"),
            new XAttribute("role", "img"),
            new XAttribute("font-family", "Atkinson Hyperlegible Next, system-ui, sans-serif"),
            new XAttribute("font-size", 13),
            new XElement(Name("title"), Clean(title)),
            new XElement(Name("desc"), Clean(ChartSentence.Of(chart))),
            Text(0, 18, title, "start", Ink, 16)
        );
        root.Add(Grid(scale));
        var from = 0;
        foreach (var phase in chart.Phases)
        {
            root.Add(Lines(chart, phase, scale, from, phase == chart.Last));
            from += phase.Points.Count;
        }

        root.Add(Labels(chart, scale));
        root.Add(chart.Points.Select((point, index) => Mark(point, index, scale)));
        return root.ToString(SaveOptions.DisableFormatting);
    }

    private static XName Name(string name) => XName.Get(name, "http://www.w3.org/2000/svg");

    private static IEnumerable<XElement> Grid(ChartScale scale) =>
        scale.Ticks.SelectMany(tick =>
            new[]
            {
                Line(Left, scale.Y(tick), Width - Right, scale.Y(tick), Hairline, 1),
                Text(Left - 8, scale.Y(tick) + 4, scale.Show(tick), "end", Grey, 12),
            }
        );

    private static IEnumerable<XElement> Lines(
        Chart chart,
        ChartPhase phase,
        ChartScale scale,
        int from,
        bool last
    )
    {
        if (from > 0)
        {
            var x = scale.X(from - 0.5);
            yield return Line(x, Top - 8, x, Height - Bottom, Grey, 1, "2 4");
        }

        yield return Path(phase.Points, from, point => point.Center, scale, Accent, null);
        yield return Path(phase.Points, from, point => point.Upper, scale, Grey, "6 4");
        yield return Path(phase.Points, from, point => point.Lower, scale, Grey, "6 4");
        yield return Series(phase.Points, from, scale);
        if (last)
        {
            var end = phase.Points[^1];
            var center = chart.Kind == ChartKind.Run ? "median" : "average";
            yield return Text(
                Width - Right + 8,
                scale.Y(end.Center) + 4,
                $"{center} {scale.Show(end.Center)}",
                "start",
                Accent,
                12
            );
            foreach (var limit in new[] { end.Upper, end.Lower }.Where(double.IsFinite))
            {
                if (Math.Abs(scale.Y(limit) - scale.Y(end.Center)) > 14)
                {
                    yield return Text(
                        Width - Right + 8,
                        scale.Y(limit) + 4,
                        $"limit {scale.Show(limit)}",
                        "start",
                        Grey,
                        12
                    );
                }
            }
        }
    }

    private static IEnumerable<XElement> Labels(Chart chart, ChartScale scale)
    {
        var every = Math.Max(1, (int)Math.Ceiling(chart.Points.Count / 10.0));
        for (var index = 0; index < chart.Points.Count; index += every)
        {
            yield return Text(
                scale.X(index),
                Height - Bottom + 20,
                chart.Points[index].Point.Label,
                "middle",
                Grey,
                12
            );
        }
    }

    private static XElement Mark(ChartedPoint charted, int index, ChartScale scale)
    {
        var (x, value) = (scale.X(index), charted.Point.Value);
        var name = new XElement(
            Name("title"),
            Clean(
                $"{charted.Point.Label}: {(double.IsNaN(value) ? "no value" : scale.Show(value))}"
            )
        );
        if (double.IsNaN(value))
        {
            return new XElement(Name("g"), name);
        }

        var y = scale.Y(value);
        return charted.Outside
            ? new XElement(
                Name("path"),
                new XAttribute(
                    "d",
                    FormattableString.Invariant($"M{x:0.#} {y - 7:0.#}l7 7l-7 7l-7-7z")
                ),
                new XAttribute("fill", Signal),
                name
            )
            : new XElement(
                Name("circle"),
                new XAttribute("cx", Short(x)),
                new XAttribute("cy", Short(y)),
                new XAttribute("r", 4),
                new XAttribute("fill", charted.Point.Excluded ? "#fff" : Ink),
                new XAttribute("stroke", Ink),
                name
            );
    }

    private static XElement Series(
        IReadOnlyList<ChartedPoint> points,
        int from,
        ChartScale scale
    ) => Path(points, from, point => point.Point.Value, scale, Ink, null);

    private static XElement Path(
        IReadOnlyList<ChartedPoint> points,
        int from,
        Func<ChartedPoint, double> value,
        ChartScale scale,
        string color,
        string? dashes
    )
    {
        var d = new StringBuilder();
        var pen = 'M';
        for (var index = 0; index < points.Count; index++)
        {
            var at = value(points[index]);
            if (!double.IsFinite(at))
            {
                pen = 'M';
                continue;
            }

            d.Append(
                CultureInfo.InvariantCulture,
                $"{pen}{scale.X(from + index):0.#} {scale.Y(at):0.#}"
            );
            pen = 'L';
        }

        var path = new XElement(
            Name("path"),
            new XAttribute("d", d.ToString()),
            new XAttribute("fill", "none"),
            new XAttribute("stroke", color),
            new XAttribute("stroke-width", 1.5)
        );
        if (dashes is not null)
        {
            path.Add(new XAttribute("stroke-dasharray", dashes));
        }

        return path;
    }

    private static XElement Line(
        double x1,
        double y1,
        double x2,
        double y2,
        string color,
        double width,
        string? dashes = null
    )
    {
        var line = new XElement(
            Name("line"),
            new XAttribute("x1", Short(x1)),
            new XAttribute("y1", Short(y1)),
            new XAttribute("x2", Short(x2)),
            new XAttribute("y2", Short(y2)),
            new XAttribute("stroke", color),
            new XAttribute("stroke-width", width)
        );
        if (dashes is not null)
        {
            line.Add(new XAttribute("stroke-dasharray", dashes));
        }

        return line;
    }

    private static XElement Text(
        double x,
        double y,
        string text,
        string anchor,
        string color,
        int size
    ) =>
        new(
            Name("text"),
            new XAttribute("x", Short(x)),
            new XAttribute("y", Short(y)),
            new XAttribute("text-anchor", anchor),
            new XAttribute("fill", color),
            new XAttribute("font-size", size),
            Clean(text)
        );

    private static string Short(double value) =>
        value.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>Text that XML can hold: what it cannot (NUL, lone surrogates) is replaced.</summary>
    private static string Clean(string text) =>
        string.Concat(
            text.EnumerateRunes()
                .Select(rune =>
                    System.Xml.XmlConvert.IsXmlChar((char)Math.Min(rune.Value, 0xFFFF))
                    || rune.Value > 0xFFFF
                        ? rune.ToString()
                        : "\uFFFD"
                )
        );
}
