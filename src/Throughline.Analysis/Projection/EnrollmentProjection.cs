namespace Throughline.Analysis.Projection;

/// <summary>What is expected of a series of one district in one year, and between which bounds it should lie four times in five.</summary>
/// <param name="District">An index into the history's districts.</param>
/// <param name="Series">What is summed.</param>
/// <param name="Ahead">Years after the last known one.</param>
/// <param name="Students">Expected, not rounded.</param>
/// <param name="Low">The lower bound of the 80 % interval.</param>
/// <param name="High">Its upper bound.</param>
public sealed record ProjectedSeries(
    int District,
    EnrollmentSeries Series,
    int Ahead,
    double Students,
    double Low,
    double High
);

/// <summary>
/// The enrollment of every district from the last year of its history on: by grade, and for the published sums with 80 % intervals that
/// are as wide as the method's own earlier errors ask for.
/// </summary>
public sealed class EnrollmentProjection
{
    private readonly Dictionary<EnrollmentSeries, ForecastCalibration> calibrations;
    private readonly double[,]?[] byGrade;

    private EnrollmentProjection(
        EnrollmentHistory history,
        int years,
        double[,]?[] byGrade,
        Dictionary<EnrollmentSeries, ForecastCalibration> calibrations
    )
    {
        History = history;
        Years = years;
        this.byGrade = byGrade;
        this.calibrations = calibrations;
    }

    public EnrollmentHistory History { get; }

    /// <summary>How many years ahead.</summary>
    public int Years { get; }

    /// <summary>The calibration of a series at the last known year.</summary>
    public ForecastCalibration Calibration(EnrollmentSeries series) => calibrations[series];

    /// <summary>Students by year ahead (row) and grade (column, K first); null where the district is absent from the last year.</summary>
    public double[,]? ByGrade(int district) => byGrade[district];

    /// <summary>Projects every district that is there in the last year. O(districts × (years² + years ahead)).</summary>
    /// <param name="history">At least two years.</param>
    /// <param name="years">1 to 20.</param>
    /// <param name="cancel">Checked between origins.</param>
    /// <exception cref="InputRefusedException">There is one year only: no ratio can be learned.</exception>
    public static EnrollmentProjection Of(
        EnrollmentHistory history,
        int years,
        CancellationToken cancel = default
    ) => Of(ForecastErrors.In(history, cancel), years);

    /// <inheritdoc cref="Of(EnrollmentHistory, int, CancellationToken)"/>
    public static EnrollmentProjection Of(ForecastErrors errors, int years)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(years, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(years, 20);
        var history = errors.History;
        var origin = history.Years - 1;
        if (origin < 1)
        {
            throw new InputRefusedException(
                "A projection needs at least two school years that follow one another; there is one."
            );
        }

        var learned = GradeProgression.Learn(history, origin);
        return new EnrollmentProjection(
            history,
            years,
            [
                .. Enumerable
                    .Range(0, history.Districts.Count)
                    .Select(district => learned.Project(district, years)),
            ],
            EnrollmentSeriesGrades.All.ToDictionary(
                series => series,
                series => ForecastCalibration.At(errors, series, origin)
            )
        );
    }

    /// <summary>The published sums of a district by series and year ahead; none where it is absent or teaches none of the grades.</summary>
    public IEnumerable<ProjectedSeries> Series(int district)
    {
        if (byGrade[district] is not { } grades)
        {
            yield break;
        }

        foreach (var series in EnrollmentSeriesGrades.All)
        {
            var size = History.Sum(series, district, History.Years - 1);
            for (var ahead = 1; ahead <= Years; ahead++)
            {
                var students = 0.0;
                for (var grade = series.First(); grade < EnrollmentHistory.Grades; grade++)
                {
                    students += grades[ahead - 1, grade];
                }

                if (students > 0)
                {
                    var width = PortableMath.Exp(
                        calibrations[series]
                            .HalfWidth(district, Math.Max(size, 1), ahead, BackTest.Level)
                    );
                    yield return new ProjectedSeries(
                        district,
                        series,
                        ahead,
                        students,
                        students / width,
                        students * width
                    );
                }
            }
        }
    }
}
