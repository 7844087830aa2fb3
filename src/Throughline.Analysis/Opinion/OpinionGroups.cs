using MathNet.Numerics.Random;

namespace Throughline.Analysis.Opinion;

/// <summary>How groups are looked for.</summary>
public sealed record OpinionSettings
{
    /// <summary>People with fewer votes are placed but belong to no group.</summary>
    public int FewestVotes { get; init; } = 7;

    /// <summary>The most groups tried; two are the fewest.</summary>
    public int MostGroups { get; init; } = 5;

    /// <summary>Resamplings of the people by which stability is judged; 0 shows no groups at all.</summary>
    public int Resamplings { get; init; } = 200;

    /// <summary>Groups are shown only at this mean adjusted Rand index over the resamplings, or above.</summary>
    public double StableFrom { get; init; } = 0.6;

    /// <summary>And only at this silhouette or above.</summary>
    public double ClearFrom { get; init; } = 0.25;

    /// <summary>And only where each has so many people: a smaller one would point at persons.</summary>
    public int SmallestGroup { get; init; } = 5;

    public ClusterStart Start { get; init; } = ClusterStart.Best;

    public int Seed { get; init; } = 1;
}

/// <summary>Why no groups are shown.</summary>
public enum UnclearGroups
{
    /// <summary>Fewer than three people gave enough votes.</summary>
    TooFewVoters,

    /// <summary>There is nothing to tell people apart by.</summary>
    AllAlike,

    /// <summary>A group would have fewer people than <see cref="OpinionSettings.SmallestGroup"/>.</summary>
    TooSmall,

    /// <summary>The silhouette is below <see cref="OpinionSettings.ClearFrom"/>.</summary>
    Shading,

    /// <summary>The stability is below <see cref="OpinionSettings.StableFrom"/>.</summary>
    Unstable,
}

/// <summary>Groups of people who vote alike, and whether they may be shown.</summary>
/// <param name="Space">The plane they were found on.</param>
/// <param name="Labels">By row of the table: the group from 0, or -1 for people with too few votes, or where there are none.</param>
/// <param name="Count">How many groups.</param>
/// <param name="Silhouette">-1 to 1; NaN where there are none.</param>
/// <param name="Stability">The mean adjusted Rand index over the resamplings; NaN where none was made.</param>
/// <param name="Sizes">People in each group.</param>
/// <param name="Unclear">Null where the groups may be shown; otherwise why not.</param>
/// <param name="WhyNot">The same as a sentence to show in their place.</param>
public sealed record OpinionGroups(
    OpinionSpace Space,
    IReadOnlyList<int> Labels,
    int Count,
    double Silhouette,
    double Stability,
    IReadOnlyList<int> Sizes,
    UnclearGroups? Unclear,
    string? WhyNot
)
{
    /// <summary>Whether the groups are clear, stable and large enough to be spoken of.</summary>
    public bool Shown => Unclear is null;

    /// <summary>
    /// The groups of a table: on the opinion space, k-means with the number of groups of the best silhouette, then judged by resampling
    /// people. Equal tables and settings give equal groups.
    /// </summary>
    /// <param name="table">The votes.</param>
    /// <param name="settings">How.</param>
    /// <param name="progress">Told how many resamplings are done.</param>
    /// <param name="cancel">Stops between resamplings.</param>
    public static OpinionGroups Of(
        VoteTable table,
        OpinionSettings? settings = null,
        IProgress<int>? progress = null,
        CancellationToken cancel = default
    )
    {
        settings ??= new OpinionSettings();
        var space = OpinionSpace.Of(table, cancel);
        int[] voters =
        [
            .. Enumerable
                .Range(0, table.People.Count)
                .Where(row => table.VotesOf(row) >= settings.FewestVotes),
        ];
        List<(double X, double Y)> points = [.. voters.Select(row => space.Places[row])];
        var (labels, silhouette) = Choose(points, settings);
        var all = Enumerable.Repeat(-1, table.People.Count).ToArray();
        if (labels is null)
        {
            var none = voters.Length < 3 ? UnclearGroups.TooFewVoters : UnclearGroups.AllAlike;
            return new(
                space,
                all,
                0,
                double.NaN,
                double.NaN,
                [],
                none,
                Sentence(none, voters.Length, settings)
            );
        }

        for (var index = 0; index < voters.Length; index++)
        {
            all[voters[index]] = labels[index];
        }

        var count = labels.Max() + 1;
        int[] sizes =
        [
            .. Enumerable.Range(0, count).Select(group => labels.Count(label => label == group)),
        ];
        var stability = Resampling.Stability(
            table,
            space,
            voters,
            labels,
            settings,
            progress,
            cancel
        );
        var unclear = WhyNotShown(silhouette, stability, sizes, settings);
        return new(
            space,
            all,
            count,
            silhouette,
            stability,
            sizes,
            unclear,
            unclear is { } why ? Sentence(why, voters.Length, settings) : null
        );
    }

    private static (int[]? Labels, double Silhouette) Choose(
        List<(double X, double Y)> points,
        OpinionSettings settings
    )
    {
        (int[]? Labels, double Silhouette) best = (null, double.NegativeInfinity);
        for (var k = 2; k <= Math.Min(settings.MostGroups, points.Count - 1); k++)
        {
            if (Clustering.KMeans(points, k, settings.Start, settings.Seed) is { } labels)
            {
                var silhouette = Clustering.Silhouette(points, labels);
                best = silhouette > best.Silhouette + 1e-12 ? (labels, silhouette) : best;
            }
        }

        return best;
    }

    private static UnclearGroups? WhyNotShown(
        double silhouette,
        double stability,
        int[] sizes,
        OpinionSettings settings
    ) =>
        sizes.Min() < settings.SmallestGroup ? UnclearGroups.TooSmall
        : silhouette < settings.ClearFrom ? UnclearGroups.Shading
        : !(stability >= settings.StableFrom) ? UnclearGroups.Unstable
        : null;

    private static string Sentence(UnclearGroups why, int voters, OpinionSettings settings) =>
        "No clear groups: "
        + why switch
        {
            UnclearGroups.TooFewVoters =>
                $"{voters} people gave {settings.FewestVotes} votes or more, which is too few to compare.",
            UnclearGroups.AllAlike => "everybody voted alike.",
            UnclearGroups.TooSmall => $"one would have fewer than {settings.SmallestGroup} people.",
            UnclearGroups.Shading => "people's votes shade into each other.",
            _ => "with a few other people they would have come out differently.",
        };
}

/// <summary>How far groups outlast other people having voted.</summary>
static class Resampling
{
    private const int Restarts = 8;

    /// <summary>
    /// Draws as many people as there are, with repetition, from all of them; finds space and groups anew; compares the drawn people's
    /// groups with those they have. The mean over the resamplings (Hennig, Computational Statistics and Data Analysis 52 (2007) 258-271,
    /// with the adjusted Rand index). Each resampling has a seed of its own, so that their order and the machine's cores do not matter.
    /// </summary>
    public static double Stability(
        VoteTable table,
        OpinionSpace space,
        int[] voters,
        int[] labels,
        OpinionSettings settings,
        IProgress<int>? progress,
        CancellationToken cancel
    )
    {
        if (settings.Resamplings == 0)
        {
            return double.NaN;
        }

        var groups = labels.Max() + 1;
        var own = voters.Zip(labels).ToDictionary(pair => pair.First, pair => pair.Second);
        var agreements = new double[settings.Resamplings];
        var done = 0;
        Parallel.For(
            0,
            agreements.Length,
            new ParallelOptions { CancellationToken = cancel },
            round =>
            {
                agreements[round] = Agreement(
                    table,
                    space,
                    own,
                    groups,
                    settings.Seed + round + 1,
                    cancel
                );
                progress?.Report(Interlocked.Increment(ref done));
            }
        );
        return agreements.Sum() / agreements.Length;
    }

    private static double Agreement(
        VoteTable table,
        OpinionSpace space,
        Dictionary<int, int> own,
        int groups,
        int seed,
        CancellationToken cancel
    )
    {
        var random = new MersenneTwister(seed, threadSafe: false);
        var times = new int[table.People.Count];
        for (var draw = 0; draw < times.Length; draw++)
        {
            times[random.Next(times.Length)]++;
        }

        int[] drawn = [.. Enumerable.Range(0, times.Length).Where(row => times[row] > 0)];
        var again = OpinionSpace.Of(
            table,
            drawn,
            [.. drawn.Select(row => (double)times[row])],
            space,
            cancel
        );
        int[] compared = [.. drawn.Where(own.ContainsKey)];
        List<(double X, double Y)> points = [.. compared.Select(row => again.Places[row])];
        if (points.Distinct().Count() < groups)
        {
            return 0;
        }

        var labels = ClusterSearch.Best(points, groups, Restarts, seed);
        return Clustering.AdjustedRand(labels, [.. compared.Select(row => own[row])]);
    }
}
