using MathNet.Numerics.Random;
using Throughline.Analysis.Charts;
using Throughline.Analysis.Opinion;
using Throughline.Analysis.Representation;

namespace Throughline.Bench.Analysis;

/// <summary>
/// Random small instances of charts, representation, raking and opinion groups, each answered a second time by the plainest way there is.
/// One difference ends the run.
/// </summary>
static class ListeningOracles
{
    public static int Run(string[] args) =>
        Oracles.Run(
            args,
            seed: 7,
            [
                ("runs, crossings and trends, by looking at every stretch", Runs),
                ("people needed, by hearing one more and one more", Needed),
                ("raking, by the odds ratio it must keep", Raking),
                ("k-means, by trying every partition", Partition),
                ("adjusted Rand index, by looking at every pair", Pairs),
                ("silhouette, point by point", Silhouettes),
            ]
        );

    static bool Runs(MersenneTwister random)
    {
        double[] values =
        [
            .. Enumerable.Range(0, random.Next(0, 16)).Select(_ => (double)random.Next(-2, 3)),
        ];
        var runs = RunRules.Of(values, 0, RunRuleSet.Perla);
        int[] sides = [.. values.Where(value => value != 0).Select(Math.Sign)];
        double[] steps = [.. values.Where((value, at) => at == 0 || value != values[at - 1])];
        return runs.Useful == sides.Length
            && runs.LongestRun == Longest(sides, stretch => stretch.Distinct().Count() == 1)
            && runs.Crossings == sides.Zip(sides.Skip(1)).Count(pair => pair.First != pair.Second)
            && runs.LongestTrend
                == Longest(
                    steps,
                    stretch =>
                        stretch.Zip(stretch.Skip(1)).All(pair => pair.First < pair.Second)
                        || stretch.Zip(stretch.Skip(1)).All(pair => pair.First > pair.Second)
                );
    }

    static int Longest<T>(T[] values, Func<T[], bool> holds)
    {
        for (var length = values.Length; length > 0; length--)
        {
            for (var from = 0; from + length <= values.Length; from++)
            {
                if (holds(values[from..(from + length)]))
                {
                    return length;
                }
            }
        }

        return 0;
    }

    static bool Needed(MersenneTwister random)
    {
        List<GroupHeard> groups =
        [
            .. Enumerable
                .Range(0, random.Next(2, 5))
                .Select(index => new GroupHeard(
                    $"{index}",
                    random.Next(1, 40),
                    random.Next(0, 20)
                )),
        ];
        long people = groups.Sum(group => group.Population),
            heard = groups.Sum(group => group.Respondents);
        foreach (var row in Represent.Of(groups).Groups)
        {
            long more = 0;
            while ((row.Group.Respondents + more) * people < (heard + more) * row.Group.Population)
            {
                more++;
            }

            if (row.Needed != more)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Raking a 2 by 2 table keeps its odds ratio, which leaves one unknown: it is found by bisection.</summary>
    static bool Raking(MersenneTwister random)
    {
        int[] counts = [.. Enumerable.Range(0, 4).Select(_ => random.Next(1, 8))];
        double share = 0.1 + (0.8 * random.NextDouble()),
            other = 0.1 + (0.8 * random.NextDouble());
        List<SampleRow> sample = [];
        for (var cell = 0; cell < 4; cell++)
        {
            var row = new SampleRow(
                new Dictionary<string, string> { ["r"] = $"{cell / 2}", ["c"] = $"{cell % 2}" }
            );
            sample.AddRange(Enumerable.Repeat(row, counts[cell]));
        }

        var raked = Rake.Of(
            sample,
            [
                new("r", new Dictionary<string, double> { ["0"] = share, ["1"] = 1 - share }),
                new("c", new Dictionary<string, double> { ["0"] = other, ["1"] = 1 - other }),
            ]
        );
        double low = Math.Max(0, share + other - 1),
            high = Math.Min(share, other),
            odds = (double)counts[0] * counts[3] / ((double)counts[1] * counts[2]);
        for (var round = 0; round < 200; round++)
        {
            var t = (low + high) / 2;
            var now = t * (1 - share - other + t) / ((share - t) * (other - t));
            (low, high) = now < odds ? (t, high) : (low, t);
        }

        return raked.Converged && Math.Abs(raked.Weights.Take(counts[0]).Sum() - low) < 1e-8;
    }

    static bool Partition(MersenneTwister random)
    {
        List<(double X, double Y)> points =
        [
            .. Enumerable
                .Range(0, random.Next(3, 8))
                .Select(_ => ((double)random.Next(9), (double)random.Next(9))),
        ];
        var k = random.Next(2, 4);
        if (Clustering.KMeans(points, k, seed: 3) is not { } labels)
        {
            return points.Distinct().Count() < k;
        }

        var best = double.MaxValue;
        for (var code = 0; code < Math.Pow(k, points.Count); code++)
        {
            int[] tried =
            [
                .. Enumerable.Range(0, points.Count).Select(at => code / (int)Math.Pow(k, at) % k),
            ];
            best = Math.Min(best, Inertia(points, tried));
        }

        return Inertia(points, labels) <= best + 1e-9;
    }

    static double Inertia(List<(double X, double Y)> points, int[] labels) =>
        labels
            .Zip(points)
            .GroupBy(pair => pair.First, pair => pair.Second)
            .Sum(group =>
            {
                double x = group.Average(point => point.X),
                    y = group.Average(point => point.Y);
                return group.Sum(point =>
                    ((point.X - x) * (point.X - x)) + ((point.Y - y) * (point.Y - y))
                );
            });

    static bool Pairs(MersenneTwister random)
    {
        var n = random.Next(2, 10);
        int[] one = [.. Enumerable.Range(0, n).Select(_ => random.Next(3))],
            other = [.. Enumerable.Range(0, n).Select(_ => random.Next(3))];
        double both = 0,
            first = 0,
            second = 0,
            all = 0;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < i; j++)
            {
                all++;
                first += one[i] == one[j] ? 1 : 0;
                second += other[i] == other[j] ? 1 : 0;
                both += one[i] == one[j] && other[i] == other[j] ? 1 : 0;
            }
        }

        double expected = first * second / all,
            most = (first + second) / 2,
            index = most == expected ? 1 : (both - expected) / (most - expected);
        return Math.Abs(index - Clustering.AdjustedRand(one, other)) < 1e-12;
    }

    static bool Silhouettes(MersenneTwister random)
    {
        var n = random.Next(3, 10);
        (double X, double Y)[] points =
        [
            .. Enumerable.Range(0, n).Select(_ => (random.NextDouble(), random.NextDouble())),
        ];
        int[] labels = [0, 1, .. Enumerable.Range(0, n - 2).Select(_ => random.Next(2))];
        double Away(int from, int group) =>
            Enumerable
                .Range(0, n)
                .Where(other => other != from && labels[other] == group)
                .Select(other =>
                    Math.Sqrt(
                        Math.Pow(points[from].X - points[other].X, 2)
                            + Math.Pow(points[from].Y - points[other].Y, 2)
                    )
                )
                .DefaultIfEmpty(double.NaN)
                .Average();
        var mean = Enumerable
            .Range(0, n)
            .Average(at =>
            {
                double inside = Away(at, labels[at]),
                    outside = Away(at, 1 - labels[at]);
                return double.IsNaN(inside) ? 0 : (outside - inside) / Math.Max(inside, outside);
            });
        return Math.Abs(mean - Clustering.Silhouette(points, labels)) < 1e-12;
    }
}
