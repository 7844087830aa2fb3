using CsCheck;
using Throughline.Analysis.Competency;
using Throughline.Analysis.SchoolCalendar;

namespace Throughline.Analysis.Tests.Competency;

public sealed class StudentCompetencyTests
{
    private static readonly string[] Results = ["A", "C", "C-", "D", "F", "NP"];

    private static readonly SchoolYear Year = new(2027);

    private static readonly CompetencyRule Rule = new()
    {
        LeastGrade = Grade("C"),
        Equivalents = [new("CSP"), new("ECS", new SchoolYear(2025), new SchoolYear(2026))],
    };

    [Fact]
    public void A_graduate_counts_once_however_many_results_there_are()
    {
        var counted = StudentCompetency.Of(
            [new("1", ["girls"]), new("2", ["girls", "EL"]), new("3", [])],
            [
                new("1", "CSP", Year, "D"),
                new("1", "csp ", new SchoolYear(2023), "B+"),
                new("1", "CSP", Year, "A"),
                new("2", "CSP", Year, "C-"),
                new("9", "CSP", Year, "A"),
                new("3", "ALGEBRA", Year, "A"),
                new("3", "CSP", Year, "W"),
            ],
            [new("1", 2), new("1", 5), new("2", 2), new("3", 3)],
            Rule
        );
        Assert.Equal(new CompetencyTally(3, 1, 2, 1), counted.All);
        Assert.Equal(2, counted.All.Rate.Least);
        Assert.True(counted.All.Rate.IsExact);
        Assert.Equal(new CompetencyTally(2, 1, 1, 1), counted.ByGroup["girls"]);
        Assert.Equal(new CompetencyTally(1, 0, 0, 0), counted.ByGroup["EL"]);
        Assert.Equal((1, 1, 1), (counted.OtherStudents, counted.OtherCourses, counted.NoResults));
    }

    [Theory]
    [InlineData("C-", "C", 0)]
    [InlineData("C-", "C-", 1)]
    [InlineData("C", "C", 1)]
    [InlineData("F", "C", 0)]
    [InlineData("NP", "C", 0)]
    public void The_scale_is_the_district_s(string result, string least, int counted) =>
        Assert.Equal(counted, Course(result, Rule with { LeastGrade = Grade(least) }));

    [Fact]
    public void A_pass_needs_a_stated_rule()
    {
        Assert.Equal(1, Course("P", Rule with { PassCounts = true }));
        Assert.Equal(0, Course("Pass", Rule with { PassCounts = false }));
        var refused = Assert.Throws<InputRefusedException>(() => Course("P", Rule));
        Assert.Contains("whether a pass counts", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2024, 0)]
    [InlineData(2025, 1)]
    [InlineData(2026, 1)]
    [InlineData(2027, 0)]
    public void A_course_is_equivalent_in_the_years_of_the_register(int year, int counted) =>
        Assert.Equal(
            counted,
            StudentCompetency
                .Of([new("1", [])], [new("1", "ECS", new SchoolYear(year), "A")], [], Rule)
                .All.Course
        );

    [Fact]
    public void What_is_no_record_is_refused_without_naming_the_student()
    {
        Action[] refused =
        [
            () => StudentCompetency.Of([new("Ada", []), new("Ada", [])], [], [], Rule),
            () => StudentCompetency.Of([new("Ada", [])], [new("Ada", "CSP", Year, "87")], [], Rule),
            () => StudentCompetency.Of([new("Ada", [])], [], [new("Ada", 6)], Rule),
        ];
        Assert.All(
            refused,
            count =>
                Assert.DoesNotContain(
                    "Ada",
                    Assert.Throws<InputRefusedException>(count).Message,
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public void The_rate_is_that_of_asking_each_graduate_in_turn() =>
        Gen.Select(
                Gen.Select(Gen.Int[0, 30], Gen.Int[0, 5].Select(at => Results[at])).Array[0, 60],
                Gen.Select(Gen.Int[0, 30], Gen.Int[1, 5]).Array[0, 60]
            )
            .Sample(
                (results, sittings) =>
                {
                    var counted = StudentCompetency.Of(
                        Enumerable.Range(0, 20).Select(id => new Graduate($"{id}", [])),
                        results.Select(one => new CourseResult(
                            $"{one.Item1}",
                            "CSP",
                            Year,
                            one.Item2
                        )),
                        sittings.Select(one => new ExamSitting($"{one.Item1}", one.Item2)),
                        Rule
                    );
                    var competent = Enumerable
                        .Range(0, 20)
                        .Count(id =>
                            results.Any(one => one.Item1 == id && one.Item2 is "A" or "C")
                            || sittings.Any(one => one.Item1 == id && one.Item2 >= 3)
                        );
                    Assert.Equal(competent, counted.All.Rate.Least);
                }
            );

    private static int Course(string result, CompetencyRule rule) =>
        StudentCompetency.Of([new("1", [])], [new("1", "CSP", Year, result)], [], rule).All.Course;

    private static LetterGrade Grade(string text)
    {
        Assert.True(LetterGrade.TryParse(text, out var grade));
        return grade;
    }
}
