using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Throughline.Publishing.Tree;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using TreeParagraph = Throughline.Publishing.Tree.Paragraph;

namespace Throughline.Publishing.Rendering;

/// <summary>The body's elements one after another, so that no more than one block is held as elements at a time.</summary>
internal sealed class WordBody(PlanDocument document)
{
    public const int Margin = 1224;
    public const int Width = 12240 - (2 * Margin);

    private int controls;

    /// <summary>Each numbered list counts from one: it has a numbering of its own.</summary>
    public int NumberedLists { get; private set; }

    public IEnumerable<OpenXmlElement> Elements()
    {
        if (document.Logo is { } logo)
        {
            yield return WordText.Styled("Logo", WordLogo.Of(logo));
        }

        yield return WordText.Styled("Subtitle", document.Meta);
        yield return WordText.Styled("Title", document.Title);
        foreach (var element in ElementsOf(document.Opening))
        {
            yield return element;
        }

        yield return WordText.Styled("ContentsTitle", document.ContentsTitle);
        foreach (var section in document.Sections)
        {
            yield return WordText.Styled(
                "Contents",
                new Hyperlink(WordText.Run($"{section.Number}  {section.Title}"))
                {
                    Anchor = section.Anchor,
                    History = true,
                }
            );
        }

        foreach (var section in document.Sections)
        {
            var id = PlanDocx.Number(section.Number);
            yield return WordText.Styled(
                "Heading1",
                new BookmarkStart { Id = id, Name = section.Anchor },
                WordText.Run($"{section.Number}  {section.Title}"),
                new BookmarkEnd { Id = id }
            );
            foreach (var element in ElementsOf(section.Blocks))
            {
                yield return element;
            }
        }
    }

    private IEnumerable<OpenXmlElement> ElementsOf(IReadOnlyList<Block> blocks)
    {
        for (var at = 0; at < blocks.Count; at++)
        {
            var elements = ElementsOf(blocks[at]).ToList();
            if (at + 1 < blocks.Count && AreOfOnePage(blocks[at], blocks[at + 1]))
            {
                Keep((Paragraph)elements[^1]);
            }

            foreach (var element in elements)
            {
                yield return element;
            }
        }
    }

    /// <summary>What leads into a list does not stay behind at a page's foot, nor does a remark go to the next page by itself.</summary>
    private static bool AreOfOnePage(Block block, Block next) =>
        block is TreeParagraph && next is Listing
        || block is TreeParagraph or Listing or Facts && next is TreeParagraph { Quiet: true };

    private static void Keep(Paragraph paragraph) =>
        paragraph.ParagraphProperties!.KeepNext = new KeepNext();

    private IEnumerable<OpenXmlElement> ElementsOf(Block block) =>
        block switch
        {
            Heading heading =>
            [
                WordText.Styled("Heading" + PlanDocx.Number(heading.Level), heading.Text),
            ],
            TreeParagraph paragraph => [ParagraphOf(paragraph)],
            LargeSentence sentence => [WordText.Styled("LargeSentence", sentence.Text)],
            Listing list => ListOf(list),
            Grid grid => WordTable.Of(grid, document.RightToLeft),
            Facts facts => facts.All.Select(FactOf),
            Gap gap => [WordText.Styled("Gap", gap.Text)],
            GradeLine line => WordTable.Of(line, document.RightToLeft),
            AnswerBox box => WordAnswer.Of(box, ++controls),
            _ => throw new InvalidOperationException("Every kind of block has its elements."),
        };

    private static Paragraph ParagraphOf(TreeParagraph paragraph)
    {
        var style = paragraph.Quiet ? "Quiet" : "Normal";
        return paragraph.Lead is null
            ? WordText.Styled(style, paragraph.Text)
            : WordText.Styled(
                style,
                WordText.Run(paragraph.Lead + " ", bold: true),
                WordText.Run(paragraph.Text)
            );
    }

    private static Paragraph FactOf(Fact fact) =>
        WordText.Styled(
            "Fact",
            WordText.Run(fact.Name + "\t", bold: true),
            WordText.Run(fact.Value)
        );

    private IEnumerable<OpenXmlElement> ListOf(Listing list)
    {
        var numbering = list.Numbered
            ? WordNumbering.FirstNumbered + NumberedLists++
            : WordNumbering.Bullets;
        return list.Items.Select(
            (item, place) =>
            {
                var paragraph = WordText.Styled(list.Numbered ? "ListNumber" : "ListBullet", item);
                paragraph.ParagraphProperties!.Append(
                    new NumberingProperties(
                        new NumberingLevelReference { Val = 0 },
                        new NumberingId { Val = numbering }
                    )
                );
                if (place == 0 && list.Items.Count > 1)
                {
                    Keep(paragraph);
                }

                if (place == list.Items.Count - 1)
                {
                    paragraph.ParagraphProperties!.SpacingBetweenLines = new() { After = "140" };
                }

                return paragraph;
            }
        );
    }
}
