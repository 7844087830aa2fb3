using System.Globalization;

namespace Throughline.Directory.Reading;

/// <summary>Reads a row's texts. A cell that cannot be believed is reported and left blank.</summary>
sealed class MassachusettsCells(
    CsvTable table,
    string file,
    DirectoryLimits limits,
    ReadingTally tally
)
{
    readonly TextPool pool = new();

    public string? Name(int place)
    {
        return Checked(place, DirectorySentences.Blank)
            ? table.Cell(place).Trim().ToString()
            : null;
    }

    public string? Street(int place)
    {
        return Checked(place) ? table.Cell(place).Trim().ToString() : null;
    }

    /// <summary>A text that many rows share.</summary>
    public string? Shared(int place, string? whenBlank = null)
    {
        return Checked(place, whenBlank) ? pool.Of(table.Cell(place).Trim()) : null;
    }

    public SchoolKind Kind(int place)
    {
        var text = Trimmed(place);
        if (text.IsEmpty)
        {
            return SchoolKind.NotGiven;
        }

        if (text.StartsWith("Public", StringComparison.OrdinalIgnoreCase))
        {
            return SchoolKind.Public;
        }

        return text.StartsWith("Charter", StringComparison.OrdinalIgnoreCase)
            ? SchoolKind.Charter
            : Refuse<SchoolKind>(place, DirectorySentences.NotAKind);
    }

    public string? State(int place)
    {
        var text = Trimmed(place);
        if (text.IsEmpty)
        {
            return null;
        }

        return text is [>= 'A' and <= 'Z', >= 'A' and <= 'Z']
            ? pool.Of(text)
            : Refuse<string>(place, DirectorySentences.NotAState);
    }

    /// <summary>Spreadsheets turn 02351 into 2351.</summary>
    public string? Zip(int place)
    {
        var text = Trimmed(place);
        if (text.IsEmpty)
        {
            return null;
        }

        if (
            text is [_, _, _, _, _, '-', _, _, _, _]
            && CellText.IsDigits(text[..5])
            && CellText.IsDigits(text[6..])
        )
        {
            return text.ToString();
        }

        var digits = text.EndsWith(".0", StringComparison.Ordinal) ? text[..^2] : text;
        if (digits.Length is < 3 or > 5 || !CellText.IsDigits(digits))
        {
            return Refuse<string>(place, DirectorySentences.NotAZip);
        }

        Span<char> padded = stackalloc char[5];
        padded.Fill('0');
        digits.CopyTo(padded[(5 - digits.Length)..]);
        return pool.Of(padded);
    }

    public GradeSpan Grades(int place)
    {
        var text = Trimmed(place);
        if (text.IsEmpty)
        {
            return default;
        }

        return GradeSpan.TryParse(text, out var span)
            ? span
            : Refuse<GradeSpan>(place, DirectorySentences.NotAGradeList);
    }

    /// <summary>An eight-digit code as a number; its text is always written with eight digits.</summary>
    public int? Code(int place, string reason, bool district)
    {
        var text = Trimmed(place);
        if (text.IsEmpty)
        {
            return Refuse<int?>(place, DirectorySentences.Blank);
        }

        if (
            text.Length != 8
            || !CellText.IsDigits(text)
            || (district && !text.EndsWith("0000", StringComparison.Ordinal))
        )
        {
            return Refuse<int?>(place, reason);
        }

        return int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
    }

    bool Checked(int place, string? whenBlank = null)
    {
        var text = Trimmed(place);
        var reason = text.IsEmpty ? whenBlank : CellText.Text(text, limits.TextLength);
        if (reason is not null)
        {
            Refuse<string>(place, reason);
        }

        return reason is null && !text.IsEmpty;
    }

    ReadOnlySpan<char> Trimmed(int place)
    {
        return place < 0 ? [] : table.Cell(place).Trim();
    }

    T? Refuse<T>(int place, string reason)
    {
        tally.Refuse(file, table.Row, table.Header[place], reason);
        return default;
    }
}
