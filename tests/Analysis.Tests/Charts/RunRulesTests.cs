using System.Globalization;
using System.Xml.Linq;
using CsCheck;
using Throughline.Analysis.Charts;

namespace Throughline.Analysis.Tests.Charts;

public sealed class RunRulesTests
{
    [Fact]
    public void The_limits_for_10_to_100_points_are_the_published_ones()
    {
        foreach (var row in KnownSeries.Rows("anhoej_limits_10_100.csv"))
        {
            var useful = int.Parse(row["n"], CultureInfo.InvariantCulture);
            Assert.Equal(row["longest_run_max"], $"{RunRules.LongestRunLimit(useful)}");
            Assert.Equal(row["crossings_min"], $"{RunRules.CrossingsLimit(useful)}");
        }
    }

    [Fact]
    public void Points_on_the_center_neither_end_a_run_nor_cross()
    {
        var runs = RunRules.Of([1, 1, 0, 1, 0, 1, -1, 0, -1, double.NaN, -1], 0);
        Assert.Equal((7, 4, 1), (runs.Useful, runs.LongestRun, runs.Crossings));
    }

    [Fact]
    public void Nine_useful_points_say_nothing()
    {
        var runs = RunRules.Of([1, 1, 1, 1, 1, 1, 1, 1, 1], 0);
        Assert.False(runs.Judged);
        Assert.False(runs.Any);
    }

    [Fact]
    public void Twenty_points_that_move_up_for_good_are_a_shift()
    {
        double[] values = [.. Enumerable.Range(0, 20).Select(index => index < 10 ? 1.0 : 2.0)];
        var runs = RunRules.Of(values, 1.5);
        Assert.True(runs.Shift);
        Assert.True(runs.FewCrossings);
        Assert.False(runs.Trend);
    }

    [Fact]
    public void A_trend_counts_only_where_that_rule_is_asked_for()
    {
        double[] values = [5, 4, 5, 4, 5, 4, 5, 4, 1, 2, 2, 3, 6, 7];
        Assert.False(RunRules.Of(values, 4.5).Trend);
        Assert.True(RunRules.Of(values, 4.5, RunRuleSet.Perla).Trend);
        Assert.Equal(5, RunRules.Of(values, 4.5).LongestTrend);
    }

    /// <summary>The authors' figure: about one false alarm in twenty charts, whatever the number of points.</summary>
    [Theory]
    [InlineData(12)]
    [InlineData(24)]
    [InlineData(60)]
    public void Chance_alone_gives_few_alarms(int points)
    {
        var random = new MathNet.Numerics.Random.MersenneTwister(7);
        var alarms = Enumerable
            .Range(0, 4000)
            .Count(_ =>
            {
                double[] values = [.. Enumerable.Range(0, points).Select(_ => random.NextDouble())];
                return RunRules.Of(values, 0.5).Any;
            });
        Assert.InRange(alarms / 4000.0, 0.005, 0.10);
    }

    [Fact]
    public void Turning_a_series_upside_down_or_back_to_front_changes_no_run() =>
        Gen.Double[-1, 1]
            .Array[0, 60]
            .Sample(values =>
            {
                var plain = RunRules.Of(values, 0);
                Assert.Equal(plain, RunRules.Of([.. values.Select(value => -value)], 0));
                Assert.Equal(plain, RunRules.Of([.. values.Reverse()], 0));
            });

    [Fact]
    public void The_drawing_is_XML_whatever_a_label_says_and_names_every_point() =>
        Gen
            .String.Array[1, 12]
            .Sample(labels =>
            {
                var chart = ChartDrawing.Of(
                    ChartKind.Xmr,
                    [.. labels.Select((label, index) => new ChartPoint(label, index % 3))]
                );
                var svg = XElement.Parse(ChartSvg.Of(chart, "<script>"));
                var named = svg.Elements()
                    .Count(element =>
                        element.Elements().Any(child => child.Name.LocalName == "title")
                    );
                Assert.Equal(labels.Length, named);
            });
}
