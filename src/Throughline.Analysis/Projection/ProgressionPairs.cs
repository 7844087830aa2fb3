namespace Throughline.Analysis.Projection;

/// <summary>
/// For each district and step from one grade into the next: the students before and after, summed over the years with recent ones
/// weighing more, and whether the step is none because the grade is an entry.
/// </summary>
internal sealed record ProgressionPairs(double[,] Prior, double[,] Next, bool[,] IsEntry)
{
    private const double LeastRatio = 0.5;
    private const double MostRatio = 2;

    public static ProgressionPairs Of(EnrollmentHistory history, int origin)
    {
        const int steps = EnrollmentHistory.Grades - 1;
        var districts = history.Districts.Count;
        var (prior, next) = (new double[districts, steps], new double[districts, steps]);
        var entry = new bool[districts, steps];
        for (var district = 0; district < districts; district++)
        {
            var last = history.At(district, origin);
            for (var step = 0; step < steps; step++)
            {
                var (before, after) = (0.0, 0.0);
                for (var year = 0; year < origin; year++)
                {
                    if (
                        history.At(district, year) is { } from
                        && history.At(district, year + 1) is { } to
                        && from[step] > 0
                        && to[step + 1] > 0
                    )
                    {
                        // Whether a grade has feeders is a matter of structure: every year says it equally.
                        before += from[step];
                        after += to[step + 1];
                        var weight = PortableMath.Power(
                            GradeProgression.Recency,
                            origin - 1 - year
                        );
                        prior[district, step] += weight * from[step];
                        next[district, step] += weight * to[step + 1];
                    }
                }

                entry[district, step] =
                    last is null
                    || last[step] <= 0
                    || !(after >= LeastRatio * before && after <= MostRatio * before)
                    || before <= 0;
            }
        }

        return new ProgressionPairs(prior, next, entry);
    }
}
