using System.Globalization;

namespace Throughline.Directory.Reading;

/// <summary>The year comes from the caller or from a column of the file; when both speak they must agree.</summary>
sealed class SchoolYearColumn(
    CsvTable table,
    string file,
    int place,
    int? given,
    ReadingTally tally
)
{
    int? found;

    public int? EndYear => given ?? found;

    public void Look()
    {
        if (place < 0 || table.Cell(place).Trim() is not { IsEmpty: false } text)
        {
            return;
        }

        if (!TryParse(text, out var year))
        {
            tally.Refuse(file, table.Row, table.Header[place], DirectorySentences.NotASchoolYear);
            return;
        }

        if ((given ?? found ?? year) != year)
        {
            throw new DirectoryRefusedException(
                DirectorySentences.OtherSchoolYear(
                    file,
                    table.Row,
                    Text(year),
                    Text(given ?? found ?? year)
                ),
                table.Row
            );
        }

        found = year;
    }

    public static string Text(int endYear)
    {
        return string.Create(CultureInfo.InvariantCulture, $"{endYear - 1:D4}-{endYear % 100:D2}");
    }

    static bool TryParse(ReadOnlySpan<char> text, out int endYear)
    {
        endYear = 0;
        if (
            text.Length != 7
            || text[4] != '-'
            || !CellText.IsDigits(text[..4])
            || !CellText.IsDigits(text[5..])
        )
        {
            return false;
        }

        endYear = int.Parse(text[..4], CultureInfo.InvariantCulture) + 1;
        return endYear % 100 == int.Parse(text[5..], CultureInfo.InvariantCulture);
    }
}
