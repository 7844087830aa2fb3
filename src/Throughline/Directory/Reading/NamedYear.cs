using System.Globalization;

namespace Throughline.Directory.Reading;

/// <summary>
/// The school year that a file's name gives, where its rows give none: <c>MA_Public_Schools_2017.csv</c> and
/// <c>schools-2016-17.csv</c> are of the year that ends in 2017. A name with any other number may be of a day of download, and says
/// nothing.
/// </summary>
static class NamedYear
{
    const int First = 1990;
    const int Last = 2100;

    public static int? Of(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        var numbers = string.Concat(name.Select(letter => char.IsAsciiDigit(letter) ? letter : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return numbers switch
        {
            [var end] => Year(end),
            [var start, var end] when Year(start) + 1 is { } next && EndsIn(next, end) => next,
            _ => null,
        };
    }

    static int? Year(string digits) =>
        digits.Length == 4
        && int.Parse(digits, CultureInfo.InvariantCulture) is >= First and <= Last and var year
            ? year
            : null;

    static bool EndsIn(int year, string digits) =>
        year.ToString(CultureInfo.InvariantCulture) is var whole
        && (digits == whole || digits == whole[2..]);
}
