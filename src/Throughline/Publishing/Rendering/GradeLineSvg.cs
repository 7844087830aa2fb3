using System.Globalization;
using System.Text;
using Throughline.Publishing.Tree;
using static System.Net.WebUtility;

namespace Throughline.Publishing.Rendering;

/// <summary>Kindergarten to grade 12 as a line; the planned grades are its thick part. Its colors stand in attributes, for print.</summary>
internal static class GradeLineSvg
{
    public static string Of(GradeLine line, bool rightToLeft)
    {
        var title = HtmlEncode(line.Title);
        var svg = new StringBuilder();
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<svg class=\"tl-line\" role=\"img\" aria-label=\"{title}\" width=\"100%\" height=\"48\" font-size=\"15\"><title>{title}</title>"
        );
        svg.Append(Stroke("tl-line__track", 0, line.Grades.Count, "#dcd8cc", 5));
        foreach (var (from, to) in Bands(line.Grades))
        {
            svg.Append(Stroke("tl-line__run", from, to, "#0b5d4e", 9));
        }

        for (var i = 0; i < line.Grades.Count; i++)
        {
            var grade = line.Grades[i];
            var look = grade.IsPlanned
                ? "class=\"tl-line__mark\" fill=\"#0b5d4e\" font-weight=\"700\""
                : "class=\"tl-line__faint\" fill=\"#5b6468\"";
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<text {look} x=\"{At(i + 0.5)}\" y=\"40\" text-anchor=\"middle\">{HtmlEncode(grade.Name)}</text>"
            );
        }

        return svg.Append("</svg>").ToString();

        string At(double place)
        {
            var percent = 100.0 * place / Math.Max(1, line.Grades.Count);
            return (rightToLeft ? 100 - percent : percent).ToString(
                    "0.##",
                    CultureInfo.InvariantCulture
                ) + "%";
        }

        string Stroke(string look, double from, double to, string color, int width) =>
            $"<line class=\"{look}\" x1=\"{At(from)}\" x2=\"{At(to)}\" y1=\"10\" y2=\"10\" stroke=\"{color}\" stroke-width=\"{width}\" stroke-linecap=\"round\" />";
    }

    private static IEnumerable<(double From, double To)> Bands(IReadOnlyList<GradeMark> grades)
    {
        for (var i = 0; i < grades.Count; i++)
        {
            if (!grades[i].IsPlanned)
            {
                continue;
            }

            var start = i;
            while (i + 1 < grades.Count && grades[i + 1].IsPlanned)
            {
                i++;
            }

            yield return (start + 0.15, i + 0.85);
        }
    }
}
