using System.Globalization;

namespace Throughline.Directory.Reading;

/// <summary>Turns one row into a school, or into the reason why it is left out.</summary>
sealed class MassachusettsRow(
    CsvTable table,
    string file,
    MassachusettsColumns columns,
    DirectoryLimits limits,
    ReadingTally tally
)
{
    const int CodesInADistrict = 10_000;
    readonly MassachusettsCells cells = new(table, file, limits, tally);
    readonly MassachusettsFigures figures = new(table, file, columns, tally);
    readonly DistrictRegister districts = new(file, MassachusettsColumns.DistrictName, tally);
    readonly Dictionary<int, int> rowOfCode = [];
    readonly int code = columns.PlaceOf(MassachusettsColumns.SchoolCode, tally);
    readonly int districtCode = columns.PlaceOf(MassachusettsColumns.DistrictCode, tally);
    readonly int name = columns.PlaceOf(MassachusettsColumns.SchoolName, tally);
    readonly int districtName = columns.PlaceOf(MassachusettsColumns.DistrictName, tally);
    readonly int kind = columns.PlaceOf(MassachusettsColumns.SchoolType, tally);
    readonly int street = columns.PlaceOf(MassachusettsColumns.Street, tally);
    readonly int town = columns.PlaceOf(MassachusettsColumns.Town, tally);
    readonly int state = columns.PlaceOf(MassachusettsColumns.State, tally);
    readonly int zip = columns.PlaceOf(MassachusettsColumns.Zip, tally);
    readonly int grades = columns.PlaceOf(MassachusettsColumns.Grades, tally);

    public DirectorySchool? Read()
    {
        if (
            cells.Code(code, DirectorySentences.NotACode, false) is not { } schoolNumber
            || cells.Code(districtCode, DirectorySentences.NotADistrictCode, true)
                is not { } districtNumber
            || !BelongTogether(schoolNumber, districtNumber)
            || cells.Name(name) is not { } schoolName
            || cells.Shared(districtName, DirectorySentences.Blank) is not { } nameOfDistrict
            || !IsNew(schoolNumber)
        )
        {
            return null;
        }

        var (townName, stateName) = (cells.Shared(town), cells.State(state));
        districts.Add(districtNumber, table.Row, nameOfDistrict, townName, stateName);
        return new DirectorySchool(
            schoolNumber.ToString("D8", CultureInfo.InvariantCulture),
            districts.CodeOf(districtNumber),
            schoolName,
            cells.Kind(kind),
            cells.Street(street),
            townName,
            stateName,
            cells.Zip(zip),
            cells.Grades(grades),
            figures.Read()
        );
    }

    public List<DirectoryDistrict> Finish()
    {
        figures.Report();
        return districts.All();
    }

    bool BelongTogether(int schoolNumber, int districtNumber)
    {
        if (schoolNumber / CodesInADistrict == districtNumber / CodesInADistrict)
        {
            return true;
        }

        tally.Refuse(file, table.Row, table.Header[districtCode], DirectorySentences.OtherDistrict);
        return false;
    }

    bool IsNew(int schoolNumber)
    {
        if (rowOfCode.TryAdd(schoolNumber, table.Row))
        {
            return true;
        }

        tally.Refuse(
            file,
            table.Row,
            table.Header[code],
            DirectorySentences.DoubledCode(rowOfCode[schoolNumber])
        );
        return false;
    }
}
