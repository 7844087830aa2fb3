using System.Buffers;
using System.Globalization;

namespace Throughline.Directory.Reading;

/// <summary>Reads single cells. A reason is returned instead of a value that would have to be guessed.</summary>
static class CellText
{
    const int LongestNumber = 7;
    static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.,");

    /// <summary>"24" and "24.0" are 24; blank is absent, never zero.</summary>
    public static string? Count(ReadOnlySpan<char> cell, out int? count)
    {
        count = null;
        cell = cell.Trim();
        if (cell.IsEmpty)
        {
            return null;
        }

        var point = cell.IndexOf('.');
        var whole = point < 0 ? cell : cell[..point];
        if (IsDigits(whole) && (point < 0 || IsDigits(cell[(point + 1)..])))
        {
            return WholeNumber(whole, point < 0 ? [] : cell[(point + 1)..], out count);
        }

        return NotANumber(cell, DirectorySentences.NegativeCount);
    }

    /// <summary>A percentage in tenths: "5.3" is 53.</summary>
    public static string? Share(ReadOnlySpan<char> cell, out int? tenths)
    {
        tenths = null;
        cell = cell.Trim();
        if (cell.IsEmpty)
        {
            return null;
        }

        var point = cell.IndexOf('.');
        var whole = point < 0 ? cell : cell[..point];
        var fraction = point < 0 ? [] : cell[(point + 1)..];
        if (!IsDigits(whole) || (point >= 0 && !IsDigits(fraction)))
        {
            return NotANumber(cell, DirectorySentences.NotAShare);
        }

        if (whole.Length > LongestNumber || fraction.Length > 2 * LongestNumber)
        {
            return DirectorySentences.NumberTooLong(cell.Length);
        }

        var value = decimal.Parse(
            cell,
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture
        );
        if (value > 100)
        {
            return DirectorySentences.NotAShare;
        }

        tenths = (int)decimal.Round(value * 10, MidpointRounding.AwayFromZero);
        return null;
    }

    /// <summary>A text that is stored and shown: no formula, no control or invisible character.</summary>
    public static string? Text(ReadOnlySpan<char> cell, int longest)
    {
        if (cell.Length > longest)
        {
            return DirectorySentences.TextTooLong(longest);
        }

        if (!cell.IsEmpty && IsFormula(cell))
        {
            return DirectorySentences.Formula;
        }

        foreach (var character in cell)
        {
            if (
                character is < ' ' or > '~'
                && char.GetUnicodeCategory(character)
                    is UnicodeCategory.Control
                        or UnicodeCategory.Format
                        or UnicodeCategory.LineSeparator
                        or UnicodeCategory.ParagraphSeparator
                        or UnicodeCategory.PrivateUse
            )
            {
                return DirectorySentences.InvisibleCharacter;
            }
        }

        return null;
    }

    public static bool IsDigits(ReadOnlySpan<char> text)
    {
        return !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9');
    }

    static bool IsFormula(ReadOnlySpan<char> cell)
    {
        return cell[0] is '=' or '+' or '-' or '@' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20';
    }

    static string? WholeNumber(
        ReadOnlySpan<char> whole,
        ReadOnlySpan<char> fraction,
        out int? count
    )
    {
        count = null;
        if (fraction.ContainsAnyExcept('0'))
        {
            return DirectorySentences.NotWhole;
        }

        var significant = whole.TrimStart('0');
        if (
            significant.Length > LongestNumber
            || whole.Length + fraction.Length > 4 * LongestNumber
        )
        {
            return DirectorySentences.NumberTooLong(whole.Length + fraction.Length);
        }

        var value = significant.IsEmpty
            ? 0
            : int.Parse(significant, NumberStyles.None, CultureInfo.InvariantCulture);
        if (value > SchoolFigures.MostPupils)
        {
            return DirectorySentences.TooManyPupils;
        }

        count = value;
        return null;
    }

    static string NotANumber(ReadOnlySpan<char> cell, string negative)
    {
        return cell switch
        {
            ['-', .. var rest] when !rest.IsEmpty && !rest.ContainsAnyExcept(NumberCharacters) =>
                negative,
            "*"
            or "**"
            or "s"
            or "S"
            or "-"
            or "--"
            or "N/A"
            or "n/a"
            or "NA"
            or "N<10"
            or ['<' or '>', ..] => DirectorySentences.Hidden,
            _ when cell.Contains(',') && !cell.ContainsAnyExcept(NumberCharacters) =>
                DirectorySentences.LocaleDecimal,
            _ when IsFormula(cell) => DirectorySentences.Formula,
            _ => DirectorySentences.NotANumber,
        };
    }
}
