using Throughline.Directory.Reading;

namespace Throughline.Tests.Directory;

public sealed class OneRosterZipTests
{
    /// <summary>A few students are enough to see how they are counted; what of it is shown is tested beside.</summary>
    static readonly DirectoryLimits AllShown = DirectoryLimits.Default with { SmallestGroup = 0 };

    static DirectoryReading Read(RosterSample sample, int? year = null)
    {
        return SampleFile.Read(sample.Zip(), "roster.zip", year, AllShown);
    }

    static string Refusal(RosterSample sample)
    {
        return SampleFile.Refusal(sample.Zip(), "roster.zip", null);
    }

    [Fact]
    public void Districts_schools_year_and_pupils_by_grade_are_read()
    {
        var reading = Read(RosterSample.Small());

        Assert.Equal(2024, reading.EndYear);
        Assert.Equal(
            new DirectoryDistrict("00010000", "North District", null, null),
            Assert.Single(reading.Districts)
        );
        Assert.Equal(["00010505", "s2"], reading.Schools.Select(school => school.Code));
        Assert.All(reading.Schools, school => Assert.Equal("00010000", school.DistrictCode));
        Assert.Equal(3, reading.Schools[0].Figures.Pupils);
        Assert.Equal(1, reading.Schools[0].Figures.PupilsIn("9"));
        Assert.Equal(1, reading.Schools[1].Figures.PupilsIn("K"));
        Assert.Null(reading.Schools[1].Figures.PupilsIn("9"));
        Assert.Empty(reading.Refused);
    }

    [Fact]
    public void Nothing_about_a_person_is_kept_or_reported()
    {
        var reading = Read(RosterSample.Small());

        Assert.Contains(
            reading.LeftOut,
            left => left.Column == "users.csv password" && left.Rows == 5
        );
        var everything = string.Join(
            '\n',
            [
                .. reading.Schools.Select(school => $"{school}"),
                .. reading.LeftOut.Select(left => $"{left}"),
            ]
        );
        Assert.DoesNotContain("secretname", everything, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Version_1_2_says_roles_in_their_own_table()
    {
        var sample = RosterSample
            .Small()
            .With("manifest.csv", "propertyName,value\noneroster.version,1.2\n");
        sample["users.csv"] = "sourcedId,grades,givenName\nu1,09,Ada\nu2,10,Ben\n";
        sample["roles.csv"] =
            "sourcedId,userSourcedId,roleType,role,orgSourcedId\nr1,u1,primary,student,s1\nr2,u2,primary,teacher,s1\nr3,u1,secondary,student,s1\n";

        var school = Read(sample).Schools[0];

        Assert.Equal((1, 1), (school.Figures.Pupils, school.Figures.PupilsIn("9")));
    }

    [Fact]
    public void Enrollments_are_counted_when_nothing_else_names_the_school_and_nobody_twice()
    {
        var sample = RosterSample.Small();
        sample["users.csv"] = "sourcedId,grades\nu1,09\n";
        sample["enrollments.csv"] =
            "sourcedId,classSourcedId,schoolSourcedId,userSourcedId,role\ne1,c1,s1,u1,student\ne2,c2,s1,u1,student\ne3,c2,s1,u4,teacher\n";

        Assert.Equal(1, Read(sample).Schools[0].Figures.PupilsIn("9"));
    }

    [Fact]
    public void Changes_alone_are_not_counted_as_a_school()
    {
        var reading = Read(
            RosterSample
                .Small()
                .With(
                    "manifest.csv",
                    "propertyName,value\noneroster.version,1.1\nfile.users,delta\n"
                )
        );

        Assert.All(reading.Schools, school => Assert.Null(school.Figures.Pupils));
        Assert.Contains(
            reading.LeftOut,
            left => left.Reason.Contains("changes only", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("s9,,,Lost,school,,d9", "parentSourcedId", "not in the file")]
    [InlineData("s9,,,Lost,school,,", "parentSourcedId", "No district")]
    [InlineData("s9,,,Lost,school,,s9", "parentSourcedId", "No district")]
    [InlineData("s9,,,Lost,castle,,d1", "type", "type of an organization")]
    [InlineData("s9,,,,school,,d1", "name", "blank")]
    [InlineData(",,,Lost,school,,d1", "sourcedId", "blank")]
    [InlineData("s1,,,Lost,school,,d1", "sourcedId", "Row 3 already")]
    [InlineData("s9,,,Lost,school,00010505,d1", "identifier", "same identifier")]
    [InlineData("s9,,,=1+1,school,,d1", "name", "formula")]
    [InlineData("s9,,,Lost,school", "", "5 fields instead of 7")]
    public void A_school_that_cannot_be_placed_is_refused_with_row_and_column(
        string row,
        string column,
        string reason
    )
    {
        var reading = Read(RosterSample.Small().Row("orgs.csv", row));

        var refused = Assert.Single(reading.Refused);
        Assert.Equal(("orgs.csv", 6, column), (refused.File, refused.Row, refused.Column));
        Assert.Contains(reason, refused.Reason);
        Assert.Equal(2, reading.Schools.Count);
    }

    [Fact]
    public void Rows_to_be_deleted_odd_dates_and_misspelt_columns_are_reported()
    {
        var sample = RosterSample.Small();
        sample["orgs.csv"] =
            "sourcedId,status,dateLastModified,name,type,identifer,parentSourcedId\nd1,active,1/05/2023,North,district,,\ns1,tobedeleted,,Gone,school,,d1\n";

        var left = Read(sample).LeftOut;

        Assert.Contains(left, column => column is { Column: "orgs.csv status", Rows: 1 });
        Assert.Contains(left, column => column is { Column: "orgs.csv dateLastModified", Rows: 1 });
        Assert.Contains(
            left,
            column =>
                column.Column == "orgs.csv identifer"
                && column.Reason.Contains("“identifier”", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_session_whose_dates_contradict_its_year_does_not_say_the_year()
    {
        var sample = RosterSample.Small();
        sample["academicSessions.csv"] =
            "sourcedId,type,startDate,endDate,schoolYear\ny1,schoolYear,2023-09-01,2024-06-20,2023\n";

        Assert.Contains("which school year", Refusal(sample));
        var refused = Assert.Single(Read(sample, 2024).Refused);
        Assert.Equal(
            ("academicSessions.csv", 2, "schoolYear"),
            (refused.File, refused.Row, refused.Column)
        );
    }

    [Fact]
    public void What_a_roster_must_hold_is_named_when_it_is_missing()
    {
        var sample = RosterSample.Small();
        sample.Tables.Remove("orgs.csv");
        Assert.Contains("has no orgs.csv", Refusal(sample));
        Assert.Contains(
            "OneRoster 1.1 or 1.2",
            Refusal(
                RosterSample
                    .Small()
                    .With("manifest.csv", "propertyName,value\noneroster.version,1.0\n")
            )
        );
        Assert.Contains(
            "lacks the column “parentSourcedId”",
            Refusal(
                RosterSample
                    .Small()
                    .With("orgs.csv", "sourcedId,name,type,parent\nd1,North,district,\n")
            )
        );
    }
}
