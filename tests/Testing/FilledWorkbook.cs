using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Throughline.Testing;

/// <summary>What somebody does in a word processor: types an answer into its box.</summary>
public static class FilledWorkbook
{
    public static byte[] Type(byte[] file, string prompt, string text)
    {
        using var stream = new MemoryStream();
        stream.Write(file);
        using (var word = WordprocessingDocument.Open(stream, true))
        {
            var control = word.MainDocumentPart!.Document!.Body!.Descendants<SdtBlock>()
                .Single(one => one.Descendants<Tag>().Single().Val == prompt);
            var content = control.GetFirstChild<SdtContentBlock>()!;
            content.RemoveAllChildren();
            content.Append(new Paragraph(new Run(new Text(text))));
        }

        return stream.ToArray();
    }
}
