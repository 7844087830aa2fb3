using System.Diagnostics;
using System.Globalization;
using MathNet.Numerics.Random;
using Throughline.Analysis.Opinion;

namespace Throughline.Bench.Analysis;

/// <summary>5,000 people by 1,000 statements, grouped and resampled 200 times.</summary>
static class OpinionGroupsBench
{
    const int People = 5_000;
    const int Columns = 1_000;
    const double LimitSeconds = 20;

    public static int Run(string[] args)
    {
        // Half of all cells are blank unless said otherwise, as where everybody sees a part of the statements.
        var seen = args is [var share, ..]
            ? double.Parse(share, CultureInfo.InvariantCulture)
            : 0.5;
        var table = VoteTable.Of(Conversation(seen));
        var clock = Stopwatch.StartNew();
        var before = System.Diagnostics.Process.GetCurrentProcess().TotalProcessorTime;
        var groups = OpinionGroups.Of(table);
        var processor = System.Diagnostics.Process.GetCurrentProcess().TotalProcessorTime - before;
        Console.WriteLine(
            FormattableString.Invariant(
                $"{People:N0} people, {Columns:N0} statements, 200 resamplings: {clock.Elapsed.TotalSeconds:0.0} s ({processor.TotalSeconds:0.0} s of processor; limit {LimitSeconds:0} s): {groups.Count} groups, silhouette {groups.Silhouette:0.000}, stability {groups.Stability:0.000}"
            )
        );
        return clock.Elapsed.TotalSeconds <= LimitSeconds ? 0 : 1;
    }

    /// <summary>The same conversation as a file of votes, half of all cells blank.</summary>
    public static void Write(string path) =>
        File.WriteAllLines(
            path,
            Conversation(0.5)
                .Select(vote =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{vote.Person},{vote.Statement},{vote.Value}"
                    )
                )
                .Prepend("voter-id,comment-id,vote")
        );

    static List<Vote> Conversation(double seen)
    {
        var random = new MersenneTwister(2026, threadSafe: false);
        var sides = Enumerable
            .Range(0, 3)
            .Select(_ => Enumerable.Range(0, Columns).Select(_ => random.NextDouble()).ToArray())
            .ToArray();
        List<Vote> votes = new(People * Columns);
        for (var person = 0; person < People; person++)
        {
            for (var statement = 0; statement < Columns; statement++)
            {
                if (random.NextDouble() < seen)
                {
                    var lean = (0.7 * sides[person % 3][statement]) + (0.3 * random.NextDouble());
                    votes.Add(
                        new Vote(
                            person,
                            statement,
                            (sbyte)(
                                lean < 0.4 ? -1
                                : lean < 0.5 ? 0
                                : 1
                            )
                        )
                    );
                }
            }
        }

        return votes;
    }
}
