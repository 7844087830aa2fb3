using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace Throughline.Testing;

/// <summary>Whether a Word file keeps the rules of its format.</summary>
public static class WordCheck
{
    /// <summary>What the file format's own rules say against it.</summary>
    public static List<string> Problems(byte[] file)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(file), false);
        return
        [
            .. new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019)
                .Validate(document)
                .Select(problem =>
                    $"{problem.Part?.Uri} {problem.Path?.XPath}: {problem.Description}"
                ),
        ];
    }
}
