using System.Text.Json;
using Throughline.Kernel.Languages;

namespace Throughline.Feedback.Questionnaires.Reading;

/// <summary>A questionnaire that was taken along from here: as JSON, or as the table that a translator filled.</summary>
internal static class OurFile
{
    /// <summary>Whoever mends these will see the next ones.</summary>
    private const int MostErrors = 50;

    public static Questionnaire Read(byte[] bytes, LanguageFiles files)
    {
        if (SourceBytes.WithoutMark(bytes).Span.TrimStart(" \t\r\n"u8) is not [(byte)'{', ..])
        {
            return Table(SourceBytes.Text(bytes), files);
        }

        if (bytes.Length > QuestionnaireJson.MostBytes)
        {
            throw new ReadingRefusedException(
                ReadingSentences.TooLarge(QuestionnaireJson.MostBytes / 1_000_000)
            );
        }

        // Says the line of what is no JSON at all, and refuses what stands twice.
        JsonText.Parse(bytes).Dispose();
        try
        {
            return QuestionnaireJson.Read(SourceBytes.WithoutMark(bytes).Span);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            throw new ReadingRefusedException(
                ReadingSentences.NotOurs((fault as JsonException)?.Path ?? "$")
            );
        }
    }

    public static bool LooksLikeTable(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOfAny((byte)'\n', (byte)'\r');
        return (end < 0 ? text : text[..end]).IndexOfAny(",;\t"u8) >= 0;
    }

    private static Questionnaire Table(string text, LanguageFiles files)
    {
        var read = QuestionnaireTable.Read(text, files);
        return read.Questionnaire
            ?? throw new ReadingRefusedException(
                read.Refusal is { } refusal
                    ? [refusal]
                    :
                    [
                        .. read
                            .Errors.Take(MostErrors)
                            .Select(error =>
                                // As a sheet counts them: the heads are its first row.
                                ReadingSentences.Cell(error.Row + 1, error.Column, error.Sentence)
                            ),
                    ]
            );
    }
}
