using System.Globalization;

namespace Throughline.Directory.Reading;

/// <summary>The school year of a roster: the latest that its sessions state and their dates do not contradict.</summary>
sealed class OneRosterYear
{
    const int FirstMonth = 7;
    int? ofYears;
    int? ofTerms;

    public int? EndYear => ofYears ?? ofTerms;

    public void Add(RosterTable table)
    {
        var text = table.Cell("schoolYear");
        if (text.Length != 4 || !CellText.IsDigits(text))
        {
            table.Refuse("schoolYear", DirectorySentences.NotAnEndYear);
            return;
        }

        var year = int.Parse(text, CultureInfo.InvariantCulture);
        if (Date(table, "startDate") is not { } start || Date(table, "endDate") is not { } end)
        {
            return;
        }

        if (end < start || EndYearOf(start) > year || EndYearOf(end) < year)
        {
            table.Refuse("schoolYear", DirectorySentences.YearAgainstDates);
        }
        else if (table.Cell("type").Equals("schoolYear", StringComparison.OrdinalIgnoreCase))
        {
            ofYears = Math.Max(ofYears ?? 0, year);
        }
        else
        {
            ofTerms = Math.Max(ofTerms ?? 0, year);
        }
    }

    static int EndYearOf(DateOnly day)
    {
        return day.Month >= FirstMonth ? day.Year + 1 : day.Year;
    }

    static DateOnly? Date(RosterTable table, string column)
    {
        if (
            DateOnly.TryParseExact(
                table.Cell(column),
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var date
            )
        )
        {
            return date;
        }

        table.Refuse(column, DirectorySentences.NotADate);
        return null;
    }
}
