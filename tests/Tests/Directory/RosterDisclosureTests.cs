using System.Globalization;
using System.Text;
using Throughline.Data;
using Throughline.Directory;
using Throughline.Directory.Reading;
using Throughline.Kernel;
using Throughline.Testing;

namespace Throughline.Tests.Directory;

/// <summary>What somebody with arithmetic and patience can learn of a few students from what a roster's import shows.</summary>
public sealed class RosterDisclosureTests
{
    private const string Key = "oneroster:00010000";

    [Theory]
    [InlineData(9, 200, 300, false)]
    [InlineData(10, 200, 300, true)]
    [InlineData(0, 200, 300, true)]
    [InlineData(0, 0, 300, false)]
    [InlineData(0, 10, 10, true)]
    [InlineData(0, 9, 11, false)]
    public void A_school_shows_all_of_its_grades_or_none(
        int nine,
        int ten,
        int eleven,
        bool isShown
    )
    {
        var reading = Read(Roster(Grades(nine, ten, eleven, 0)));

        var figures = reading.Schools[0].Figures;
        Assert.Equal(nine + ten + eleven, figures.Pupils);
        Assert.Equal(isShown && nine > 0 ? nine : null, figures.PupilsIn("9"));
        Assert.Equal(isShown ? eleven : null, figures.PupilsIn("11"));
        Assert.Equal(!isShown, reading.LeftOut.Any(left => left.Column == "users.csv grades"));
    }

    [Fact]
    public void Those_without_a_single_grade_are_a_group_of_their_own()
    {
        Assert.Null(Read(Roster(Grades(20, 20, 20, 3))).Schools[0].Figures.PupilsIn("9"));
        Assert.Equal(20, Read(Roster(Grades(20, 20, 20, 10))).Schools[0].Figures.PupilsIn("9"));
    }

    [Fact]
    public void A_small_school_is_not_counted_and_no_total_tells_of_it()
    {
        var reading = Read(Roster(Grades(200, 100, 0, 0), Grades(4, 5, 0, 0)));

        Assert.Null(reading.Schools[1].Figures.Pupils);
        Assert.Equal(300, reading.Pupils);
        Assert.Equal(200, reading.PupilsByGrade["9"]);
        Assert.Contains(
            reading.LeftOut,
            left => left is { Column: "users.csv orgSourcedIds", Rows: 1 }
        );
    }

    /// <summary>
    /// Every roster of a school of up to nine students, where fewer than three are few, against an attacker who knows the rule and can
    /// go through all of them: whatever small number is not shown could still be another one.
    /// </summary>
    [Fact]
    public void Whatever_is_hidden_could_be_another_number()
    {
        const int Smallest = 3;
        int[][] schools =
        [
            .. from a in Enumerable.Range(0, 10)
            from b in Enumerable.Range(0, 10 - a)
            from none in Enumerable.Range(0, 10 - a - b)
            where a + b + none > 0
            select new[] { a, b, none },
        ];
        var seen = schools.ToLookup(school => Shown(school, Smallest));

        foreach (var same in seen)
        {
            for (var cell = 0; cell < 3; cell++)
            {
                var possible = same.Select(school => school[cell]).Distinct().ToList();
                Assert.True(
                    possible.Count > 1 || possible[0] == 0 || possible[0] >= Smallest,
                    $"{same.Key} tells {possible[0]} in cell {cell}"
                );
                var beside = same.Select(school => school.Sum() - school[cell]).Distinct().ToList();
                Assert.True(
                    beside.Count > 1 || same.First()[cell] == 0 || beside[0] >= Smallest,
                    $"{same.Key} tells {beside[0]} beside cell {cell}"
                );
            }
        }
    }

    [Theory, EachDatabase]
    public async Task A_second_import_of_the_year_does_not_tell_who_came(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        Assert.Empty(await Import(here, Grades(200, 100, 50, 0), Grades(40, 40, 0, 0)));

        var left = await Import(here, Grades(201, 100, 50, 0), Grades(52, 40, 0, 0));
        var after = await Preview(here);

        Assert.Equal(1, Assert.Single(left).Rows);
        Assert.Equal(350, after.Schools[0].Pupils);
        Assert.Equal(200, after.Schools[0].Figures["grade:9"]);
        Assert.Equal(92, after.Schools[1].Pupils);
        Assert.Equal(442, after.District.Pupils);
        Assert.Equal(after.District.Pupils, after.Sum(Measures.Total));
    }

    [Theory, EachDatabase]
    public async Task One_who_changes_the_grade_is_not_told_by_an_equal_total(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        await Import(here, Grades(20, 20, 10, 0));

        await Import(here, Grades(20, 21, 9, 0));

        Assert.Equal(10, (await Preview(here)).Schools[0].Figures["grade:11"]);
    }

    [Theory]
    [InlineData(30, 30, 0, 40, 30, 0, true)]
    [InlineData(30, 30, 0, 30, 30, 0, true)]
    [InlineData(30, 30, 0, 31, 30, 0, false)]
    [InlineData(30, 30, 0, 40, 20, 0, true)]
    [InlineData(30, 30, 0, 41, 20, 0, false)]
    [InlineData(30, 30, 0, 40, 21, 0, false)]
    [InlineData(30, 30, 20, 40, 30, 11, false)]
    public void Figures_follow_others_only_by_steps_that_tell_of_no_few(
        int nine,
        int ten,
        int none,
        int nineThen,
        int tenThen,
        int noneThen,
        bool may
    )
    {
        Assert.Equal(
            may,
            RosterDisclosure.MayFollow(
                Measured(nine, ten, none),
                Measured(nineThen, tenThen, noneThen),
                10
            )
        );
    }

    private static Dictionary<string, int> Measured(int nine, int ten, int none) =>
        new()
        {
            [Measures.Total] = nine + ten + none,
            ["grade:9"] = nine,
            ["grade:10"] = ten,
        };

    private static string Shown(int[] school, int smallest)
    {
        var figures = Read(Roster(Grades(school[0], school[1], 0, school[2])), smallest)
            .Schools[0]
            .Figures;
        return $"{figures.Pupils}|{figures.PupilsIn("9")}|{figures.PupilsIn("10")}";
    }

    private static IEnumerable<string> Grades(int nine, int ten, int eleven, int none) =>
        [
            .. Enumerable.Repeat("09", nine),
            .. Enumerable.Repeat("10", ten),
            .. Enumerable.Repeat("11", eleven),
            .. Enumerable.Repeat("", none),
        ];

    private static RosterSample Roster(params IEnumerable<string>[] schools)
    {
        var rows = new StringBuilder("sourcedId,orgSourcedIds,role,grades\n");
        foreach (var (index, grades) in schools.Index())
        {
            foreach (var (number, grade) in grades.Index())
            {
                rows.Append(
                    CultureInfo.InvariantCulture,
                    $"u{index}-{number},s{index + 1},student,{grade}\n"
                );
            }
        }

        return RosterSample.Small().With("users.csv", rows.ToString());
    }

    private static DirectoryReading Read(RosterSample sample, int smallest = 10) =>
        SampleFile.Read(
            sample.Zip(),
            "roster.zip",
            null,
            DirectoryLimits.Default with
            {
                SmallestGroup = smallest,
            }
        );

    private static async Task<IReadOnlyList<LeftOutColumn>> Import(
        TestWorkspace here,
        params IEnumerable<string>[] schools
    ) =>
        (
            (Outcome<IReadOnlyList<LeftOutColumn>>.Done)
                await here.In<ImportDirectory, Outcome<IReadOnlyList<LeftOutColumn>>>(
                    null,
                    null,
                    use =>
                        use.Do(
                            [Read(Roster(schools))],
                            Doing.ByServer(TestWorkspace.Start.UtcDateTime)
                        )
                )
        ).Value;

    private static async Task<DistrictPreview> Preview(TestWorkspace here)
    {
        var preview = (
            await here.In<DirectoryQueries, DistrictPreview?>(
                null,
                null,
                queries => queries.Preview(Key)
            )
        )!;
        return preview with
        {
            Schools = [.. preview.Schools.OrderBy(school => school.Key, StringComparer.Ordinal)],
        };
    }
}
