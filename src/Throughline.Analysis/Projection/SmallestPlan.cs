namespace Throughline.Analysis.Projection;

/// <summary>The least that reaches the target with the probability asked for.</summary>
/// <param name="IsEnough">False where no number of sections is: then the demand, not the seats, stands in the way.</param>
/// <param name="AddedSections">Sections added each year, the fewest; where none is enough, what would seat everybody.</param>
/// <param name="TrainedTeachers">Teachers trained each year for them, the fewest.</param>
/// <param name="Reach">The chance to reach the target with this plan.</param>
/// <param name="DemandFactor">1, or by how much readiness to take the course must rise where sections alone are not enough; null where even everybody taking it is not.</param>
public sealed record SmallestPlan(
    bool IsEnough,
    int AddedSections,
    int TrainedTeachers,
    double Reach,
    double? DemandFactor
)
{
    private const double MostDemand = 64;

    /// <summary>
    /// Searches the fewest sections, then the fewest teachers for them, by bisection: all plans meet the same luck, so that more seats are never
    /// worse but by what a single year's lot can do. About 20 simulations.
    /// </summary>
    /// <param name="students">The district.</param>
    /// <param name="plan">What stands already; its added sections and trained teachers are what is searched.</param>
    /// <param name="question">Target, runs, seed.</param>
    /// <param name="ahead">The year in which the target must stand.</param>
    /// <param name="probability">Above 0 and below 1.</param>
    /// <param name="cancel">Checked in every simulation.</param>
    /// <exception cref="InputRefusedException">The probability or the year is impossible.</exception>
    public static SmallestPlan Find(
        PathwayStudents students,
        PathwayPlan plan,
        PathwayQuestion question,
        int ahead,
        double probability,
        CancellationToken cancel = default
    )
    {
        if (!(probability > 0 && probability < 1) || ahead < 1 || ahead > students.Years)
        {
            throw new InputRefusedException(
                FormattableString.Invariant(
                    $"A probability between 0 and 1 and a year from 1 to {students.Years} ahead are possible; {probability} and {ahead} were asked for."
                )
            );
        }

        double Reach(PathwayPlan tried) =>
            PathwaySimulation.Run(students, tried, question, null, cancel)[ahead - 1].Reach;

        PathwayPlan With(int sections, int? teachers, double demand = 1) =>
            Asking(plan, demand) with
            {
                AddedSections = sections,
                TrainedTeachers = teachers,
            };

        var most = (int)Math.Ceiling(Most(students) / plan.ClassSize);
        var mostTeachers = (int)
            Math.Ceiling(((most * students.Years) + plan.Sections) / plan.SectionsPerTeacher);
        var demand = 1.0;
        var enough = Reach(With(most, null)) >= probability;
        if (!enough)
        {
            if (Reach(With(most, null, MostDemand)) < probability)
            {
                return new SmallestPlan(false, most, mostTeachers, Reach(With(most, null)), null);
            }

            var (low, high) = (1.0, MostDemand);
            while (high - low > 0.01 * low)
            {
                var middle = Math.Sqrt(low * high);
                (low, high) =
                    Reach(With(most, null, middle)) >= probability ? (low, middle) : (middle, high);
            }

            demand = high;
        }

        var sections = Fewest(most, added => Reach(With(added, null, demand)) >= probability);
        var teachers = Fewest(
            mostTeachers,
            trained => Reach(With(sections, trained, demand)) >= probability
        );
        return new SmallestPlan(
            enough,
            sections,
            teachers,
            Reach(With(sections, teachers, demand)),
            demand
        );
    }

    private static PathwayPlan Asking(PathwayPlan plan, double demand) =>
        demand <= 1
            ? plan
            : plan with
            {
                TakeUp =
                [
                    .. plan.TakeUp.Select(chance =>
                        Chance.Certain(Math.Min(1, chance.Mean * demand))
                    ),
                ],
            };

    private static double Most(PathwayStudents students)
    {
        var most = 0.0;
        for (var year = 0; year < students.Years; year++)
        {
            var sum = 0.0;
            for (var grade = 0; grade < 4; grade++)
            {
                sum += students.Expected[year, grade];
            }

            most = Math.Max(most, sum);
        }

        return most * 1.5;
    }

    /// <summary>The least number from 0 to <paramref name="most"/> that will do, where the most does.</summary>
    private static int Fewest(int most, Func<int, bool> willDo)
    {
        var (low, high) = (0, most);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = willDo(middle) ? (low, middle) : (middle + 1, high);
        }

        return high;
    }
}
