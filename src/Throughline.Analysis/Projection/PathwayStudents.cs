namespace Throughline.Analysis.Projection;

/// <summary>
/// Students of grades 9 to 12 years ahead, in one district: what is expected, and how wide the doubt is. The doubt of one run grows along
/// a path of fractional Brownian motion with exponent 0.7, the law by which the errors of projections grow, so that each year's spread
/// is exactly the calibrated one and neighboring years go together.
/// </summary>
public sealed class PathwayStudents
{
    private const int Grid = 257;
    private const double GridEnd = 4;
    private readonly double[] scoreAt;
    private readonly double[,] unit;
    private readonly double[,] path;

    private PathwayStudents(string district, double[,] expected, double[,] unit, double[] scoreAt)
    {
        District = district;
        Expected = expected;
        this.unit = unit;
        this.scoreAt = scoreAt;
        path = FractionalPath.Of(expected.GetLength(0), ForecastCalibration.Growth);
    }

    public string District { get; }

    /// <summary>Years ahead (rows) by grades 9 to 12 (columns); before the first row stands today.</summary>
    public double[,] Expected { get; }

    public int Years => Expected.GetLength(0);

    /// <summary>Students whose number is not in doubt.</summary>
    /// <param name="district">The code: it chooses the luck.</param>
    /// <param name="expected">Years (rows) by grades 9 to 12 (columns).</param>
    public static PathwayStudents Certain(string district, double[,] expected) =>
        new(district, expected, new double[expected.GetLength(0), 4], new double[Grid]);

    /// <summary>The students of one district of a projection; null where it has no grade 9 to 12 any more.</summary>
    public static PathwayStudents? Of(EnrollmentProjection projection, int district)
    {
        if (projection.ByGrade(district) is not { } grades)
        {
            return null;
        }

        var expected = new double[projection.Years, 4];
        var unit = new double[projection.Years, 4];
        var last = projection.History.Years - 1;
        var all = 0.0;
        for (var grade = 9; grade <= 12; grade++)
        {
            var series = grade == 12 ? EnrollmentSeries.GradeTwelve : EnrollmentSeries.HighSchool;
            var size = Math.Max(projection.History.Sum(series, district, last), 1);
            for (var ahead = 1; ahead <= projection.Years; ahead++)
            {
                expected[ahead - 1, grade - 9] = grades[ahead - 1, grade];
                unit[ahead - 1, grade - 9] = projection
                    .Calibration(series)
                    .Unit(district, size, ahead);
                all += grades[ahead - 1, grade];
            }
        }

        return all > 0
            ? new PathwayStudents(
                projection.History.Districts[district],
                expected,
                unit,
                Scores(projection.Calibration(EnrollmentSeries.GradeTwelve))
            )
            : null;
    }

    /// <summary>One run's students, years by grades, from as many normal numbers as there are years.</summary>
    internal void Draw(CounterRandom random, int at, double[,] students, double[] normals)
    {
        for (var year = 0; year < Years; year++)
        {
            normals[year] = random.Normal(at + year);
        }

        for (var year = 0; year < Years; year++)
        {
            var standard = 0.0;
            for (var i = 0; i <= year; i++)
            {
                standard += path[year, i] * normals[i];
            }

            var score = Score(standard);
            for (var grade = 0; grade < 4; grade++)
            {
                var doubt = unit[year, grade] * score;
                students[year, grade] =
                    Expected[year, grade] * (doubt == 0 ? 1 : PortableMath.Exp(doubt));
            }
        }
    }

    /// <summary>The signed score whose absolute value has the calibration's distribution.</summary>
    private double Score(double normal)
    {
        var at = Math.Min(Math.Abs(normal), GridEnd - 1e-9) * ((Grid - 1) / GridEnd);
        var below = (int)at;
        var score = scoreAt[below] + ((at - below) * (scoreAt[below + 1] - scoreAt[below]));
        return normal < 0 ? -score : score;
    }

    private static double[] Scores(ForecastCalibration calibration) =>
        [
            .. Enumerable
                .Range(0, Grid)
                .Select(i => calibration.Score(Inside(i * GridEnd / (Grid - 1)))),
        ];

    /// <summary>The chance that a standard normal number lies within ± z: a series of positive terms.</summary>
    private static double Inside(double z)
    {
        var (sum, term) = (z, z);
        for (var n = 1; n < 80; n++)
        {
            term *= z * z / ((2 * n) + 1);
            sum += term;
        }

        return Math.Min(1, 2 * sum * PortableMath.Exp(-z * z / 2) / 2.50662827463100050242);
    }
}
