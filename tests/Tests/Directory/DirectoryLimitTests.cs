using System.Text;
using Throughline.Directory.Reading;

namespace Throughline.Tests.Directory;

public sealed class DirectoryLimitTests
{
    [Fact]
    public void A_file_over_the_size_limit_is_refused_unread()
    {
        var bytes = SampleFile.Of(2).Bytes();

        Assert.Contains(
            "larger than",
            SampleFile.Refusal(bytes, limits: new DirectoryLimits { Bytes = bytes.Length - 1 })
        );
        Assert.Equal(
            2,
            SampleFile
                .Read(bytes, limits: new DirectoryLimits { Bytes = bytes.Length })
                .Schools.Count
        );
    }

    [Fact]
    public void Too_many_rows_are_refused()
    {
        var bytes = SampleFile.Of(11).Bytes();

        Assert.Contains(
            "more than 10 rows",
            SampleFile.Refusal(bytes, limits: new DirectoryLimits { Rows = 10 })
        );
        Assert.Equal(
            11,
            SampleFile.Read(bytes, limits: new DirectoryLimits { Rows = 11 }).Schools.Count
        );
    }

    [Fact]
    public void Too_many_columns_are_refused()
    {
        var text = string.Join(',', Enumerable.Range(0, 2_001)) + "\n";

        Assert.Contains(
            "more than 2,000 columns",
            SampleFile.Refusal(Encoding.UTF8.GetBytes(text))
        );
    }

    [Fact]
    public void A_cell_that_is_too_long_costs_its_row()
    {
        var reading = SampleFile.Of(3).With(1, "Contact Name", new string('x', 32_769)).Read();

        var refused = Assert.Single(reading.Refused);
        Assert.Equal((3, "Contact Name"), (refused.Row, refused.Column));
        Assert.Equal(2, reading.Schools.Count);
        Assert.Equal(
            3,
            SampleFile.Of(3).With(1, "Contact Name", new string('x', 32_768)).Read().Schools.Count
        );
    }

    [Fact]
    public void A_name_longer_than_a_name_costs_its_row()
    {
        Assert.Contains(
            "longer than 200",
            Assert
                .Single(
                    SampleFile.Of(3).With(1, "School Name", new string('x', 201)).Read().Refused
                )
                .Reason
        );
    }

    [Fact]
    public void A_quotation_mark_that_never_closes_is_refused_with_its_row()
    {
        var lines = Encoding.UTF8.GetString(SampleFile.Of(20_000).Bytes("\n")).Split('\n');
        lines[5] = "\"" + lines[5];

        Assert.Contains(
            "Row 6 of schools.csv",
            SampleFile.Refusal(Encoding.UTF8.GetBytes(string.Join('\n', lines)))
        );
        Assert.Contains(
            "Row 6 of schools.csv",
            SampleFile.Refusal(Encoding.UTF8.GetBytes(string.Join('\n', lines[..8])))
        );
    }

    [Fact]
    public void A_stray_quotation_mark_is_refused_with_its_row()
    {
        var lines = Encoding.UTF8.GetString(SampleFile.Of(6).Bytes("\n")).Split('\n');
        lines[3] = "\"00010003\"x" + lines[3][8..];

        Assert.Contains(
            "Row 4 of schools.csv",
            SampleFile.Refusal(Encoding.UTF8.GetBytes(string.Join('\n', lines)))
        );
    }

    [Fact]
    public void Refused_cells_are_all_counted_but_not_all_listed()
    {
        var sample = SampleFile.Of(1_500);
        for (var row = 0; row < sample.Rows.Count; row++)
        {
            sample.With(row, "9_Enrollment", "x");
        }

        var reading = sample.Read();

        Assert.Equal(1_500, reading.RefusedTotal);
        Assert.Equal(1_000, reading.Refused.Count);
        Assert.Equal(1_500, reading.Schools.Count);
    }
}
