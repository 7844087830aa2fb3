namespace Throughline.Analysis.Projection;

/// <summary>What one doubt or lever is worth: the share of competent seniors with it low and with it high, all else and the luck unchanged.</summary>
/// <param name="Name">Which.</param>
/// <param name="Low">Its low value.</param>
/// <param name="High">Its high value.</param>
/// <param name="ShareAtLow">The mean share then.</param>
/// <param name="ShareAtHigh">The mean share then.</param>
public sealed record TornadoBar(
    string Name,
    double Low,
    double High,
    double ShareAtLow,
    double ShareAtHigh
)
{
    public double Width => Math.Abs(ShareAtHigh - ShareAtLow);
}

/// <summary>One-at-a-time sensitivity, the widest first.</summary>
public static class Tornado
{
    private const double Tenth = 0.1;

    /// <summary>The standard normal's 90 % point.</summary>
    private const double Outer = 1.2815515655446004;

    /// <summary>
    /// Moves each: a chance known from counts to where it lies above or below in one case of ten (normal approximation), everything else by a
    /// tenth down and up. Ten simulations.
    /// </summary>
    public static IReadOnlyList<TornadoBar> Of(
        PathwayStudents students,
        PathwayPlan plan,
        PathwayQuestion question,
        int ahead,
        CancellationToken cancel = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(ahead, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ahead, students.Years);

        double Share(PathwayPlan tried) =>
            PathwaySimulation.Run(students, tried, question, null, cancel)[ahead - 1].Share;

        TornadoBar Bar(string name, double low, double high, Func<double, PathwayPlan> with) =>
            new(name, low, high, Share(with(low)), Share(with(high)));

        TornadoBar ByChance(string name, Chance chance, Func<double, PathwayPlan> with)
        {
            var (low, high) = Around(chance);
            return Bar(name, low, high, with);
        }

        var interest = plan.TakeUp.Max(chance => chance.Mean);
        return
        [
            .. new[]
            {
                ByChance("pass", plan.Pass, value => plan with { Pass = Chance.Certain(value) }),
                ByChance(
                    "retention",
                    plan.Retention,
                    value => plan with { Retention = Chance.Certain(value) }
                ),
                Bar(
                    "takeUp",
                    interest * (1 - Tenth),
                    Math.Min(1, interest * (1 + Tenth)),
                    value =>
                        plan with
                        {
                            TakeUp =
                            [
                                .. plan.TakeUp.Select(chance =>
                                    Chance.Certain(
                                        interest > 0
                                            ? Math.Min(1, chance.Mean * value / interest)
                                            : 0
                                    )
                                ),
                            ],
                        }
                ),
                Bar(
                    "classSize",
                    Math.Max(1, plan.ClassSize * (1 - Tenth)),
                    plan.ClassSize * (1 + Tenth),
                    value => plan with { ClassSize = value }
                ),
                Bar(
                    "sections",
                    1 - Tenth,
                    1 + Tenth,
                    value =>
                        plan with
                        {
                            Sections = plan.Sections * value,
                            AddedSections = plan.AddedSections * value,
                        }
                ),
            }
                .OrderByDescending(bar => bar.Width)
                .ThenBy(bar => bar.Name, StringComparer.Ordinal),
        ];
    }

    private static (double Low, double High) Around(Chance chance)
    {
        var mean = chance.Mean;
        var reach = double.IsInfinity(chance.Of)
            ? Tenth * mean
            : Outer * Math.Sqrt(mean * (1 - mean) / (chance.Of + 2));
        return (Math.Max(0, mean - reach), Math.Min(1, mean + reach));
    }
}
