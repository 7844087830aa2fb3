using Throughline.Directory.Reading;
using Throughline.Testing;

namespace Throughline.Tests.Directory;

public sealed class MassachusettsGoldenTests
{
    static DirectoryReading ReadSource()
    {
        using var file = DirectoryFile.Open(
            SharedData.Require("dese-schools-2017", "MA_Public_Schools_2017.csv")
        );
        return file.Read(2017);
    }

    [Fact]
    public void The_state_file_gives_its_districts_schools_and_pupils()
    {
        var reading = ReadSource();

        Assert.Equal("massachusetts", reading.Format);
        Assert.Equal(2017, reading.EndYear);
        Assert.Equal(410, reading.Districts.Count);
        Assert.Equal(1_861, reading.Schools.Count);
        Assert.Equal(953_748, reading.Pupils);
        Assert.Equal(69_397, reading.PupilsByGrade["12"]);
        Assert.Equal(953_748, reading.PupilsByGrade.Values.Sum());
        Assert.Equal(83, reading.Schools.Count(school => school.Kind == SchoolKind.Charter));
    }

    [Fact]
    public void The_column_that_was_sorted_by_itself_is_left_out_and_no_other_is_blamed()
    {
        var reading = ReadSource();

        var wrong = Assert.Single(reading.LeftOut, left => left.Column.StartsWith('%'));
        Assert.Equal("% Economically Disadvantaged", wrong.Column);
        Assert.Equal(1_679, wrong.Rows);
        Assert.Contains("1,679 of 1,842 rows", wrong.Reason);
        Assert.Empty(reading.Refused);
        Assert.Equal(0, reading.RefusedTotal);
    }

    [Fact]
    public void Persons_are_counted_as_left_out_and_appear_nowhere()
    {
        var reading = ReadSource();

        Assert.Equal(
            1_861,
            Assert.Single(reading.LeftOut, left => left.Column == "Contact Name").Rows
        );
        Assert.DoesNotContain(
            "Sullivan-Cruz",
            string.Join('\n', reading.Schools),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void One_school_reads_as_the_state_describes_it()
    {
        var school = ReadSource().Schools.Single(school => school.Code == "00010505");

        Assert.Equal(
            new DirectorySchool(
                "00010505",
                "00010000",
                "Abington High",
                SchoolKind.Public,
                "201 Gliniewicz Way",
                "Abington",
                "MA",
                "02351",
                school.GradesServed,
                school.Figures
            ),
            school
        );
        Assert.Equal("9,10,11,12", school.GradesServed.ToString());
        Assert.Equal(452, school.Figures.Pupils);
        Assert.Equal(92, school.Figures.PupilsIn("12"));
        Assert.Equal(0, school.Figures.PupilsIn("PK"));
        Assert.Equal(97, school.Figures.Count(Figure.EconomicallyDisadvantaged));
        Assert.Equal(54.4m, school.Figures.Share(Figure.FemaleShare));
        Assert.Equal(114, school.Figures.Count(Figure.GraduationCohort));
    }
}
