using Throughline.Analysis.Projection;

namespace Throughline.App.Cli.Calculations;

/// <summary>The pathway of every district of a projection, simulated side by side on all processors.</summary>
public sealed class PathwayCalculation(
    EnrollmentProjection projection,
    LeversFile levers,
    IReadOnlyDictionary<string, CourseFigures> courses,
    IReadOnlyDictionary<string, Chance> retention,
    PathwayQuestion question
)
{
    private readonly IReadOnlyList<PathwayYear>?[] years = new IReadOnlyList<PathwayYear>?[
        projection.History.Districts.Count
    ];

    public LeversFile Levers => levers;

    public PathwayQuestion Question => question;

    /// <summary>All districts' seniors together.</summary>
    public PathwayTotals Totals { get; } = new(projection.Years, question);

    /// <summary>A district's years; null where it has no high school.</summary>
    public IReadOnlyList<PathwayYear>? Years(int district) => years[district];

    public PathwayPlan Plan(int district)
    {
        var code = projection.History.Districts[district];
        return levers.Plan(
            courses.GetValueOrDefault(code),
            retention.GetValueOrDefault(code),
            projection.History.FirstYear + projection.History.Years
        );
    }

    public void Run(Action<int> progress, CancellationToken cancel)
    {
        var done = 0;
        Parallel.For(
            0,
            years.Length,
            new ParallelOptions
            {
                CancellationToken = cancel,
                MaxDegreeOfParallelism = Environment.ProcessorCount,
            },
            district =>
            {
                if (PathwayStudents.Of(projection, district) is { } students)
                {
                    years[district] = PathwaySimulation.Run(
                        students,
                        Plan(district),
                        question,
                        Totals,
                        cancel
                    );
                }

                progress(Interlocked.Increment(ref done));
            }
        );
    }

    /// <summary>For one district: the smallest plan for the last year, and what each lever is worth.</summary>
    public (SmallestPlan Plan, IReadOnlyList<TornadoBar> Tornado)? Ask(
        int district,
        CancellationToken cancel
    )
    {
        if (PathwayStudents.Of(projection, district) is not { } students)
        {
            return null;
        }

        var few = question with { Runs = Math.Min(question.Runs, 2000) };
        var plan = Plan(district);
        return (
            SmallestPlan.Find(students, plan, few, projection.Years, levers.Probability, cancel),
            Tornado.Of(students, plan, few, projection.Years, cancel)
        );
    }
}
