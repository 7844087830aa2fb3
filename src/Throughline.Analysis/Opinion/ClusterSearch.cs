using MathNet.Numerics.Random;

namespace Throughline.Analysis.Opinion;

/// <summary>Finds k tight groups of points: seeded starts, Lloyd's rounds from each, then single points moved.</summary>
internal static class ClusterSearch
{
    private const int MostRounds = 200;

    public static int[] Best(
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
            var tried = Exchanged(points, Lloyd(points, PlusPlus(points, k, random)), k);
            if (best is null || tried.Inertia < best.Value.Inertia * (1 - 1e-12))
            {
                best = tried;
            }
        }

        return Numbered(points, best!.Value.Labels, k);
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
                    Clustering.Squared(points[index], centers[center - 1])
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

    public static int[] Lloyd(
        IReadOnlyList<(double X, double Y)> points,
        (double X, double Y)[] start
    )
    {
        var centers = start.ToArray();
        var labels = Enumerable.Repeat(-1, points.Count).ToArray();
        for (var round = 0; round < MostRounds; round++)
        {
            var moved = false;
            var sums = new (double X, double Y, int Count)[centers.Length];
            for (var index = 0; index < labels.Length; index++)
            {
                var label = Nearest(points[index], centers);
                moved |= label != labels[index];
                labels[index] = label;
                var sum = sums[label];
                sums[label] = (sum.X + points[index].X, sum.Y + points[index].Y, sum.Count + 1);
            }

            if (!moved)
            {
                return labels;
            }

            for (var center = 0; center < centers.Length; center++)
            {
                var (x, y, count) = sums[center];
                centers[center] = count == 0 ? centers[center] : (x / count, y / count);
            }
        }

        return labels;
    }

    /// <summary>
    /// Moves single points to another group for as long as that makes the groups tighter, which Lloyd's rounds do not see: a point nearest to
    /// its own center may still pull it along. Hartigan and Wong, Applied Statistics 28 (1979) 100-108.
    /// </summary>
    private static (int[] Labels, double Inertia) Exchanged(
        IReadOnlyList<(double X, double Y)> points,
        int[] given,
        int k
    )
    {
        var labels = (int[])given.Clone();
        var sums = new (double X, double Y, int Count)[k];
        for (var index = 0; index < labels.Length; index++)
        {
            var (x, y, count) = sums[labels[index]];
            sums[labels[index]] = (x + points[index].X, y + points[index].Y, count + 1);
        }

        double Weighted(int index, int group, int count, int change) =>
            count == 0
                ? 0
                : (double)count
                    / (count + change)
                    * Clustering.Squared(
                        points[index],
                        (sums[group].X / count, sums[group].Y / count)
                    );

        var moved = true;
        for (var round = 0; moved && round < MostRounds; round++)
        {
            moved = false;
            for (var index = 0; index < labels.Length; index++)
            {
                var own = labels[index];
                if (sums[own].Count == 1)
                {
                    continue;
                }

                // What leaving saves, against what joining costs.
                var saved = Weighted(index, own, sums[own].Count, -1);
                var (to, least) = (own, saved * (1 - 1e-9));
                for (var group = 0; group < k; group++)
                {
                    var cost =
                        group == own
                            ? double.MaxValue
                            : Weighted(index, group, sums[group].Count, 1);
                    if (cost < least)
                    {
                        (to, least) = (group, cost);
                    }
                }

                if (to != own)
                {
                    var (x, y) = points[index];
                    sums[own] = (sums[own].X - x, sums[own].Y - y, sums[own].Count - 1);
                    sums[to] = (sums[to].X + x, sums[to].Y + y, sums[to].Count + 1);
                    labels[index] = to;
                    moved = true;
                }
            }
        }

        var inertia = 0.0;
        for (var index = 0; index < labels.Length; index++)
        {
            var (x, y, count) = sums[labels[index]];
            inertia += Clustering.Squared(points[index], (x / count, y / count));
        }

        return (labels, inertia);
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

    private static int Nearest((double X, double Y) point, (double X, double Y)[] centers)
    {
        var (label, least) = (0, double.MaxValue);
        for (var center = 0; center < centers.Length; center++)
        {
            var distance = Clustering.Squared(point, centers[center]);
            if (distance < least)
            {
                (label, least) = (center, distance);
            }
        }

        return label;
    }
}
