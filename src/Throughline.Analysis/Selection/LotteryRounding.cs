namespace Throughline.Analysis.Selection;

/// <summary>
/// Chances as whole thousandths that add up to one. Starts from the largest remainders, then moves single copies from one panel to
/// another while that helps: first so that nobody falls below their chance cut to whole thousandths, then so that the squared relative
/// differences shrink.
/// </summary>
internal static class LotteryRounding
{
    private const double Nobody = 1e-9;
    private const double Fallen = 1e6;
    private const int MostPasses = 50;

    public static int[] Of(SelectionProblem problem, Mixture mixture, int copies)
    {
        var counts = LargestRemainders(mixture.Chances, copies);
        var wanted = mixture.Expected().Select(value => value * copies).ToArray();
        var seats = new long[wanted.Length];
        for (var at = 0; at < counts.Length; at++)
        {
            for (var type = 0; type < seats.Length; type++)
            {
                seats[type] += (long)counts[at] * mixture.Panels[at][type];
            }
        }

        var improved = true;
        for (var pass = 0; improved && pass < MostPasses; pass++)
        {
            improved = false;
            for (var from = 0; from < counts.Length; from++)
            {
                for (var to = 0; to < counts.Length && counts[from] > 0; to++)
                {
                    if (
                        to != from
                        && Gain(problem, mixture.Panels[from], mixture.Panels[to], wanted, seats)
                            > 1e-9
                    )
                    {
                        Move(mixture.Panels[from], mixture.Panels[to], seats);
                        counts[from]--;
                        counts[to]++;
                        improved = true;
                    }
                }
            }
        }

        return counts;
    }

    private static int[] LargestRemainders(IReadOnlyList<double> chances, int copies)
    {
        var counts = chances.Select(chance => (int)Math.Floor(chance * copies)).ToArray();
        var order = Enumerable
            .Range(0, counts.Length)
            .OrderByDescending(at => (chances[at] * copies) - counts[at])
            .ThenBy(at => at)
            .Take(copies - counts.Sum());
        foreach (var at in order)
        {
            counts[at]++;
        }

        return counts;
    }

    private static double Gain(
        SelectionProblem problem,
        IReadOnlyList<int> from,
        IReadOnlyList<int> to,
        double[] wanted,
        long[] seats
    )
    {
        var gain = 0d;
        for (var type = 0; type < seats.Length; type++)
        {
            var change = to[type] - from[type];
            if (change != 0 && wanted[type] > Nobody)
            {
                var members = problem.Types[type].Count;
                gain +=
                    Cost(seats[type], wanted[type], members)
                    - Cost(seats[type] + change, wanted[type], members);
            }
        }

        return gain;
    }

    private static double Cost(long seats, double wanted, int members)
    {
        var fallen = Math.Floor((wanted / members) + 1e-6) - Math.Floor((double)seats / members);
        var off = seats - wanted;
        return (Fallen * members * Math.Max(0, fallen)) + (off * off / wanted);
    }

    private static void Move(IReadOnlyList<int> from, IReadOnlyList<int> to, long[] seats)
    {
        for (var type = 0; type < seats.Length; type++)
        {
            seats[type] += to[type] - from[type];
        }
    }
}
