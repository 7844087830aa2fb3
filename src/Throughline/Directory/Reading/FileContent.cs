namespace Throughline.Directory.Reading;

enum FileContent
{
    Text,
    Zip,
}

/// <summary>Tells what a file is by its first bytes; its name proves nothing.</summary>
static class FileContents
{
    static readonly (byte[] Start, string What)[] Foreign =
    [
        ("%PDF"u8.ToArray(), "a PDF document"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Excel or Word file"),
        ([0x1F, 0x8B], "a gzip archive"),
        ([0x37, 0x7A, 0xBC, 0xAF], "a 7-Zip archive"),
        ("Rar!"u8.ToArray(), "a RAR archive"),
        ("SQLite format 3"u8.ToArray(), "an SQLite database"),
        ([0x89, 0x50, 0x4E, 0x47], "an image"),
        ([0xFF, 0xD8, 0xFF], "an image"),
        ([0x7F, 0x45, 0x4C, 0x46], "a program"),
        ("{\\rtf"u8.ToArray(), "an RTF document"),
        ([0xFF, 0xFE], "text in UTF-16"),
        ([0xFE, 0xFF], "text in UTF-16"),
        ("{"u8.ToArray(), "JSON"),
        ("["u8.ToArray(), "JSON"),
        ("<"u8.ToArray(), "HTML or XML"),
    ];

    public static FileContent Look(Stream stream, string name)
    {
        Span<byte> start = stackalloc byte[512];
        var length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        start = start[..length];
        if (length == 0)
        {
            throw new DirectoryRefusedException(DirectorySentences.Empty(name));
        }

        var content =
            start.StartsWith("PK\u0003\u0004"u8) || start.StartsWith("PK\u0005\u0006"u8)
                ? FileContent.Zip
                : FileContent.Text;
        if (content == FileContent.Text && ForeignKind(start) is { } what)
        {
            throw new DirectoryRefusedException(DirectorySentences.IsForeign(name, what));
        }

        CheckName(name, content);
        return content;
    }

    static string? ForeignKind(ReadOnlySpan<byte> start)
    {
        var text = start.TrimStart(" \t\r\n"u8);
        text = text.StartsWith("\uFEFF"u8) ? text[3..].TrimStart(" \t\r\n"u8) : text;
        foreach (var (mark, what) in Foreign)
        {
            if (start.StartsWith(mark) || (mark.Length == 1 && text.StartsWith(mark)))
            {
                return what;
            }
        }

        return null;
    }

    static void CheckName(string name, FileContent content)
    {
        var says = Path.GetExtension(name).ToUpperInvariant() switch
        {
            ".CSV" or ".TXT" => (FileContent?)FileContent.Text,
            ".ZIP" => FileContent.Zip,
            _ => null,
        };
        if (says is { } named && named != content)
        {
            throw new DirectoryRefusedException(
                DirectorySentences.NotWhatItsNameSays(name, content == FileContent.Zip)
            );
        }
    }
}
