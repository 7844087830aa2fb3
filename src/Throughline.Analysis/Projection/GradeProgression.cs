namespace Throughline.Analysis.Projection;

/// <summary>
/// Grade-progression ratios of every district, learned from a history up to one year, and the enrollment by grade that follows from
/// them. Point projections only: <see cref="ForecastCalibration"/> says how far they may be off.
/// <para>
/// The method is cohort survival as in the National Center for Education Statistics' <em>Projections of Education Statistics</em>
/// (appendix A), with four changes that one district, unlike a state, needs. (1) <em>Entry grades</em>: where a grade has no feeder in
/// the district, or a pooled ratio outside 0.5 to 2 (regional and vocational high schools, charters), it is projected as the mean of its
/// last two years, as kindergarten is; years in which a grade opens or closes are left out of the ratio. (2) <em>Shrinkage</em>: a
/// district's ratio is (Σ next + κ·r) / (Σ prior + κ), r the state's ratio times what the district's band of grades does as a whole;
/// recent years weigh more. (3) <em>Fading</em>: what sets a district apart in K to 8, mostly families moving, halves within about a year and a half.
/// (4) <em>Anchoring</em>: the K to 8 total is drawn toward the last known one, the grades keep their proportions.
/// </para>
/// <para>Time and memory: O(districts × years × 13).</para>
/// </summary>
public sealed class GradeProgression
{
    /// <summary>The weight of a year against the one after it.</summary>
    public const double Recency = 0.8;

    /// <summary>κ: students of the state's behavior mixed into a district's ratio.</summary>
    public const double Prior = 50;

    /// <summary>κ into grade 9, where districts truly differ: private, charter and vocational high schools.</summary>
    public const double PriorIntoGradeNine = 25;

    /// <summary>How much of a district's difference in K to 8 is left a year later.</summary>
    public const double Fading = 0.6;

    /// <summary>The weight of the last known total of K to 8.</summary>
    public const double Anchor = 0.6;

    private const int Grades = EnrollmentHistory.Grades;
    private const int Steps = Grades - 1;
    private const int IntoGradeNine = 8;
    private readonly EnrollmentHistory history;
    private readonly int origin;
    private readonly double[] state;
    private readonly double[,] difference;
    private readonly bool[,] entry;

    private GradeProgression(
        EnrollmentHistory history,
        int origin,
        bool[,] entry,
        double[] state,
        double[,] difference
    )
    {
        this.history = history;
        this.origin = origin;
        this.entry = entry;
        this.state = state;
        this.difference = difference;
    }

    /// <summary>The state's ratio into grade g + 1, from g = 0 (K into 1) to 11; 1 where nobody was counted.</summary>
    public IReadOnlyList<double> StateRatios => state;

    /// <summary>Whether the district's grade g + 1 is projected as an entry grade.</summary>
    public bool IsEntry(int district, int step) => entry[district, step];

    /// <summary>The district's own ratio into grade g + 1 in the first year projected.</summary>
    public double Ratio(int district, int step) => state[step] * difference[district, step];

    /// <summary>Learns from the years up to and including <paramref name="origin"/>, an index of the history.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no year before the origin, or the origin is not in the history.</exception>
    public static GradeProgression Learn(EnrollmentHistory history, int origin)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(origin, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(origin, history.Years);
        var pairs = ProgressionPairs.Of(history, origin);
        var state = new double[Steps];
        for (var step = 0; step < Steps; step++)
        {
            var (prior, next) = (0.0, 0.0);
            for (var district = 0; district < history.Districts.Count; district++)
            {
                if (!pairs.IsEntry[district, step])
                {
                    prior += pairs.Prior[district, step];
                    next += pairs.Next[district, step];
                }
            }

            state[step] = prior > 0 ? next / prior : 1;
        }

        var difference = new double[history.Districts.Count, Steps];
        for (var district = 0; district < history.Districts.Count; district++)
        {
            Shrink(pairs, state, difference, district, 0, IntoGradeNine);
            Shrink(pairs, state, difference, district, IntoGradeNine + 1, Steps);
            difference[district, IntoGradeNine] = Shrunk(
                pairs,
                state,
                district,
                IntoGradeNine,
                PriorIntoGradeNine,
                1
            );
        }

        return new GradeProgression(history, origin, pairs.IsEntry, state, difference);
    }

    /// <summary>
    /// Students by year ahead (row) and grade (column, K first), not rounded; null where the district is absent from the origin's year.
    /// </summary>
    /// <param name="district">An index into the history's districts.</param>
    /// <param name="years">How many years ahead, at least 1.</param>
    public double[,]? Project(int district, int years)
    {
        if (history.At(district, origin) is not { } last)
        {
            return null;
        }

        var before = origin > 0 ? history.At(district, origin - 1) : null;
        var level = last.Select(
                (students, g) => before is null ? students : (students + before[g]) / 2
            )
            .ToArray();
        var lastLower = LowerTotal(last);
        var (current, next) = ((double[])last.Clone(), new double[Grades]);
        var projected = new double[years, Grades];
        for (var ahead = 0; ahead < years; ahead++)
        {
            var left = PortableMath.Power(Fading, ahead);
            next[0] = level[0];
            for (var step = 0; step < Steps; step++)
            {
                var own = difference[district, step];
                next[step + 1] = entry[district, step]
                    ? level[step + 1]
                    : current[step]
                        * state[step]
                        * (step < IntoGradeNine ? PortableMath.Power(own, left) : own);
            }

            (current, next) = (next, current);
            var lower = LowerTotal(current);
            var scale = lower > 0 ? (((1 - Anchor) * lower) + (Anchor * lastLower)) / lower : 1;
            for (var grade = 0; grade < Grades; grade++)
            {
                projected[ahead, grade] = current[grade] * (grade <= IntoGradeNine ? scale : 1);
            }
        }

        return projected;
    }

    private static double LowerTotal(double[] grades)
    {
        var sum = 0.0;
        for (var grade = 0; grade <= IntoGradeNine; grade++)
        {
            sum += grades[grade];
        }

        return sum;
    }

    private static void Shrink(
        ProgressionPairs pairs,
        double[] state,
        double[,] difference,
        int district,
        int from,
        int to
    )
    {
        var (next, expected) = (Prior, Prior);
        for (var step = from; step < to; step++)
        {
            if (!pairs.IsEntry[district, step])
            {
                next += pairs.Next[district, step];
                expected += pairs.Prior[district, step] * state[step];
            }
        }

        for (var step = from; step < to; step++)
        {
            difference[district, step] = Shrunk(
                pairs,
                state,
                district,
                step,
                Prior,
                next / expected
            );
        }
    }

    private static double Shrunk(
        ProgressionPairs pairs,
        double[] state,
        int district,
        int step,
        double prior,
        double toward
    ) =>
        pairs.IsEntry[district, step]
            ? 1
            : (pairs.Next[district, step] + (prior * toward))
                / ((pairs.Prior[district, step] * state[step]) + prior);
}
