using Throughline.Analysis.Disclosure;

namespace Throughline.Analysis.Tests.Disclosure;

/// <summary>The tables with known answers: sdcTable's and tau-Argus' own, and generated ones with proved optima.</summary>
public sealed class KnownAnswerTests
{
    private static readonly SuppressionPolicy AsGiven = new()
    {
        Rules = [],
        Attacker = AttackerView.Counts,
        HidesZeros = true,
    };

    [Theory]
    [MemberData(nameof(SharedInstance.Names), MemberType = typeof(SharedInstance))]
    public void The_cost_is_the_known_optimum_and_proved(string name)
    {
        var instance = SharedInstance.Read(name);
        var answer = TableSuppression.Protect([instance.Table], [], AsGiven).Answer;
        Assert.Equal(instance.Cost, answer.Cost);
        Assert.True(answer.Proved);
    }

    [Theory]
    [MemberData(nameof(SharedInstance.Names), MemberType = typeof(SharedInstance))]
    public void With_primary_cells_hidden_alone_the_attack_finds_the_known_ranges(string name)
    {
        var instance = SharedInstance.Read(name);
        AssertRanges(instance.Published(cell => cell.Asked is not null), instance.PrimaryOnly);
    }

    [Theory]
    [MemberData(nameof(SharedInstance.Names), MemberType = typeof(SharedInstance))]
    public void With_the_known_pattern_the_attack_finds_the_known_ranges(string name)
    {
        var instance = SharedInstance.Read(name);
        var published = instance.Published(cell =>
            cell.Asked is not null || instance.Secondary.Any(at => at.SequenceEqual(cell.At))
        );
        AssertRanges(published, instance.WithSecondary);
    }

    private static void AssertRanges(
        CountTable published,
        IReadOnlyDictionary<string, (double Low, double High)> expected
    )
    {
        var tables = LinkedTables.Of(published);
        var ranges = TableAudit.Ranges(tables, new());
        Assert.Equal(expected.Count, ranges.Count);
        foreach (var range in ranges)
        {
            var known = expected[SharedInstance.Key(tables.FirstRow(range.Cell))];
            Assert.Equal(known, (range.LinearLow, range.LinearHigh));
        }
    }
}
