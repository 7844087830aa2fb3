using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Throughline.Publishing.Tree;
using TreeGradeLine = Throughline.Publishing.Tree.GradeLine;

namespace Throughline.Publishing.Rendering;

/// <summary>Tables with their caption above them, a head that is marked and repeated, and rows that stay whole on a page.</summary>
internal static class WordTable
{
    private const string Planned = "0B5D4E";

    public static IEnumerable<OpenXmlElement> Of(Grid grid, bool rightToLeft)
    {
        var widths = Widths(grid);
        var table = new Table(
            Properties("PlanTable", grid.Caption, rightToLeft),
            new TableGrid(widths.Select(width => new GridColumn { Width = PlanDocx.Number(width) }))
        );
        table.Append(RowOf(grid.Head, widths, isHead: true));
        table.Append(grid.Rows.Select(row => RowOf(row, widths, isHead: false)));
        if (!grid.IsNamedAbove)
        {
            yield return WordText.Styled("Caption", grid.Caption);
        }

        yield return table;
        yield return WordText.Styled("AfterTable", "");
    }

    /// <summary>The grades in one row; the planned ones lie under a thick line and in bold. The sentence beneath says the same in words.</summary>
    public static IEnumerable<OpenXmlElement> Of(TreeGradeLine line, bool rightToLeft)
    {
        var width = WordBody.Width / Math.Max(1, line.Grades.Count);
        var cells = line.Grades.Select(grade => new TableCell(
            new TableCellProperties(
                new TableCellWidth
                {
                    Width = PlanDocx.Number(width),
                    Type = TableWidthUnitValues.Dxa,
                },
                new TableCellBorders(
                    new TopBorder
                    {
                        Val = BorderValues.Single,
                        Size = grade.IsPlanned ? 48U : 18U,
                        Color = grade.IsPlanned ? Planned : "DCD8CC",
                    }
                )
            ),
            WordText.Styled("Grade", WordText.Run(grade.Name, grade.IsPlanned))
        ));
        var row = new TableRow(new TableRowProperties(new CantSplit(), new TableHeader()));
        row.Append(cells);
        yield return new Table(
            Properties("GradeTable", line.Title, rightToLeft),
            new TableGrid(
                line.Grades.Select(_ => new GridColumn { Width = PlanDocx.Number(width) })
            ),
            row
        );
        yield return WordText.Styled("Quiet", line.Title);
    }

    private static TableRow RowOf(IReadOnlyList<string> cells, int[] widths, bool isHead)
    {
        var row = new TableRow();
        var properties = new TableRowProperties(new CantSplit());
        if (isHead)
        {
            properties.Append(new TableHeader());
        }

        row.Append(properties);
        row.Append(
            cells.Select(
                (cell, i) =>
                    new TableCell(
                        new TableCellProperties(
                            new TableCellWidth
                            {
                                Width = PlanDocx.Number(widths[Math.Min(i, widths.Length - 1)]),
                                Type = TableWidthUnitValues.Dxa,
                            }
                        ),
                        WordText.Styled(isHead ? "TableHead" : "TableText", cell)
                    )
            )
        );
        return row;
    }

    private static TableProperties Properties(string style, string caption, bool rightToLeft)
    {
        var properties = new TableProperties(new TableStyle { Val = style });
        if (rightToLeft)
        {
            properties.Append(new BiDiVisual());
        }

        properties.Append(
            new TableWidth
            {
                Width = PlanDocx.Number(WordBody.Width),
                Type = TableWidthUnitValues.Dxa,
            },
            new TableLayout { Type = TableLayoutValues.Fixed },
            new TableLook
            {
                FirstRow = true,
                FirstColumn = true,
                NoVerticalBand = true,
                NoHorizontalBand = true,
            },
            new TableCaption { Val = caption },
            new TableDescription { Val = caption }
        );
        return properties;
    }

    /// <summary>Columns share the width by how much stands in them, none so narrow that its words break.</summary>
    private static int[] Widths(Grid grid)
    {
        var weights = grid
            .Head.Select(
                (head, i) =>
                    grid
                        .Rows.Select(row => i < row.Count ? row[i].Length : 0)
                        .Append(head.Length + 2)
                        .Select(length => Math.Sqrt(Math.Clamp(length, 6, 240)))
                        .Max()
            )
            .ToArray();
        var whole = weights.Sum();
        return [.. weights.Select(weight => (int)(WordBody.Width * weight / whole))];
    }
}
