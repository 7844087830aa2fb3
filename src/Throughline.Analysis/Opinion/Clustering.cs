namespace Throughline.Analysis.Opinion;

/// <summary>Where k-means starts from.</summary>
public enum ClusterStart
{
    /// <summary>
    /// From fifty seeded k-means++ starts, each ended by moving single points; the tightest result is kept. Arthur and Vassilvitskii,
    /// SODA 2007.
    /// </summary>
    Best,

    /// <summary>From the first k unique points in ascending order, once: the convention of the published reference results.</summary>
    FirstPoints,
}

/// <summary>k-means and silhouettes of points on a plane. Equal input and seed give equal output; groups are numbered from 0.</summary>
public static class Clustering
{
    private const int Restarts = 50;

    /// <summary>Silhouettes of more points than this are taken over evenly spaced ones.</summary>
    private const int MostForSilhouette = 6000;

    /// <summary>The group of each point by Lloyd's rounds; null where there are fewer than k unique points.</summary>
    public static int[]? KMeans(
        IReadOnlyList<(double X, double Y)> points,
        int k,
        ClusterStart start = ClusterStart.Best,
        int seed = 1
    )
    {
        var unique = points.Distinct().Order().ToArray();
        if (unique.Length < k)
        {
            return null;
        }

        if (start == ClusterStart.FirstPoints)
        {
            return ClusterSearch.Lloyd(points, unique[..k]);
        }

        return ClusterSearch.Best(points, k, Restarts, seed);
    }

    /// <summary>
    /// The mean silhouette, -1 to 1: how much nearer points lie to their own group than to the next. A point alone in its group counts
    /// 0. Rousseeuw, Journal of Computational and Applied Mathematics 20 (1987) 53-65. Quadratic in the points.
    /// </summary>
    public static double Silhouette(IReadOnlyList<(double X, double Y)> points, int[] labels)
    {
        var groups = labels.Max() + 1;
        var every = ((points.Count - 1) / MostForSilhouette) + 1;
        int[] kept = [.. Enumerable.Range(0, points.Count).Where(index => index % every == 0)];
        var sizes = new int[groups];
        foreach (var index in kept)
        {
            sizes[labels[index]]++;
        }

        var each = new double[kept.Length];
        Parallel.For(
            0,
            kept.Length,
            at => each[at] = Silhouette(points, labels, kept, sizes, kept[at])
        );
        return each.Sum() / kept.Length;
    }

    /// <summary>
    /// The adjusted Rand index of two labelings of the same points: 1 where they agree, about 0 where by chance. Hubert and Arabie,
    /// Journal of Classification 2 (1985) 193-218. 1 where both put everybody into one group.
    /// </summary>
    public static double AdjustedRand(IReadOnlyList<int> one, IReadOnlyList<int> other)
    {
        static double Pairs(double n) => n * (n - 1) / 2;
        var pairs = one.Zip(other).CountBy(pair => pair).Sum(cell => Pairs(cell.Value));
        double rows = one.CountBy(label => label).Sum(group => Pairs(group.Value)),
            columns = other.CountBy(label => label).Sum(group => Pairs(group.Value)),
            all = Pairs(one.Count),
            expected = all == 0 ? 0 : rows * columns / all,
            most = (rows + columns) / 2;
        return most == expected ? 1 : (pairs - expected) / (most - expected);
    }

    private static double Silhouette(
        IReadOnlyList<(double X, double Y)> points,
        int[] labels,
        int[] kept,
        int[] sizes,
        int index
    )
    {
        var own = labels[index];
        if (sizes[own] < 2)
        {
            return 0;
        }

        Span<double> sums = stackalloc double[sizes.Length];
        foreach (var other in kept)
        {
            sums[labels[other]] += Math.Sqrt(Squared(points[index], points[other]));
        }

        var inside = sums[own] / (sizes[own] - 1);
        var outside = double.MaxValue;
        for (var group = 0; group < sizes.Length; group++)
        {
            if (group != own && sizes[group] > 0)
            {
                outside = Math.Min(outside, sums[group] / sizes[group]);
            }
        }

        var larger = Math.Max(inside, outside);
        return outside == double.MaxValue || larger == 0 ? 0 : (outside - inside) / larger;
    }

    internal static double Squared((double X, double Y) one, (double X, double Y) other)
    {
        double x = one.X - other.X,
            y = one.Y - other.Y;
        return (x * x) + (y * y);
    }
}
