namespace Throughline.Analysis.Projection;

/// <summary>
/// How far projections made in earlier years were off: for every year that could have been an origin, every year ahead up to five and
/// every district, the logarithm of what came over what was projected. What an origin could know of them is those whose year had come.
/// </summary>
public sealed class ForecastErrors
{
    /// <summary>The farthest that is looked back at.</summary>
    public const int YearsAhead = 5;

    /// <summary>How many ratios must lie before an origin for its projection to be learned from.</summary>
    public const int LeastRatios = 1;

    private readonly Dictionary<EnrollmentSeries, ForecastError[]> bySeries;

    private ForecastErrors(
        EnrollmentHistory history,
        Dictionary<EnrollmentSeries, ForecastError[]> bySeries
    )
    {
        History = history;
        this.bySeries = bySeries;
    }

    public EnrollmentHistory History { get; }

    /// <summary>All errors of a series, in order of origin, years ahead and district.</summary>
    public IReadOnlyList<ForecastError> Of(EnrollmentSeries series) => bySeries[series];

    /// <summary>Projects from every year of the history and compares. O(years² × districts).</summary>
    public static ForecastErrors In(EnrollmentHistory history, CancellationToken cancel = default)
    {
        var lists = EnrollmentSeriesGrades.All.ToDictionary(
            series => series,
            _ => new List<ForecastError>()
        );
        for (var origin = LeastRatios; origin < history.Years - 1; origin++)
        {
            cancel.ThrowIfCancellationRequested();
            var learned = GradeProgression.Learn(history, origin);
            var years = Math.Min(YearsAhead, history.Years - 1 - origin);
            for (var district = 0; district < history.Districts.Count; district++)
            {
                if (learned.Project(district, years) is { } projected)
                {
                    Compare(history, origin, district, projected, lists);
                }
            }
        }

        return new ForecastErrors(
            history,
            lists.ToDictionary(
                pair => pair.Key,
                pair =>
                    pair.Value.OrderBy(error => error.Origin)
                        .ThenBy(error => error.Ahead)
                        .ThenBy(error => error.District)
                        .ToArray()
            )
        );
    }

    private static void Compare(
        EnrollmentHistory history,
        int origin,
        int district,
        double[,] projected,
        Dictionary<EnrollmentSeries, List<ForecastError>> lists
    )
    {
        foreach (var (series, list) in lists)
        {
            var size = history.Sum(series, district, origin);
            for (var ahead = 1; ahead <= projected.GetLength(0); ahead++)
            {
                var came = history.Sum(series, district, origin + ahead);
                var was = 0.0;
                for (var grade = series.First(); grade < EnrollmentHistory.Grades; grade++)
                {
                    was += projected[ahead - 1, grade];
                }

                // A NaN, where the district is gone, compares as false.
                if (size >= series.LeastJudged() && came > 0 && was > 0)
                {
                    list.Add(new ForecastError(origin, ahead, district, size, was, came));
                }
            }
        }
    }
}

/// <summary>One projection that came due.</summary>
/// <param name="Origin">The index of the last year that was known.</param>
/// <param name="Ahead">Years from the origin to the year projected.</param>
/// <param name="District">An index into the history's districts.</param>
/// <param name="Size">Students of the series in the origin's year.</param>
/// <param name="Projected">Students projected.</param>
/// <param name="Came">Students counted.</param>
public sealed record ForecastError(
    int Origin,
    int Ahead,
    int District,
    double Size,
    double Projected,
    double Came
)
{
    /// <summary>The logarithm of what came over what was projected.</summary>
    public double Log => PortableMath.Log(Came / Projected);

    /// <summary>|projected - came| / came, in percent.</summary>
    public double AbsolutePercent => 100 * Math.Abs(Projected - Came) / Came;
}
