using MathNet.Numerics.Random;

namespace Throughline.Analysis.Opinion;

/// <summary>Where k-means starts from.</summary>
public enum ClusterStart
{
    /// <summary>From fifty seeded k-means++ starts; the tightest result is kept. Arthur and Vassilvitskii, SODA 2007.</summary>
    Best,

    /// <summary>From the first k unique points in ascending order, once: the convention of the published reference results.</summary>
    FirstPoints,
}

/// <summary>k-means and silhouettes of points on a plane. Equal input and seed give equal output; groups are numbered from 0.</summary>
public static class Clustering
{
    private const int Restarts = 50;
    private const int MostRounds = 200;

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
            return Lloyd(points, unique[..k]).Labels;
        }

        return Best(points, k, Restarts, seed).Labels;
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

    internal static (int[] Labels, double Inertia) Best(
        IReadOnlyList<(double X, double Y)> points,
        int k,
        int restarts,
        int seed
    )
    {
        var random = new MersenneTwister(seed, threadSafe: false);
        (int[] Labels, double Inertia)? best = null;
        for (var restart = 0; restart < restarts; restart++)
        {
            var tried = Lloyd(points, PlusPlus(points, k, random));
            if (best is null || tried.Inertia < best.Value.Inertia * (1 - 1e-12))
            {
                best = tried;
            }
        }

        return (Numbered(points, best!.Value.Labels, k), best.Value.Inertia);
    }

    private static (double X, double Y)[] PlusPlus(
        IReadOnlyList<(double X, double Y)> points,
        int k,
        MersenneTwister random
    )
    {
        var centers = new (double X, double Y)[k];
        centers[0] = points[random.Next(points.Count)];
        var nearest = Enumerable.Repeat(double.MaxValue, points.Count).ToArray();
        for (var center = 1; center < k; center++)
        {
            var sum = 0.0;
            for (var index = 0; index < nearest.Length; index++)
            {
                nearest[index] = Math.Min(
                    nearest[index],
                    Squared(points[index], centers[center - 1])
                );
                sum += nearest[index];
            }

            var at = random.NextDouble() * sum;
            var chosen = 0;
            while (chosen < nearest.Length - 1 && (at -= nearest[chosen]) >= 0)
            {
                chosen++;
            }

            centers[center] = points[chosen];
        }

        return centers;
    }

    private static (int[] Labels, double Inertia) Lloyd(
        IReadOnlyList<(double X, double Y)> points,
        (double X, double Y)[] start
    )
    {
        var centers = start.ToArray();
        var labels = Enumerable.Repeat(-1, points.Count).ToArray();
        for (var round = 0; round < MostRounds; round++)
        {
            var moved = false;
            var inertia = 0.0;
            var sums = new (double X, double Y, int Count)[centers.Length];
            for (var index = 0; index < labels.Length; index++)
            {
                var (label, distance) = Nearest(points[index], centers);
                moved |= label != labels[index];
                labels[index] = label;
                inertia += distance;
                var sum = sums[label];
                sums[label] = (sum.X + points[index].X, sum.Y + points[index].Y, sum.Count + 1);
            }

            if (!moved)
            {
                return (labels, inertia);
            }

            for (var center = 0; center < centers.Length; center++)
            {
                var (x, y, count) = sums[center];
                centers[center] = count == 0 ? centers[center] : (x / count, y / count);
            }
        }

        return (
            labels,
            labels.Select((label, index) => Squared(points[index], centers[label])).Sum()
        );
    }

    /// <summary>Groups numbered by their centers' place from left to right, so that a number means the same whatever the start was.</summary>
    private static int[] Numbered(IReadOnlyList<(double X, double Y)> points, int[] labels, int k)
    {
        var order = Enumerable
            .Range(0, k)
            .OrderBy(group =>
                labels
                    .Select((label, index) => (label, points[index].X))
                    .Where(pair => pair.label == group)
                    .Select(pair => pair.X)
                    .DefaultIfEmpty(double.MaxValue)
                    .Average()
            )
            .ToArray();
        return [.. labels.Select(label => Array.IndexOf(order, label))];
    }

    private static (int Label, double Distance) Nearest(
        (double X, double Y) point,
        (double X, double Y)[] centers
    )
    {
        var (label, least) = (0, double.MaxValue);
        for (var center = 0; center < centers.Length; center++)
        {
            var distance = Squared(point, centers[center]);
            if (distance < least)
            {
                (label, least) = (center, distance);
            }
        }

        return (label, least);
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

    private static double Squared((double X, double Y) one, (double X, double Y) other)
    {
        double x = one.X - other.X,
            y = one.Y - other.Y;
        return (x * x) + (y * y);
    }
}
