using CsCheck;
using Throughline.Analysis.Disclosure;

namespace Throughline.Analysis.Tests.Disclosure;

public sealed class RateTests
{
    [Theory]
    [InlineData(0, 300, "≤1")]
    [InlineData(3, 300, "≤1")]
    [InlineData(4, 300, null)]
    [InlineData(300, 300, "≥99")]
    [InlineData(58, 60, "≥95")]
    [InlineData(0, 15, "≤20")]
    [InlineData(0, 14, null)]
    [InlineData(30, 60, null)]
    public void Rates_near_an_end_are_coded_by_the_size_of_the_group(
        long count,
        long group,
        string? code
    ) => Assert.Equal(code, RateBand.Code(count, group));

    [Fact]
    public void A_code_leaves_four_counts_open_at_least_and_the_true_one_among_them() =>
        Gen.Select(Gen.Long[0, 5000], Gen.Long[0, 5000])
            .Sample(
                (one, other) =>
                {
                    var (count, group) = (Math.Min(one, other), Math.Max(one, other));
                    if (RateBand.Limits(count, group) is var (least, most))
                    {
                        Assert.InRange(count, least, most);
                        Assert.True(most - least >= 3);
                    }
                }
            );

    [Fact]
    public void Those_who_did_not_are_protected_as_those_who_did()
    {
        // 47 of 50 passed: publishing both numbers names the three who did not.
        var table = Rates(
            "p.csv",
            ("Lincoln", 47, 50),
            ("Marlow", 40, 80),
            ("Perry", 31, 70),
            (null, 118, 200)
        );
        var policy = new SuppressionPolicy { Rules = [new ThresholdRule(10), new RateRule()] };
        Assert.Single(TableAudit.Opened(LinkedTables.Of(table), new()));

        var hidden = TableSuppression.Protect([table], [], policy).Hidden[0];
        var published = table with
        {
            Cells =
            [
                .. table.Cells.Select(
                    (cell, row) => hidden[row] ? cell with { Count = null } : cell
                ),
            ],
        };
        Assert.Empty(TableAudit.Opened(LinkedTables.Of(published), new()));
    }

    [Fact]
    public void Nobody_and_everybody_are_hidden_where_the_group_is_known()
    {
        var table = Rates(
            "p.csv",
            ("Lincoln", 0, 40),
            ("Marlow", 40, 80),
            ("Perry", 70, 70),
            (null, 110, 190)
        );
        var policy = new SuppressionPolicy { Rules = [new ThresholdRule(10), new RateRule()] };
        var hidden = TableSuppression.Protect([table], [], policy).Hidden[0];
        Assert.True(hidden[0] || hidden[2]);
        Assert.True(hidden[6] || hidden[8]);
    }

    private static CountTable Rates(
        string name,
        params (string? School, long Count, long Of)[] rows
    ) =>
        new(
            name,
            ["school", "outcome"],
            [
                .. rows.SelectMany(row =>
                    new TableCell[]
                    {
                        new([row.School, "yes"], row.Count, $"{row.School} yes") { Of = row.Of },
                        new([row.School, "no"], row.Of - row.Count, $"{row.School} no")
                        {
                            Of = row.Of,
                            IsDerived = true,
                        },
                        new([row.School, null], row.Of, $"{row.School} of"),
                    }
                ),
            ]
        );
}
