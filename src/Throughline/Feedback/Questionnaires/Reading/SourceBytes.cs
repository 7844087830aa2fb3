using System.Text;
using System.Text.Json;

namespace Throughline.Feedback.Questionnaires.Reading;

/// <summary>The bytes of a file, and what kind of file they look like.</summary>
internal static class SourceBytes
{
    private static readonly byte[] Utf8Mark = [0xEF, 0xBB, 0xBF];

    /// <summary>No more than may be read, whatever the stream holds.</summary>
    public static byte[] Read(Stream stream)
    {
        using var memory = new MemoryStream();
        var piece = new byte[64 * 1024];
        for (int read; (read = stream.Read(piece, 0, piece.Length)) > 0; )
        {
            if (memory.Length + read > SourceLimits.MostBytes)
            {
                throw new ReadingRefusedException(
                    ReadingSentences.TooLarge(SourceLimits.MostBytes / 1_000_000)
                );
            }

            memory.Write(piece, 0, read);
        }

        return memory.ToArray();
    }

    public static ReadOnlyMemory<byte> WithoutMark(byte[] bytes) =>
        bytes.AsSpan().StartsWith(Utf8Mark) ? bytes.AsMemory(Utf8Mark.Length) : bytes;

    /// <summary>Null where it looks like nothing that is read here.</summary>
    public static string? Guess(byte[] bytes)
    {
        var text = WithoutMark(bytes).Span;
        var start = text.IndexOfAnyExcept(" \t\r\n"u8);
        return start < 0 ? null
            : text[start] == '<' || IsUtf16(bytes) ? ReadQuestionnaire.LimeSurvey
            : text[start] is (byte)'{' or (byte)'[' ? GuessJson(bytes)
            : OurFile.LooksLikeTable(text) ? ReadQuestionnaire.Ours
            : null;
    }

    /// <summary>JSON is written in UTF-8; XML alone says by a mark that it is not.</summary>
    private static bool IsUtf16(byte[] bytes) => bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];

    private static string? GuessJson(byte[] bytes)
    {
        using var json = JsonText.Parse(bytes);
        var root = json.RootElement;
        return root.ValueKind != JsonValueKind.Object ? null
            : root.TryGetProperty("SurveyElements", out _) ? ReadQuestionnaire.Qualtrics
            : root.TryGetProperty("sections", out _) ? ReadQuestionnaire.Ours
            : root.TryGetProperty("pages", out _) || root.TryGetProperty("elements", out _)
                ? ReadQuestionnaire.SurveyJs
            : null;
    }

    /// <exception cref="ReadingRefusedException">It is not UTF-8.</exception>
    public static string Text(byte[] bytes)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(
                WithoutMark(bytes).Span
            );
        }
        catch (ArgumentException)
        {
            throw new ReadingRefusedException(ReadingSentences.NotUtf8);
        }
    }
}
