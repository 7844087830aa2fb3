using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Throughline.Publishing.Tree;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace Throughline.Publishing.Rendering;

/// <summary>
/// An answer's box: a content control, tagged with the prompt's code, by which the answer is read back wherever it has been moved to.
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

        yield return new SdtBlock(
            PropertiesOf(box, number),
            new SdtContentBlock(box.Choices.Count > 0 ? [ChosenOf(box)] : LinesOf(box))
        );
        yield return WordText.Styled("AfterTable", "");
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
