namespace Throughline.Directory.Reading;

/// <summary>What one directory file says: public facts about districts and schools, no person.</summary>
/// <param name="YearIsNamed">The school year was read from the file's name: neither the caller nor a row says it.</param>
/// <param name="SmallestGroup">The least count that is shown; null where the source itself publishes its figures.</param>
public sealed record DirectoryReading(
    string Format,
    int EndYear,
    IReadOnlyList<DirectoryDistrict> Districts,
    IReadOnlyList<DirectorySchool> Schools,
    IReadOnlyList<RefusedCell> Refused,
    int RefusedTotal,
    IReadOnlyList<LeftOutColumn> LeftOut,
    IReadOnlyList<string> NotRead,
    int? SmallestGroup = null,
    bool YearIsNamed = false
)
{
    /// <summary>As people write it: 2016-17.</summary>
    public string SchoolYear => SchoolYearColumn.Text(EndYear);

    /// <summary>A school that reports grades but no total counts with the sum of its grades.</summary>
    public long Pupils { get; } = Schools.Sum(school => (long)(school.Figures.Pupils ?? 0));

    public IReadOnlyDictionary<string, long> PupilsByGrade { get; } = SumByGrade(Schools);

    static OrderedDictionary<string, long> SumByGrade(IReadOnlyList<DirectorySchool> schools)
    {
        var sums = new OrderedDictionary<string, long>(GradeCodes.All.Count);
        foreach (var grade in GradeCodes.All)
        {
            long pupils = 0;
            var reported = false;
            foreach (var school in schools)
            {
                if (school.Figures.PupilsIn(grade) is { } count)
                {
                    pupils += count;
                    reported = true;
                }
            }

            if (reported)
            {
                sums.Add(grade, pupils);
            }
        }

        return sums;
    }
}

/// <summary>The town is given when the source leaves no doubt about it: one town, or the town that gives the district its name.</summary>
public sealed record DirectoryDistrict(string Code, string Name, string? Town, string? State);

public enum SchoolKind
{
    NotGiven,
    Public,
    Charter,
}

public sealed record DirectorySchool(
    string Code,
    string DistrictCode,
    string Name,
    SchoolKind Kind,
    string? Street,
    string? Town,
    string? State,
    string? Zip,
    GradeSpan GradesServed,
    SchoolFigures Figures
);

/// <summary>Row 1 is the header, as a spreadsheet counts. Column is empty when the whole row is refused.</summary>
public sealed record RefusedCell(string File, int Row, string Column, string Reason);

/// <summary>A column whose values are not used although the file holds them; Rows says in how many rows that matters.</summary>
public sealed record LeftOutColumn(string Column, string Reason, int Rows);
