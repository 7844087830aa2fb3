using CsCheck;
using MathNet.Numerics.Random;
using Throughline.Analysis.Opinion;

namespace Throughline.Analysis.Tests.Opinion;

public sealed class OpinionGroupsTests
{
    /// <summary>As the published results were made: k-means from the first points, once.</summary>
    private static readonly OpinionSettings AsPublished = new()
    {
        Start = ClusterStart.FirstPoints,
        Resamplings = 0,
    };

    public static TheoryData<string> Conversations =>
        ["15-per-hour-seattle", "scoop-hivemind.freshwater"];

    [Theory]
    [MemberData(nameof(Conversations))]
    public void Center_components_and_places_are_the_known_ones(string name)
    {
        var known = KnownConversation.Load(name);
        var space = OpinionSpace.Of(known.Table);
        AssertClose(known.Reals("center"), space.Center);
        var components = known.Expected.GetProperty("comps");
        for (var which = 0; which < 2; which++)
        {
            AssertClose(
                [.. components[which].EnumerateArray().Select(value => value.GetDouble())],
                space.Components[which]
            );
        }

        for (var row = 0; row < known.Table.People.Count; row++)
        {
            var place = known
                .Expected.GetProperty("projections")
                .GetProperty($"{known.Table.People[row]}");
            Assert.Equal(place[0].GetDouble(), space.Places[row].X, 1e-9);
            Assert.Equal(place[1].GetDouble(), space.Places[row].Y, 1e-9);
        }
    }

    [Theory]
    [MemberData(nameof(Conversations))]
    public void Groups_silhouette_consensus_and_priorities_are_the_known_ones(string name)
    {
        var known = KnownConversation.Load(name);
        var groups = OpinionGroups.Of(known.Table, AsPublished);
        Assert.Equal(known.Expected.GetProperty("k").GetInt32(), groups.Count);
        Assert.Equal(known.Expected.GetProperty("silhouette").GetDouble(), groups.Silhouette, 1e-9);
        var clustered = known
            .Expected.GetProperty("clustered_participants")
            .EnumerateArray()
            .ToList();
        var labels = known.Expected.GetProperty("labels").EnumerateArray().ToList();
        var rows = known.Table.People.ToList();
        for (var index = 0; index < clustered.Count; index++)
        {
            Assert.Equal(
                labels[index].GetInt32(),
                groups.Labels[rows.IndexOf(clustered[index].GetInt32())]
            );
        }

        foreach (
            var report in Statements.Of(known.Table, groups.Labels, groups.Count, groups.Space)
        )
        {
            Assert.Equal(
                known.ByStatement("group_informed_consensus", report.Statement),
                report.Consensus,
                1e-9
            );
            Assert.Equal(
                known.ByStatement("comment_extremity", report.Statement),
                report.Extremity,
                1e-9
            );
            Assert.Equal(
                known.ByStatement("comment_priority", report.Statement),
                report.Priority,
                1e-9
            );
        }
    }

    [Fact]
    public void Two_camps_are_found_shown_and_told_apart_by_what_they_disagree_on()
    {
        var table = Camps(people: 60, statements: 20, noise: 0.1, camps: 2);
        var groups = OpinionGroups.Of(table);
        Assert.True(groups.Shown, groups.WhyNot);
        Assert.Equal(2, groups.Count);
        Assert.True(groups.Stability > 0.9);
        var reports = Statements.Of(table, groups.Labels, 2, groups.Space);
        Assert.NotEmpty(Statements.Representative(reports, 2));
    }

    [Fact]
    public void Votes_by_chance_show_no_groups()
    {
        for (var seed = 1; seed <= 5; seed++)
        {
            var table = Camps(people: 80, statements: 30, noise: 1, camps: 2, seed);
            Assert.False(OpinionGroups.Of(table, new OpinionSettings { Resamplings = 40 }).Shown);
        }
    }

    [Fact]
    public void A_camp_of_four_is_not_shown()
    {
        List<Vote> votes = [];
        for (var person = 0; person < 44; person++)
        {
            votes.AddRange(
                Enumerable
                    .Range(0, 12)
                    .Select(statement => new Vote(
                        person,
                        statement,
                        person < 40 == (statement % 5 != person % 5) ? (sbyte)1 : (sbyte)-1
                    ))
            );
        }

        var groups = OpinionGroups.Of(VoteTable.Of(votes), new OpinionSettings { MostGroups = 2 });
        Assert.False(groups.Shown);
        Assert.Contains("No clear groups", groups.WhyNot, StringComparison.Ordinal);
    }

    [Fact]
    public void Everybody_alike_or_hardly_anybody_is_no_group()
    {
        var alike = VoteTable.Of([
            .. Enumerable.Range(0, 100).Select(at => new Vote(at / 10, at % 10, 1)),
        ]);
        Assert.False(OpinionGroups.Of(alike).Shown);
        var few = OpinionGroups.Of(VoteTable.Of([new Vote(1, 1, 1)]));
        Assert.Equal(0, few.Count);
        Assert.Contains("too few", few.WhyNot, StringComparison.Ordinal);
    }

    [Fact]
    public void The_iterated_components_are_those_of_the_whole_matrix()
    {
        // 260 statements take the iterated way; the same votes in 130 of them with 130 empty ones beside must give the same plane.
        var small = Camps(people: 90, statements: 130, noise: 0.3, camps: 3);
        List<Vote> votes = [];
        for (var row = 0; row < small.People.Count; row++)
        {
            for (var column = 0; column < 130; column++)
            {
                votes.Add(new Vote(row, column, small[row, column]));
            }
        }

        var large = OpinionSpace.Of(VoteTable.Of(votes, Enumerable.Range(0, 260)));
        var whole = OpinionSpace.Of(small);
        for (var which = 0; which < 2; which++)
        {
            AssertClose([.. whole.Components[which]], [.. large.Components[which].Take(130)]);
        }
    }

    [Fact]
    public void The_order_of_the_votes_changes_nothing_as_long_as_the_last_one_counts()
    {
        var table = Camps(people: 40, statements: 15, noise: 0.4, camps: 2);
        List<Vote> votes = [];
        for (var row = 0; row < 40; row++)
        {
            for (var column = 0; column < 15; column++)
            {
                votes.Add(new Vote(row, column, table[row, column]));
            }
        }

        votes.Reverse();
        var one = OpinionGroups.Of(table, new OpinionSettings { Resamplings = 20 });
        var other = OpinionGroups.Of(VoteTable.Of(votes), new OpinionSettings { Resamplings = 20 });
        Assert.Equal(one.Labels, other.Labels);
        Assert.Equal(one.Stability, other.Stability);
        var changed = VoteTable.Of([new Vote(1, 1, -1), new Vote(2, 1, 1), new Vote(1, 1, 1)]);
        Assert.Equal(1, changed[0, 0]);
    }

    [Fact]
    public void Consensus_by_declared_roles_needs_no_space()
    {
        var table = VoteTable.Of([new Vote(1, 1, 1), new Vote(2, 1, 1), new Vote(3, 1, -1)]);
        var report = Statements.Of(table, [0, 0, 1], 2, null)[0];
        Assert.Equal(3.0 / 4 * (1.0 / 3), report.Consensus, 1e-12);
        Assert.Equal(1.0 / 3, report.Worst, 1e-12);
    }

    [Fact]
    public void One_more_agreeing_voice_never_lowers_a_consensus() =>
        Gen.Int[0, 2]
            .Array[2, 30]
            .Sample(answers =>
            {
                List<Vote> votes =
                [
                    .. answers.Select((answer, person) => new Vote(person, 1, (sbyte)(answer - 1))),
                ];
                int[] labels = [.. answers.Select((_, person) => person % 2), 0];
                var before = Statements.Of(VoteTable.Of(votes), labels[..^1], 2, null)[0];
                votes.Add(new Vote(answers.Length, 1, 1));
                var after = Statements.Of(VoteTable.Of(votes), labels, 2, null)[0];
                Assert.True(after.Consensus >= before.Consensus);
            });

    [Fact]
    public void A_vote_that_is_none_is_refused() =>
        Assert.Throws<InputRefusedException>(() => VoteTable.Of([new Vote(1, 1, 2)]));

    private static VoteTable Camps(
        int people,
        int statements,
        double noise,
        int camps,
        int seed = 1
    )
    {
        var random = new MersenneTwister(seed);
        var sides = Enumerable
            .Range(0, camps)
            .Select(_ =>
                Enumerable.Range(0, statements).Select(_ => random.NextDouble() < 0.5).ToArray()
            )
            .ToArray();
        List<Vote> votes = [];
        for (var person = 0; person < people; person++)
        {
            for (var statement = 0; statement < statements; statement++)
            {
                var agrees =
                    random.NextDouble() < noise
                        ? random.NextDouble() < 0.5
                        : sides[person % camps][statement];
                votes.Add(new Vote(person, statement, agrees ? (sbyte)1 : (sbyte)-1));
            }
        }

        return VoteTable.Of(votes);
    }

    private static void AssertClose(double[] want, IReadOnlyList<double> got)
    {
        Assert.Equal(want.Length, got.Count);
        for (var index = 0; index < want.Length; index++)
        {
            Assert.Equal(want[index], got[index], 1e-9);
        }
    }
}
