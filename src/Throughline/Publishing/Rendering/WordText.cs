using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Throughline.Publishing.Rendering;

/// <summary>Text in runs: spaces kept, line breaks and tabs as what they are.</summary>
internal static class WordText
{
    public static Run Run(string text, bool bold = false)
    {
        var run = new Run();
        if (bold)
        {
            run.Append(new RunProperties(new Bold()));
        }

        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
            {
                run.Append(new Break());
            }

            var cells = lines[i].Split('\t');
            for (var j = 0; j < cells.Length; j++)
            {
                if (j > 0)
                {
                    run.Append(new TabChar());
                }

                if (cells[j].Length > 0)
                {
                    run.Append(new Text(cells[j]) { Space = SpaceProcessingModeValues.Preserve });
                }
            }
        }

        return run;
    }

    public static Paragraph Styled(string style, params OpenXmlElement[] content)
    {
        var paragraph = new Paragraph(
            new ParagraphProperties(new ParagraphStyleId { Val = style })
        );
        paragraph.Append(content);
        return paragraph;
    }

    public static Paragraph Styled(string style, string text) => Styled(style, Run(text));
}
