namespace Throughline.Analysis.Projection;

/// <summary>What is asked of a simulation.</summary>
/// <param name="Target">The share of graduates to reach, above 0 and at most 1.</param>
/// <param name="Runs">1 to 1,000,000.</param>
/// <param name="Seed">Chooses the luck: the same seed, the same answer.</param>
public sealed record PathwayQuestion(double Target, int Runs = 10_000, ulong Seed = 1)
{
    internal PathwayQuestion Checked() =>
        Target is > 0 and <= 1 && Runs is >= 1 and <= 1_000_000
            ? this
            : throw new InputRefusedException(
                FormattableString.Invariant(
                    $"A target above 0 and at most 1 and 1 to 1,000,000 runs are possible; {Target} and {Runs} were asked for."
                )
            );
}

/// <summary>One year of a district, over all runs.</summary>
/// <param name="Ahead">Years ahead, from 1.</param>
/// <param name="Seniors">Students of grade 12, on average; they stand for the graduates.</param>
/// <param name="Teachers">Teachers, on average.</param>
/// <param name="Seats">Seats, on average.</param>
/// <param name="Takers">Students who take the course, on average.</param>
/// <param name="Share">The share of seniors ever competent, on average; 0 where there are none.</param>
/// <param name="Low">One run in ten is below.</param>
/// <param name="High">One run in ten is above.</param>
/// <param name="Reach">The chance that the share is the target or more; nothing is rounded.</param>
/// <param name="GroupShares">The share by group, on average, in the plan's order.</param>
public sealed record PathwayYear(
    int Ahead,
    double Seniors,
    double Teachers,
    double Seats,
    double Takers,
    double Share,
    double Low,
    double High,
    double Reach,
    IReadOnlyList<double> GroupShares
);

/// <summary>
/// The way of a district's students through courses to competence, simulated: cohorts move from grade 9 to 12 keeping who is ever
/// competent, so that nobody counts twice; each year teachers leave and are trained, sections give seats, those who are not yet competent
/// ask for them, and a share of the takers meets the mark. Doubt comes from the enrollment (calibrated), from chances known by counts
/// only, and from luck.
/// <para>
/// Students who leave are as often competent as those who stay; who joins is not. Without groups and limits the number of competent seniors
/// is binomial, or beta-binomial where the chance to pass is known from counts. Time: O(runs × years × 4 × groups); memory: O(runs × years).
/// </para>
/// </summary>
public static class PathwaySimulation
{
    /// <summary>Runs the plan.</summary>
    /// <param name="students">The students by year and grade.</param>
    /// <param name="plan">The levers.</param>
    /// <param name="question">Target, runs, seed.</param>
    /// <param name="totals">Where to add this district's competent and all seniors, run by run; null adds nowhere.</param>
    /// <param name="cancel">Checked every 1,024 runs.</param>
    /// <exception cref="InputRefusedException">The plan or the question is impossible.</exception>
    public static IReadOnlyList<PathwayYear> Run(
        PathwayStudents students,
        PathwayPlan plan,
        PathwayQuestion question,
        PathwayTotals? totals = null,
        CancellationToken cancel = default
    )
    {
        plan.Checked();
        question.Checked();
        var random = CounterRandom.Of(question.Seed, students.District);
        var run = new PathwayRun(students, plan);
        var sums = new PathwaySums(students.Years, question.Runs, run.Groups);
        for (var i = 0; i < question.Runs; i++)
        {
            if (i % 1024 == 0)
            {
                cancel.ThrowIfCancellationRequested();
            }

            run.Go(random.Branch(i), i, sums);
        }

        totals?.Add(sums);
        return sums.ToYears(question.Target);
    }
}
