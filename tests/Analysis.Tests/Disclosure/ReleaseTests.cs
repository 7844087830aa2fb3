using CsCheck;
using Throughline.Analysis.Disclosure;

namespace Throughline.Analysis.Tests.Disclosure;

/// <summary>Publications that follow one another, attacked together.</summary>
public sealed class ReleaseTests
{
    private static readonly SuppressionPolicy Policy = new();

    [Fact]
    public void Three_successive_releases_together_open_nothing() =>
        Gen.Int[0, 1_000_000]
            .Sample(
                seed =>
                {
                    var published = RandomReleases.Publish(seed, Policy);
                    Assert.Empty(TableAudit.Opened(LinkedTables.Of(published), new(Least: 1)));
                },
                iter: 25,
                threads: 1
            );

    [Fact]
    public void What_was_published_is_not_hidden_again_and_what_was_hidden_stays_so()
    {
        var releases = RandomReleases.Of(7);
        var first = RandomReleases.Protected(releases[0], [], Policy)!;
        var second = RandomReleases.Protected(releases[1], [first], Policy)!;
        var joint = LinkedTables.Of(first, second);
        for (var row = 0; row < second.Cells.Count; row++)
        {
            var at = first
                .Cells.ToList()
                .FindIndex(cell => Name(first, cell) == Name(second, second.Cells[row]));
            if (at >= 0)
            {
                Assert.Equal(first.Cells[at].Count, second.Cells[row].Count);
            }
        }

        Assert.Empty(TableAudit.Opened(joint, new(Least: 1)));
    }

    [Fact]
    public void A_total_that_betrays_an_earlier_gap_is_refused_with_its_name()
    {
        var earlier = Table("2025.csv", ("Lincoln", null), ("Marlow", 20));
        var later = Table("2026.csv", ("Lincoln", 4), ("Marlow", 20), (null, 24));
        var hidden = TableSuppression.Protect([later], [earlier], Policy);
        // Marlow is public already: only the total can still keep Lincoln.
        Assert.Equal([true, false, true], hidden.Hidden[0]);

        var published = Table("2025.csv", ("Lincoln", null), ("Marlow", 20), (null, 24));
        var refused = Assert.Throws<InputRefusedException>(() =>
            TableSuppression.Protect([later], [published], Policy)
        );
        Assert.Contains("school=Lincoln", refused.Message, StringComparison.Ordinal);
        Assert.Contains("published before", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_release_that_would_open_a_gap_of_an_earlier_one_hides_more()
    {
        var earlier = Table(
            "first.csv",
            ("Lincoln", null),
            ("Marlow", null),
            ("Perry", 30),
            (null, 54)
        );
        var later = Table("second.csv", ("Marlow", 21));
        var found = Assert.Throws<InputRefusedException>(() =>
            TableSuppression.Protect(
                [later with { Cells = [later.Cells[0] with { At = ["Perry"] }] }],
                [earlier],
                Policy
            )
        );
        Assert.Contains("30", found.Message, StringComparison.Ordinal);
        Assert.Equal([true], TableSuppression.Protect([later], [earlier], Policy).Hidden[0]);
    }

    [Fact]
    public void Where_there_is_less_room_than_asked_for_it_is_taken_if_that_is_accepted()
    {
        // Nine pupils in five groups, none of them empty: at least five.
        var rows = new List<TableCell>();
        long[] small = [4, 2, 1, 1, 1];
        for (var group = 0; group < small.Length; group++)
        {
            rows.Add(new(["Lincoln", $"g{group}"], small[group], $"Lincoln g{group}"));
            rows.Add(new(["Marlow", $"g{group}"], 40, $"Marlow g{group}"));
            rows.Add(new([null, $"g{group}"], 40 + small[group], $"all g{group}"));
        }

        rows.Add(new(["Lincoln", null], 9, "Lincoln"));
        rows.Add(new(["Marlow", null], 200, "Marlow"));
        rows.Add(new([null, null], 209, "all"));
        var table = new CountTable("t.csv", ["school", "group"], rows);
        Assert.Throws<InputRefusedException>(() => TableSuppression.Protect([table], [], Policy));

        var found = TableSuppression.Protect([table], [], Policy with { AcceptsLess = true });
        Assert.Equal(["school=Lincoln"], found.Less);
        var range = Ranges(RandomReleases.Hide(table, [.. found.Hidden[0]]), least: 1)[
            "school=Lincoln"
        ];
        Assert.Equal(5, range.Low);
        Assert.True(range.High >= 14);
    }

    [Fact]
    public void A_category_in_one_of_two_tables_is_refused_unless_they_are_regrouped()
    {
        var one = Table("one.csv", ("Lincoln", 30), ("Marlow", 20), (null, 50));
        var other = Table("other.csv", ("Lincoln", 30), ("marlow", 20), (null, 50));
        var refused = Assert.Throws<InputRefusedException>(() => LinkedTables.Of(one, other));
        Assert.StartsWith(
            "other.csv, row 3, count: school=marlow",
            refused.Message,
            StringComparison.Ordinal
        );
        Assert.Contains("one.csv", refused.Message, StringComparison.Ordinal);
        Assert.Equal(4, LinkedTables.Of(one, other with { Regrouped = ["school"] }).Counts.Count);
    }

    [Fact]
    public void A_stopped_audit_says_how_far_it_came()
    {
        using var stop = new CancellationTokenSource();
        var tables = LinkedTables.Of(
            Table("t.csv", ("Lincoln", null), ("Marlow", null), ("Perry", null), (null, 50))
        );
        var found = TableAudit.Run(tables, new(), all: true, new StopAtOnce(stop), stop.Token);
        Assert.False(found.Complete);
        Assert.Equal(1, found.Looked);
        Assert.Equal((0, 50), (found.Ranges[0].Low, found.Ranges[0].High));
        Assert.Throws<OperationCanceledException>(() =>
            TableAudit.Opened(tables, new(), cancel: stop.Token)
        );
    }

    [Fact]
    public void Without_any_total_nothing_bounds_a_hidden_count()
    {
        var range = Assert.Single(Ranges(Table("t.csv", ("Lincoln", null), ("Marlow", 20)))).Value;
        Assert.Equal((0, double.PositiveInfinity), (range.Low, range.High));
        Assert.Equal((0, double.PositiveInfinity), (range.LinearLow, range.LinearHigh));
    }

    [Fact]
    public void A_small_count_that_is_public_already_is_named()
    {
        var earlier = Table("2025.csv", ("Lincoln", 4), ("Marlow", 20), (null, 24));
        var found = TableSuppression.Protect([earlier], [earlier], Policy);
        Assert.Equal(["school=Lincoln"], found.AlreadyPublic);
        Assert.Equal([true, false, false], found.Hidden[0]);
    }

    [Fact]
    public void One_more_published_number_never_widens_a_range() =>
        Gen.Int[0, 1_000_000]
            .Sample(
                seed =>
                {
                    var table = RandomReleases.Of(seed)[0];
                    var random = new Random(seed);
                    var hidden = table.Cells.Select(_ => random.Next(3) == 0).ToArray();
                    var one = Array.IndexOf(hidden, true);
                    if (one < 0)
                    {
                        return;
                    }

                    var before = Ranges(RandomReleases.Hide(table, hidden));
                    hidden[one] = false;
                    var after = Ranges(RandomReleases.Hide(table, hidden));
                    foreach (var (name, range) in after)
                    {
                        Assert.True(
                            range.LinearLow >= before[name].LinearLow
                                && range.LinearHigh <= before[name].LinearHigh
                        );
                        Assert.True(
                            range.Low >= before[name].Low && range.High <= before[name].High
                        );
                    }
                },
                iter: 40,
                threads: 1
            );

    [Fact]
    public void No_small_count_is_narrower_than_its_level() =>
        Gen.Int[0, 1_000_000]
            .Sample(
                seed =>
                {
                    var table = RandomReleases.Of(seed)[0];
                    if (RandomReleases.Protected(table, [], Policy) is not { } published)
                    {
                        return;
                    }

                    var ranges = Ranges(published, least: 1);
                    var tables = LinkedTables.Of(table);
                    for (var row = 0; row < table.Cells.Count; row++)
                    {
                        var count = table.Cells[row].Count!.Value;
                        if (new ThresholdRule(10).Ask(count, table.Cells[row]) is { } asked)
                        {
                            var range = ranges[tables.Names[tables.CellOf(0, row)]];
                            Assert.True(range.Low <= count - Math.Min(asked.Lower, count - 1));
                            Assert.True(range.High >= count + asked.Upper);
                            Assert.True(range.Width >= asked.Width);
                        }
                    }
                },
                iter: 40,
                threads: 1
            );

    private static Dictionary<string, CellRange> Ranges(CountTable published, long least = 0)
    {
        var tables = LinkedTables.Of(published);
        return TableAudit
            .Ranges(tables, new(least))
            .ToDictionary(range => tables.Names[range.Cell], StringComparer.Ordinal);
    }

    private static string Name(CountTable table, TableCell cell) =>
        string.Join(
            ',',
            table
                .Dimensions.Zip(cell.At)
                .Where(one => one.Second is not null)
                .Select(one => $"{one.First}={one.Second}")
        );

    private static CountTable Table(string name, params (string? School, long? Count)[] cells) =>
        new(
            name,
            ["school"],
            [
                .. cells.Select(
                    (cell, row) =>
                        new TableCell([cell.School], cell.Count, $"{name}, row {row + 2}, count")
                ),
            ]
        );

    private sealed class StopAtOnce(CancellationTokenSource stop) : IProgress<int>
    {
        public void Report(int value) => stop.Cancel();
    }
}
