using System.Text;
using Throughline.Publishing.Tree;
using static System.Net.WebUtility;

namespace Throughline.Publishing.Rendering;

internal static class GridHtml
{
    /// <summary>More columns than a phone is wide enough for: there each row becomes a list, each cell with its column's name.</summary>
    private const int FitOnPhone = 3;

    public static string Of(Grid grid)
    {
        var html = new StringBuilder();
        var stacks = grid.Head.Count > FitOnPhone;
        html.Append("<div class=\"tl-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
            .Append(HtmlEncode(grid.Caption))
            .Append("\"><table class=\"tl-table")
            .Append(stacks ? " tl-table--stack\">" : "\">")
            .Append(grid.IsNamedAbove ? "<caption class=\"tl-hide\">" : "<caption>")
            .Append(HtmlEncode(grid.Caption))
            .Append("</caption><thead><tr>");
        foreach (var head in grid.Head)
        {
            html.Append("<th scope=\"col\">").Append(HtmlEncode(head)).Append("</th>");
        }

        html.Append("</tr></thead><tbody>");
        foreach (var row in grid.Rows)
        {
            html.Append("<tr>");
            html.Append("<th scope=\"row\">").Append(PlanHtml.Lines(row[0])).Append("</th>");
            for (var i = 1; i < row.Count; i++)
            {
                html.Append("<td");
                if (stacks)
                {
                    html.Append(" data-label=\"").Append(HtmlEncode(grid.Head[i])).Append('"');
                }

                html.Append('>').Append(PlanHtml.Lines(row[i])).Append("</td>");
            }

            html.Append("</tr>");
        }

        return html.Append("</tbody></table></div>").ToString();
    }
}
