using System.Text;
using Throughline.Directory.Reading;

namespace Throughline.Tests.Directory;

public sealed class MassachusettsColumnTests
{
    [Fact]
    public void Columns_are_found_whatever_their_case_and_spaces_and_behind_a_byte_order_mark()
    {
        var bytes = SampleFile
            .Of(3)
            .Named("School Code", "SCHOOL  code ")
            .Named("District Code", "districtcode")
            .Bytes("\n");

        var reading = SampleFile.Read([0xEF, 0xBB, 0xBF, .. bytes]);

        Assert.Equal(3, reading.Schools.Count);
        Assert.Equal("00010001", reading.Schools[0].Code);
        Assert.Equal("02351", reading.Schools[0].Zip);
    }

    [Fact]
    public void Missing_required_columns_are_named_together()
    {
        var sentence = SampleFile.Refusal(
            SampleFile.Of(3).Named("School Code", "Code").Without("District Name").Bytes()
        );

        Assert.Contains("“School Code”, “District Name”", sentence);
    }

    [Fact]
    public void Doubled_required_columns_are_refused()
    {
        Assert.Contains(
            "twice: “School Code”",
            SampleFile.Refusal(SampleFile.Of(3).Named("Contact Name", "school code").Bytes())
        );
    }

    [Fact]
    public void A_doubled_optional_column_is_left_out()
    {
        var reading = SampleFile.Of(3).Named("% Males", "Zip").Read();

        Assert.Contains(reading.LeftOut, left => left.Column == "Zip");
        Assert.All(reading.Schools, school => Assert.Null(school.Zip));
    }

    [Fact]
    public void A_subset_of_the_columns_is_enough()
    {
        var sample = SampleFile.Of(3);
        foreach (
            var column in sample
                .Header.Except([
                    "School Code",
                    "School Name",
                    "District Code",
                    "District Name",
                    "9_Enrollment",
                ])
                .ToList()
        )
        {
            sample.Without(column);
        }

        var reading = sample.Read();

        Assert.Empty(reading.Refused);
        Assert.Equal(303, reading.Pupils);
        Assert.Null(reading.Schools[0].Figures.PupilsIn("10"));
        Assert.Null(reading.Schools[0].Town);
        Assert.Equal(["9"], reading.PupilsByGrade.Keys);
    }

    [Fact]
    public void Unused_columns_are_listed_and_personal_ones_are_counted()
    {
        var reading = SampleFile.Of(3).Named("% Males", "Average Salary").Read();

        Assert.Equal(["Average Salary"], reading.NotRead);
        Assert.Equal(3, Assert.Single(reading.LeftOut, left => left.Column == "Contact Name").Rows);
        Assert.DoesNotContain(
            "Person",
            string.Join('\n', reading.Schools),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_school_year_is_asked_for_when_neither_caller_nor_file_says_it()
    {
        Assert.Contains(
            "which school year",
            SampleFile.Refusal(SampleFile.Of(3).Bytes(), year: null)
        );
    }

    [Theory]
    [InlineData("MA_Public_Schools_2017.csv", 2017)]
    [InlineData("schools-2016-17.csv", 2017)]
    [InlineData("2016_2017 schools.csv", 2017)]
    [InlineData("schools 1999-2000.csv", 2000)]
    [InlineData("schools-2016-18.csv", null)]
    [InlineData("schools-2024-09-01.csv", null)]
    [InlineData("schools20240901.csv", null)]
    [InlineData("schools-17.csv", null)]
    [InlineData("Route 3000.csv", null)]
    [InlineData("schools.csv", null)]
    public void The_school_year_may_stand_in_the_name_of_the_file(string name, int? year)
    {
        var bytes = SampleFile.Of(3).Bytes();
        if (year is null)
        {
            Assert.Contains("which school year", SampleFile.Refusal(bytes, year: null, name: name));
            return;
        }

        var reading = SampleFile.Read(bytes, year: null, name: name);
        Assert.Equal(year, reading.EndYear);
        Assert.True(reading.YearIsNamed);
        Assert.False(SampleFile.Read(bytes, year: 2019, name: name).YearIsNamed);
        Assert.Equal(2019, SampleFile.Read(bytes, year: 2019, name: name).EndYear);
    }

    [Fact]
    public void The_school_year_may_stand_in_the_file_but_not_against_the_caller()
    {
        var bytes = SampleFile.Of(3).Named("Contact Name", "School Year").With2016To17().Bytes();

        Assert.Equal(2017, SampleFile.Read(bytes, year: null).EndYear);
        Assert.Contains("2016-17, not 2017-18", SampleFile.Refusal(bytes, year: 2018));
    }

    [Fact]
    public void Ragged_rows_are_named_with_their_fields_and_the_rest_is_read()
    {
        var lines = Encoding.UTF8.GetString(SampleFile.Of(6).Bytes("\n")).Split('\n');
        lines[3] += ",one,two";
        lines[4] = lines[4][..lines[4].LastIndexOf(',')];

        var reading = SampleFile.Read(Encoding.UTF8.GetBytes(string.Join('\n', lines)));

        var fields = SampleFile.Of(1).Header.Count;
        Assert.Equal([4, 5], reading.Refused.Select(cell => cell.Row));
        Assert.Contains($"{fields + 2} fields instead of {fields}", reading.Refused[0].Reason);
        Assert.Contains($"{fields - 1} fields instead of {fields}", reading.Refused[1].Reason);
        Assert.Equal(4, reading.Schools.Count);
    }

    [Fact]
    public void A_row_that_begins_with_a_number_sign_is_no_comment()
    {
        var reading = SampleFile.Of(3).With(1, "School Code", "#0010002").Read();

        Assert.Equal(3, Assert.Single(reading.Refused).Row);
    }

    [Fact]
    public void Progress_is_told_and_a_cancelled_reading_stops()
    {
        var told = new List<long>();
        using var file = DirectoryFile.Open(
            new MemoryStream(SampleFile.Of(2_500).Bytes()),
            "schools.csv"
        );
        file.Read(2017, new Told(told));
        Assert.Equal([999, 1_999, 2_500], told);

        using var cancel = new CancellationTokenSource();
        cancel.Cancel();
        Assert.Throws<OperationCanceledException>(() => file.Read(2017, null, cancel.Token));
    }

    sealed class Told(List<long> rows) : IProgress<long>
    {
        public void Report(long value)
        {
            rows.Add(value);
        }
    }
}

static class SampleYears
{
    public static SampleFile With2016To17(this SampleFile sample)
    {
        for (var row = 0; row < sample.Rows.Count; row++)
        {
            sample.With(row, "School Year", row == 0 ? "2016-17" : "");
        }

        return sample;
    }
}
