namespace Throughline.Analysis.Projection;

/// <summary>The sums over grades whose projection is published and judged.</summary>
public enum EnrollmentSeries
{
    /// <summary>Kindergarten to grade 12.</summary>
    AllGrades,

    /// <summary>Grades 9 to 12.</summary>
    HighSchool,

    /// <summary>Grade 12: next to it stand the graduates.</summary>
    GradeTwelve,
}

/// <summary>What a series sums, and from which size on its errors in percent mean something.</summary>
public static class EnrollmentSeriesGrades
{
    /// <summary>Kindergarten and grades 1 to 12.</summary>
    public const int Grades = 13;

    public static readonly IReadOnlyList<EnrollmentSeries> All =
    [
        EnrollmentSeries.HighSchool,
        EnrollmentSeries.GradeTwelve,
        EnrollmentSeries.AllGrades,
    ];

    /// <summary>As tables name it: K-12, 9-12, 12.</summary>
    public static string Label(this EnrollmentSeries series) =>
        series switch
        {
            EnrollmentSeries.AllGrades => "K-12",
            EnrollmentSeries.HighSchool => "9-12",
            _ => "12",
        };

    /// <summary>The first grade that counts; the last is 12.</summary>
    public static int First(this EnrollmentSeries series) =>
        series switch
        {
            EnrollmentSeries.AllGrades => 0,
            EnrollmentSeries.HighSchool => 9,
            _ => 12,
        };

    /// <summary>Districts with fewer students than this in the origin's year are left out of a back-test.</summary>
    public static int LeastJudged(this EnrollmentSeries series) =>
        series switch
        {
            EnrollmentSeries.AllGrades => 500,
            EnrollmentSeries.HighSchool => 200,
            _ => 50,
        };

    /// <summary>The sum over one row of 13 grades.</summary>
    public static double Sum(this EnrollmentSeries series, ReadOnlySpan<double> grades)
    {
        var sum = 0.0;
        foreach (var students in grades[series.First()..])
        {
            sum += students;
        }

        return sum;
    }
}
