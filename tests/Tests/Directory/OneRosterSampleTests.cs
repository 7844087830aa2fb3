using Throughline.Directory.Reading;
using Throughline.Testing;

namespace Throughline.Tests.Directory;

/// <summary>Zips made by others, with the mistakes others make.</summary>
public sealed class OneRosterSampleTests
{
    [Theory]
    [InlineData("Test_full_data_set.zip", 2023)]
    [InlineData("Test_minimal_data_set.zip", 2023)]
    [InlineData("v1p2_full_dataset.zip", 2023)]
    public void A_zip_whose_only_organization_is_a_department_has_no_school(string name, int year)
    {
        using var file = DirectoryFile.Open(SharedData.Require("oneroster", "catalyst", name));

        var reading = file.Read();

        Assert.Equal(year, reading.EndYear);
        Assert.Empty(reading.Schools);
        Assert.Contains(reading.LeftOut, left => left is { Column: "orgs.csv type", Rows: 1 });
        Assert.Contains(reading.LeftOut, left => left is { Column: "users.csv password", Rows: 6 });
    }

    [Fact]
    public void A_school_without_a_district_and_a_year_against_its_dates_are_both_named()
    {
        using var file = DirectoryFile.Open(
            SharedData.Require("oneroster", "catalyst", "oneroster_test_data.zip")
        );
        Assert.Contains(
            "which school year",
            Assert.Throws<DirectoryRefusedException>(() => file.Read()).Message
        );

        var reading = file.Read(2024);

        Assert.Empty(reading.Schools);
        Assert.Equal(
            [("academicSessions.csv", 2, "schoolYear"), ("orgs.csv", 2, "parentSourcedId")],
            reading.Refused.Select(cell => (cell.File, cell.Row, cell.Column))
        );
    }

    [Fact]
    public void Misspelt_columns_and_odd_dates_of_a_stranger_are_reported()
    {
        using var file = DirectoryFile.Open(
            SharedData.Require("oneroster", "catalyst", "v1p2_full_dataset.zip")
        );

        var left = file.Read().LeftOut;

        Assert.Contains(
            left,
            column =>
                column.Column == "users.csv prefferedGivenName"
                && column.Reason.Contains("preferredGivenName", StringComparison.Ordinal)
        );
        Assert.Contains(left, column => column.Column == "roles.csv dataLastModified");
        Assert.Contains(
            left,
            column => column is { Column: "users.csv dateLastModified", Rows: 5 }
        );
        Assert.Contains(
            left,
            column => column is { Column: "academicSessions.csv status", Rows: 1 }
        );
    }

    [Theory]
    [InlineData("Schools.csv")]
    [InlineData("users.csv")]
    [InlineData("Classes.csv")]
    [InlineData("Courses.csv")]
    [InlineData("Enrollments_out.csv")]
    public void Tables_of_a_roster_database_are_told_what_is_expected(string name)
    {
        var refused = Assert.Throws<DirectoryRefusedException>(() =>
            DirectoryFile.Open(SharedData.Require("oneroster", "vossenv", name))
        );

        Assert.Contains(
            "Expected is a zip with manifest.csv and orgs.csv, whose columns are “sourcedId”",
            refused.Message
        );
    }
}
