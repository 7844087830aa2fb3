using CsCheck;
using Throughline.Analysis.Representation;

namespace Throughline.Analysis.Tests.Representation;

public sealed class RepresentTests
{
    private static readonly Gen<List<GroupHeard>> Districts = Gen.Select(
            Gen.Long[0, 5000],
            Gen.Double[0, 1]
        )
        .Array[1, 8]
        .Where(groups => groups.Sum(group => group.Item1) > 0)
        .Select(groups =>
            groups
                .Select(
                    (group, index) =>
                        new GroupHeard($"{index}", group.Item1, (long)(group.Item1 * group.Item2))
                )
                .ToList()
        );

    /// <summary>48, 21, 20 and 11 heard where .52, .08, .25 and .15 live here; the figures are R's.</summary>
    [Fact]
    public void Chi_square_and_residuals_are_the_known_ones()
    {
        var report = Represent.Of([
            new("white", 52, 48),
            new("Asian", 8, 21),
            new("Black", 25, 20),
            new("Hispanic", 15, 11),
        ]);
        Assert.Equal(23.49935897, report.ChiSquare, 5e-9);
        Assert.Equal(
            [-0.8006, 4.7919, -1.1547, -1.1202],
            report.Groups.Select(group => Math.Round(group.Residual, 4))
        );
    }

    [Fact]
    public void A_group_that_nobody_speaks_for_is_named_first_with_the_people_it_lacks()
    {
        var report = Represent.Of([
            new("English", 600, 90),
            new("Portuguese", 300, 0),
            new("Spanish", 100, 1),
        ]);
        Assert.Equal(
            ["Portuguese", "Spanish"],
            report.MissingVoices.Select(group => group.Group.Name)
        );
        Assert.Equal(Standing.Silent, report.Groups[1].Standing);
        // 30 % of n + a: (0.3 × 91 - 0) / 0.7 = 39 exactly.
        Assert.Equal(39, report.Groups[1].Needed);
        Assert.Equal(0, report.Groups[0].Needed);
    }

    [Fact]
    public void One_empty_group_costs_its_share_and_no_more()
    {
        var report = Represent.Of([new("a", 900, 90), new("b", 100, 0)]);
        Assert.Equal(0.9, report.Coverage, 1e-12);
        Assert.Equal(0.5, report.CoverageByGroup, 1e-12);
        Assert.Equal(0.1, report.Dissimilarity, 1e-12);
    }

    [Fact]
    public void Where_nobody_was_heard_nothing_is_claimed()
    {
        var report = Represent.Of([new("a", 10, 0), new("b", 10, 0)], unknown: 3);
        Assert.Equal((0, 0.0, 3), (report.Respondents, report.Coverage, report.Unknown));
        Assert.True(double.IsNaN(report.Groups[0].Ratio));
        Assert.Null(report.Groups[0].RatioInterval);
        Assert.All(report.Groups, group => Assert.Equal(Standing.Silent, group.Standing));
    }

    [Fact]
    public void One_group_that_is_everybody_has_nothing_to_lack()
    {
        var report = Represent.Of([new("all", 10, 3)]);
        Assert.Null(report.Groups[0].Needed);
        Assert.Equal(1, report.Coverage);
        Assert.True(double.IsNaN(report.ChiSquareP));
    }

    [Fact]
    public void Few_respondents_decide_nothing() =>
        Assert.Equal(
            Standing.Undecided,
            Represent.Of([new("a", 50, 1), new("b", 50, 2)]).Groups[0].Standing
        );

    [Fact]
    public void The_indicator_is_1_where_all_respond_alike_and_as_computed_by_hand_elsewhere()
    {
        Assert.Equal(1, Represent.Of([new("a", 100, 10), new("b", 50, 5)]).RIndicator, 1e-12);
        // Shares .2 and .1 of equal groups: S = .05, R = .9.
        Assert.Equal(0.9, Represent.Of([new("a", 100, 20), new("b", 100, 10)]).RIndicator, 1e-12);
    }

    [Fact]
    public void As_many_more_as_it_says_reach_the_share_and_one_fewer_does_not() =>
        Districts.Sample(groups =>
        {
            foreach (var row in Represent.Of(groups).Groups.Where(row => row.Needed > 0))
            {
                Assert.True(Reaches(groups, row.Group, row.Needed!.Value));
                Assert.False(Reaches(groups, row.Group, row.Needed.Value - 1));
            }
        });

    [Fact]
    public void Coverage_and_dissimilarity_are_two_sides_of_one_figure() =>
        Districts.Sample(groups =>
        {
            var report = Represent.Of(groups);
            if (report.Respondents > 0)
            {
                Assert.Equal(1, report.Coverage + report.Dissimilarity, 1e-9);
                Assert.Equal(1, report.Groups.Sum(group => group.Share), 1e-9);
            }
        });

    [Fact]
    public void The_order_of_the_groups_changes_no_figure() =>
        Districts.Sample(groups =>
        {
            var (one, other) = (
                Represent.Of(groups),
                Represent.Of([.. groups.AsEnumerable().Reverse()])
            );
            Assert.Equal(one.Coverage, other.Coverage, 1e-12);
            Assert.Equal(
                one.MissingVoices.Select(group => group.Group.Name),
                other.MissingVoices.Select(group => group.Group.Name)
            );
        });

    [Fact]
    public void Unusable_figures_are_refused_in_a_sentence()
    {
        Assert.Throws<InputRefusedException>(() => Represent.Of([]));
        Assert.Throws<InputRefusedException>(() => Represent.Of([new("a", 0, 4)]));
        Assert.Throws<InputRefusedException>(() => Represent.Of([new("a", 5, -4)]));
        Assert.Throws<InputRefusedException>(() => Represent.Of([new("a", 5, 4), new("a", 5, 4)]));
    }

    private static bool Reaches(List<GroupHeard> groups, GroupHeard group, long more)
    {
        Int128 heard = groups.Sum(other => other.Respondents) + more;
        Int128 population = groups.Sum(other => other.Population);
        return (group.Respondents + more) * population >= heard * group.Population;
    }
}
