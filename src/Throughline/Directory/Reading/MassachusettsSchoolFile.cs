using System.Globalization;

namespace Throughline.Directory.Reading;

/// <summary>Reads a file of the Massachusetts school profiles: one wide row per school, or any subset of its columns.</summary>
public static class MassachusettsSchoolFile
{
    public const string Format = "massachusetts";

    internal static DirectoryReading Read(
        Stream stream,
        string file,
        int? endYear,
        DirectoryLimits limits,
        IProgress<long>? progress,
        CancellationToken cancel
    )
    {
        var tally = new ReadingTally(limits);
        using var table = new CsvTable(
            new GuardedStream(new UnownedStream(stream), file, limits.Bytes),
            file,
            limits,
            tally,
            progress,
            cancel
        );
        var columns = new MassachusettsColumns(table.Header, file, tally);
        var personal = new PersonalColumns(table, columns, MassachusettsColumns.Personal, tally);
        var year = new SchoolYearColumn(
            table,
            file,
            columns.PlaceOf(MassachusettsColumns.SchoolYear, tally),
            endYear,
            tally
        );
        var schools = ReadSchools(
            table,
            file,
            columns,
            limits,
            tally,
            personal,
            year,
            out var districts
        );
        if (table.Row == 1)
        {
            throw new DirectoryRefusedException(DirectorySentences.Empty(file));
        }

        personal.Report();
        columns.ListNotRead(tally);
        return new DirectoryReading(
            Format,
            year.EndYear
                ?? NamedYear.Of(file)
                ?? throw new DirectoryRefusedException(DirectorySentences.NoSchoolYear(file)),
            districts,
            schools,
            tally.InFileOrder(),
            tally.RefusedTotal,
            tally.LeftOutColumns,
            tally.NotReadColumns,
            YearIsNamed: year.EndYear is null
        );
    }

    static List<DirectorySchool> ReadSchools(
        CsvTable table,
        string file,
        MassachusettsColumns columns,
        DirectoryLimits limits,
        ReadingTally tally,
        PersonalColumns personal,
        SchoolYearColumn year,
        out List<DirectoryDistrict> districts
    )
    {
        var row = new MassachusettsRow(table, file, columns, limits, tally);
        var schools = new List<DirectorySchool>();
        while (table.Read())
        {
            personal.Look();
            year.Look();
            if (row.Read() is { } school)
            {
                schools.Add(school);
            }
        }

        districts = row.Finish();
        return schools;
    }
}
