using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Throughline.Publishing.Tree;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace Throughline.Publishing.Rendering;

/// <summary>
/// An answer's box: a table of one column. Its head row shows the prompt's code, which every word processor keeps; beneath it stands a
/// content control with the code as its tag, which Word keeps wherever the control is moved to.
/// </summary>
internal static class WordAnswer
{
    /// <summary>Shown where nothing is chosen yet.</summary>
    public const string Nothing = "—";

    public static IEnumerable<OpenXmlElement> Of(AnswerBox box, int number)
    {
        yield return WordText.Styled("Heading3", box.Question);
        if (box.Help.Length > 0)
        {
            yield return WordText.Styled("Quiet", box.Help);
        }

        if (box.Choices.Count > 0)
        {
            yield return WordText.Styled(
                "Quiet",
                string.Join('\n', box.Choices.Select(choice => "☐ " + choice))
            );
        }

        yield return new Table(
            TablePropertiesOf(box),
            new TableGrid(new GridColumn { Width = PlanDocx.Number(WordBody.Width) }),
            RowOf(isHead: true, WordText.Styled("BoxCode", CodeShown(box.Code))),
            RowOf(
                isHead: false,
                new SdtBlock(
                    PropertiesOf(box, number),
                    new SdtContentBlock(box.Choices.Count > 0 ? [ChosenOf(box)] : LinesOf(box))
                ),
                // A cell ends in a paragraph of its own; what is typed there belongs to the box all the same.
                WordText.Styled("AfterTable", "")
            )
        );
        yield return WordText.Styled("AfterTable", "");
    }

    /// <summary>In brackets, so that no word that somebody writes into a table of their own is taken for a code.</summary>
    public static string CodeShown(string code) => $"[{code}]";

    /// <summary>Null where a cell's text is no code.</summary>
    public static string? CodeIn(string text) =>
        text.Trim() is ['[', .. var code, ']']
        && code.Length > 0
        && code.All(letter =>
            char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-'
        )
            ? code
            : null;

    private static TableRow RowOf(bool isHead, params OpenXmlElement[] content)
    {
        var properties = new TableRowProperties();
        if (isHead)
        {
            properties.Append(new CantSplit());
        }

        var cell = new TableCell(
            new TableCellProperties(
                new TableCellWidth
                {
                    Width = PlanDocx.Number(WordBody.Width),
                    Type = TableWidthUnitValues.Dxa,
                }
            )
        );
        cell.Append(content);
        return new TableRow(properties, cell);
    }

    private static TableProperties TablePropertiesOf(AnswerBox box)
    {
        var question = SafeText.OneLine(box.Question);
        return new TableProperties(
            new TableWidth
            {
                Width = PlanDocx.Number(WordBody.Width),
                Type = TableWidthUnitValues.Dxa,
            },
            new TableBorders(
                Line(new TopBorder()),
                Line(new LeftBorder()),
                Line(new BottomBorder()),
                Line(new RightBorder())
            ),
            new TableLayout { Type = TableLayoutValues.Fixed },
            new TableCaption { Val = question },
            new TableDescription { Val = question }
        );
    }

    private static T Line<T>(T border)
        where T : BorderType
    {
        (border.Val, border.Size, border.Space, border.Color) = (
            BorderValues.Single,
            6,
            0,
            "8D9699"
        );
        return border;
    }

    private static IEnumerable<Paragraph> LinesOf(AnswerBox box) =>
        box.Text.Length > 0
            ? box.Text.Split('\n').Select(line => WordText.Styled("Answer", line))
            : Enumerable.Range(0, box.Lines * 2).Select(_ => WordText.Styled("Answer", []));

    private static Paragraph ChosenOf(AnswerBox box) =>
        WordText.Styled("Answer", box.Text.Length > 0 ? box.Text : Nothing);

    private static SdtProperties PropertiesOf(AnswerBox box, int number)
    {
        var alias = SafeText.OneLine(box.Question);
        var properties = new SdtProperties(
            new SdtAlias { Val = alias.Length > 60 ? SafeText.Clean(alias[..60]) : alias },
            new Tag { Val = box.Code },
            new SdtId { Val = 1_000_000 + number },
            new DocumentFormat.OpenXml.Wordprocessing.Lock { Val = LockingValues.SdtLocked }
        );
        if (box.Choices.Count > 0)
        {
            properties.Append(
                new SdtContentDropDownList(
                    box.Choices.Prepend(Nothing)
                        .Select(choice => new ListItem { DisplayText = choice, Value = choice })
                )
            );
        }
        else
        {
            properties.Append(new SdtContentRichText());
        }

        return properties;
    }
}
