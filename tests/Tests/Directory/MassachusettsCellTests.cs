using Throughline.Directory.Reading;

namespace Throughline.Tests.Directory;

public sealed class MassachusettsCellTests
{
    [Theory]
    [InlineData("School Code", "10505", "8 digits")]
    [InlineData("School Code", "0001010A", "8 digits")]
    [InlineData("School Code", "", "must not be blank")]
    [InlineData("School Code", "00010001", "already has this school code")]
    [InlineData("District Code", "00090000", "differ")]
    [InlineData("District Code", "00010001", "ends in 0000")]
    [InlineData("District Code", "1", "8 digits")]
    [InlineData("District Name", "", "must not be blank")]
    [InlineData("School Name", " ", "must not be blank")]
    [InlineData("School Name", "=HYPERLINK(1)", "formula")]
    [InlineData("School Name", "+1", "formula")]
    [InlineData("School Name", "-1", "formula")]
    [InlineData("School Name", "@SUM(A1)", "formula")]
    [InlineData("School Name", "a\u202Eb", "invisible")]
    [InlineData("School Name", "two\nlines", "control")]
    public void A_row_without_a_sound_code_or_name_is_left_out_and_named(
        string column,
        string cell,
        string reason
    )
    {
        var reading = SampleFile.Of(8).With(2, column, cell).Read();

        var refused = Assert.Single(reading.Refused);
        Assert.Equal((4, column), (refused.Row, refused.Column));
        Assert.Contains(reason, refused.Reason);
        Assert.Equal(7, reading.Schools.Count);
        Assert.DoesNotContain(reading.Schools, school => school.Name == "School 2");
    }

    [Theory]
    [InlineData("9_Enrollment", "-5", "negative")]
    [InlineData("9_Enrollment", "24.5", "whole number")]
    [InlineData("9_Enrollment", "24,0", "comma")]
    [InlineData("9_Enrollment", "1,024", "comma")]
    [InlineData("9_Enrollment", "=1+1", "formula")]
    [InlineData("9_Enrollment", "many", "not a number")]
    [InlineData("9_Enrollment", "1e3", "not a number")]
    [InlineData("9_Enrollment", "99999999999999999999999", "too long")]
    [InlineData("9_Enrollment", "*", "not reported")]
    [InlineData("9_Enrollment", "<10", "not reported")]
    [InlineData("% Males", "101", "between 0 and 100")]
    [InlineData("% Males", "49,5", "comma")]
    [InlineData("% Males", "-3", "between 0 and 100")]
    [InlineData("Zip", "235111", "five digits")]
    [InlineData("State", "Mass", "two letters")]
    [InlineData("Town", "=cmd", "formula")]
    [InlineData("Grade", "09,13", "list of grades")]
    [InlineData("School Type", "Private", "neither public nor charter")]
    [InlineData("High Needs", "400", "more pupils than the school has")]
    public void A_cell_that_cannot_be_believed_is_named_and_its_school_is_kept_without_it(
        string column,
        string cell,
        string reason
    )
    {
        var reading = SampleFile.Of(8).With(2, column, cell).Read();

        var refused = Assert.Single(reading.Refused);
        Assert.Equal((4, column), (refused.Row, refused.Column));
        Assert.Contains(reason, refused.Reason);
        Assert.Equal(8, reading.Schools.Count);
    }

    [Fact]
    public void Blank_is_not_zero()
    {
        var reading = SampleFile
            .Of(2)
            .With(0, "High Needs", "")
            .With(0, "% Males", "")
            .With(0, "Zip", "")
            .Read();

        Assert.Empty(reading.Refused);
        Assert.Null(reading.Schools[0].Figures.Count(Figure.HighNeeds));
        Assert.Null(reading.Schools[0].Figures.Share(Figure.MaleShare));
        Assert.Null(reading.Schools[0].Zip);
        Assert.Equal(0, reading.Schools[0].Figures.PupilsIn("12"));
    }

    [Fact]
    public void Grades_that_do_not_add_up_cost_the_row_its_enrollment_and_nothing_else()
    {
        var reading = SampleFile.Of(8).With(2, "TOTAL_Enrollment", "103").Read();

        var refused = Assert.Single(reading.Refused);
        Assert.Equal((4, "TOTAL_Enrollment"), (refused.Row, refused.Column));
        Assert.Contains("add up to 102", refused.Reason);
        Assert.Null(reading.Schools[2].Figures.Pupils);
        Assert.Equal("School 2", reading.Schools[2].Name);
        Assert.Equal(101, reading.Schools[1].Figures.Pupils);
    }

    [Fact]
    public void A_single_wrong_percentage_is_reported_by_its_row()
    {
        var reading = SampleFile.Of(30).With(7, "% High Needs", "90.0").Read();

        var refused = Assert.Single(reading.Refused);
        Assert.Equal((9, "% High Needs"), (refused.Row, refused.Column));
        Assert.Equal(20, reading.Schools[7].Figures.Count(Figure.HighNeeds));
        Assert.DoesNotContain(reading.LeftOut, left => left.Column.StartsWith('%'));
    }

    [Fact]
    public void Exactly_three_points_are_allowed()
    {
        var sample = SampleFile.Of(20).With(0, "High Needs", "20").With(0, "% High Needs", "23.0");
        Assert.Empty(sample.Read().Refused);
        Assert.Single(sample.With(0, "% High Needs", "23.1").Read().Refused);
    }

    [Fact]
    public void A_percentage_column_wrong_in_more_than_a_tenth_of_the_rows_is_left_out_whole()
    {
        var sample = SampleFile.Of(20);
        foreach (var row in Enumerable.Range(0, 3))
        {
            sample.With(row, "% High Needs", "90.0");
        }

        var reading = sample.Read();

        Assert.Empty(reading.Refused);
        Assert.Equal(3, Assert.Single(reading.LeftOut, left => left.Column == "% High Needs").Rows);
    }

    [Fact]
    public void A_mistyped_district_name_renames_no_district()
    {
        var reading = SampleFile.Of(5).With(0, "District Name", "Distrikt 1").Read();

        Assert.Equal("District 1", Assert.Single(reading.Districts).Name);
        Assert.Equal(
            (2, "District Name"),
            (Assert.Single(reading.Refused).Row, reading.Refused[0].Column)
        );
        Assert.Equal(5, reading.Schools.Count);
    }

    [Fact]
    public void A_refusal_never_repeats_what_stands_in_the_cell()
    {
        var reading = SampleFile
            .Of(8)
            .With(2, "9_Enrollment", "Person Number2")
            .With(3, "Zip", "Person Number3")
            .With(4, "School Code", "Person")
            .Read();

        Assert.Equal(3, reading.Refused.Count);
        Assert.DoesNotContain(
            "Person",
            string.Join('\n', reading.Refused),
            StringComparison.Ordinal
        );
    }
}
