using System.Text;

namespace Throughline.Kernel.Tables;

/// <summary>
/// The text of a CSV file as programs save it: UTF-8 with or without its mark, UTF-16 with it (Excel's "Unicode text"), or else the
/// letters of Windows (Excel's plain "CSV").
/// </summary>
public static class SheetFile
{
    public const int MaxBytes = 1_000_000;

    private const int WindowsLatin = 1252;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    public static Outcome<string> Read(ReadOnlySpan<byte> file)
    {
        if (file.Length > MaxBytes)
        {
            return Outcome.Refused(Of("file-too-large"));
        }

        if (
            file.StartsWith("PK"u8) || file.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0])
        )
        {
            return Outcome.Refused(Of("file-is-workbook"));
        }

        var text = Decoded(file);
        return text.Contains('\0', StringComparison.Ordinal)
            ? Outcome.Refused(Of("file-is-no-text"))
            : text;
    }

    private static string Decoded(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith(Encoding.Unicode.Preamble))
        {
            return Encoding.Unicode.GetString(file[2..]);
        }

        if (file.StartsWith(Encoding.BigEndianUnicode.Preamble))
        {
            return Encoding.BigEndianUnicode.GetString(file[2..]);
        }

        try
        {
            return StrictUtf8.GetString(file.StartsWith(Encoding.UTF8.Preamble) ? file[3..] : file);
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(WindowsLatin)!.GetString(file);
        }
    }

    private static Sentence Of(string key) => new("tables.refusal." + key);
}
