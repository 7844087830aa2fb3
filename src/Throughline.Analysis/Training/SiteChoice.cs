namespace Throughline.Analysis.Training;

/// <summary>
/// The sites whose worth adds up to least, among those that may be open: what is below zero, what must be open, and as much more as it takes to hold
/// everybody. Exact where all sites hold the same or what is missing fits a table; otherwise the room is not asked for, which only costs less.
/// </summary>
internal static class SiteChoice
{
    private const long MostMissing = 5000;

    /// <summary>Fills <paramref name="chosen"/> and returns the sum; infinite where the sites left cannot hold everybody.</summary>
    public static double Least(
        WholeProblem problem,
        double[] worth,
        SiteState[] state,
        bool[] chosen
    )
    {
        var (sum, missing) = (0.0, problem.LeastUse);
        var rest = new List<int>();
        for (var site = 0; site < worth.Length; site++)
        {
            chosen[site] =
                state[site] == SiteState.Open || (state[site] == SiteState.Free && worth[site] < 0);
            if (chosen[site])
            {
                sum += worth[site];
                missing -= problem.Capacity[site];
            }
            else if (state[site] == SiteState.Free && problem.Capacity[site] > 0)
            {
                rest.Add(site);
            }
        }

        if (missing <= 0)
        {
            return sum;
        }

        if (rest.Sum(site => (decimal)problem.Capacity[site]) < missing)
        {
            return double.PositiveInfinity;
        }

        var same = problem.Capacity[rest[0]];
        if (rest.All(site => problem.Capacity[site] == same))
        {
            var wanted = (int)((missing + same - 1) / same);
            foreach (
                var site in rest.OrderBy(site => worth[site]).ThenBy(site => site).Take(wanted)
            )
            {
                chosen[site] = true;
                sum += worth[site];
            }

            return sum;
        }

        return missing > MostMissing
            ? sum
            : sum + Cover(problem, worth, rest, (int)missing, chosen);
    }

    private static double Cover(
        WholeProblem problem,
        double[] worth,
        List<int> rest,
        int missing,
        bool[] chosen
    )
    {
        var least = new double[missing + 1];
        Array.Fill(least, double.PositiveInfinity, 1, missing);
        var takes = new bool[rest.Count, missing + 1];
        for (var i = 0; i < rest.Count; i++)
        {
            for (var at = missing; at >= 1; at--)
            {
                var with = least[Before(at, rest[i])] + worth[rest[i]];
                if (with < least[at])
                {
                    least[at] = with;
                    takes[i, at] = true;
                }
            }
        }

        var left = missing;
        for (var i = rest.Count - 1; i >= 0 && left > 0; i--)
        {
            if (takes[i, left])
            {
                chosen[rest[i]] = true;
                left = Before(left, rest[i]);
            }
        }

        return least[missing];

        int Before(int at, int site) => (int)Math.Max(0, at - problem.Capacity[site]);
    }
}
