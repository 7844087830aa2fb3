using System.Text;
using Throughline.Publishing.Tree;
using static System.Net.WebUtility;

namespace Throughline.Publishing.Rendering;

internal static class GridHtml
{
    public static string Of(Grid grid)
    {
        var html = new StringBuilder();
        html.Append("<div class=\"tl-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
            .Append(HtmlEncode(grid.Caption))
            .Append("\"><table class=\"tl-table\">")
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
            for (var i = 0; i < row.Count; i++)
            {
                var tag = i == 0 ? "th" : "td";
                html.Append('<')
                    .Append(tag)
                    .Append(i == 0 ? " scope=\"row\">" : ">")
                    .Append(PlanHtml.Lines(row[i]))
                    .Append("</")
                    .Append(tag)
                    .Append('>');
            }

            html.Append("</tr>");
        }

        return html.Append("</tbody></table></div>").ToString();
    }
}
