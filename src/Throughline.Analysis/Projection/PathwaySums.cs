namespace Throughline.Analysis.Projection;

/// <summary>What the runs of one district came to.</summary>
internal sealed class PathwaySums(int years, int runs, int groups)
{
    private readonly double[] seniors = new double[years];
    private readonly double[] teachers = new double[years];
    private readonly double[] seats = new double[years];
    private readonly double[] takers = new double[years];
    private readonly double[,] groupShares = new double[years, groups];
    private readonly double[,] groupRuns = new double[years, groups];

    /// <summary>Competent seniors, run after run, year after year.</summary>
    public double[] Competent { get; } = new double[years * runs];

    /// <summary>All seniors, likewise.</summary>
    public double[] Seniors { get; } = new double[years * runs];

    public int Years => years;

    public int Runs => runs;

    public void Add(
        int run,
        int year,
        double seniorsHere,
        double teachersHere,
        double seatsHere,
        double takersHere,
        double[,] competent,
        PathwayGroup[] parts
    )
    {
        seniors[year] += seniorsHere;
        teachers[year] += teachersHere;
        seats[year] += seatsHere;
        takers[year] += takersHere;
        var all = 0.0;
        for (var group = 0; group < groups; group++)
        {
            all += competent[3, group];
            var here = seniorsHere * parts[group].Share;
            if (here > 0)
            {
                groupShares[year, group] += competent[3, group] / here;
                groupRuns[year, group]++;
            }
        }

        Competent[(year * runs) + run] = all;
        Seniors[(year * runs) + run] = seniorsHere;
    }

    public IReadOnlyList<PathwayYear> ToYears(double target)
    {
        var shares = new double[runs];
        var result = new List<PathwayYear>();
        for (var year = 0; year < years; year++)
        {
            var (sum, reached) = (0.0, 0);
            for (var run = 0; run < runs; run++)
            {
                var at = (year * runs) + run;
                // A hair of arithmetic must not lose a count that meets the target exactly.
                reached +=
                    Seniors[at] > 0 && Competent[at] >= (target * Seniors[at]) - 1e-9 ? 1 : 0;
                shares[run] = Seniors[at] > 0 ? Competent[at] / Seniors[at] : 0;
                sum += shares[run];
            }

            Array.Sort(shares);
            result.Add(
                new PathwayYear(
                    year + 1,
                    seniors[year] / runs,
                    teachers[year] / runs,
                    seats[year] / runs,
                    takers[year] / runs,
                    sum / runs,
                    shares[(int)(0.1 * (runs - 1))],
                    shares[(int)(0.9 * (runs - 1))],
                    reached / (double)runs,
                    [
                        .. Enumerable
                            .Range(0, groups)
                            .Select(group =>
                                groupRuns[year, group] > 0
                                    ? groupShares[year, group] / groupRuns[year, group]
                                    : 0
                            ),
                    ]
                )
            );
        }

        return result;
    }
}
