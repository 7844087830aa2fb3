using CsCheck;
using Throughline.Analysis.Charts;

namespace Throughline.Analysis.Tests.Charts;

public sealed class ControlChartTests
{
    [Fact]
    public void Single_values_have_the_published_limits_frozen_on_a_baseline() =>
        KnownSeries.AssertEqual(
            KnownSeries.Rows("qicharts2_ex_6.5_3.csv"),
            ChartDrawing.Of(
                ChartKind.Xmr,
                Points("montgomery_tbl_06.07.csv", "weeks", "cost"),
                new ChartSettings { Baseline = 20 }
            )
        );

    [Fact]
    public void Shares_of_unlike_sizes_have_the_published_limits() =>
        KnownSeries.AssertEqual(
            KnownSeries.Rows("qicharts2_tbl_7.4_1.csv"),
            ChartDrawing.Of(
                ChartKind.P,
                Points("montgomery_tbl_07.04.csv", "sample", "count", "size")
            )
        );

    [Fact]
    public void Events_in_lots_of_one_size_have_the_published_limits() =>
        KnownSeries.AssertEqual(
            KnownSeries.Rows("qicharts2_ex_7.4_1.csv"),
            ChartDrawing.Of(
                ChartKind.U,
                Points("montgomery_tbl_07.10.csv", "sample", "count", "size")
            )
        );

    [Fact]
    public void Events_by_amount_have_the_published_limits() =>
        KnownSeries.AssertEqual(
            KnownSeries.Rows("qicharts2_ex_7.5_1.csv"),
            ChartDrawing.Of(
                ChartKind.U,
                [
                    // The book counts defects for each 50 square meters.
                    .. Points("montgomery_tbl_07.11.csv", "roll", "count", "meters")
                        .Select(point => point with { Size = point.Size / 50 }),
                ]
            )
        );

    [Fact]
    public void A_chart_in_two_phases_with_two_known_causes_left_out_has_the_published_limits()
    {
        var points = Points("montgomery_tbl_07.03.csv", "sample", "count", "size");
        for (var index = 0; index < points.Count; index++)
        {
            points[index] = points[index] with
            {
                Excluded = index is 14 or 22,
                RebasedBecause = index == 30 ? "machine adjusted" : null,
            };
        }

        KnownSeries.AssertEqual(
            KnownSeries.Rows("qicharts2_ex_7.1_5.csv"),
            ChartDrawing.Of(ChartKind.P, points)
        );
    }

    [Fact]
    public void Counts_have_the_published_limits()
    {
        var points = Points("montgomery_tbl_07.08.csv", "sample", "count");
        points[5] = points[5] with { Excluded = true };
        points[19] = points[19] with { Excluded = true };
        KnownSeries.AssertEqual(
            KnownSeries.Rows("qicharts2_ex_7.3_3.csv"),
            ChartDrawing.Of(ChartKind.U, points, new ChartSettings { Baseline = 26 })
        );
    }

    [Fact]
    public void Infections_by_month_have_the_published_average_limits()
    {
        var months = KnownSeries
            .Rows("data_hospital_infections.csv")
            .GroupBy(row => (row["hospital"], row["infection"]))
            .ToDictionary(group => group.Key, group => group.ToList());
        foreach (var want in KnownSeries.Rows("qicharts2_hai_3.csv"))
        {
            var chart = ChartDrawing.Of(
                ChartKind.U,
                [
                    .. months[(want["facet1"], want["facet2"])]
                        .Select(row => new ChartPoint(
                            row["month"],
                            KnownSeries.Real(row["n"]),
                            KnownSeries.Real(row["days"])
                        )),
                ]
            );
            Assert.Equal(KnownSeries.Real(want["CL"]), chart.Last.Center, 1e-12);
            Assert.Equal(want["longest.run"], $"{chart.Last.Runs.LongestRun}");
            Assert.Equal(want["n.crossings"], $"{chart.Last.Runs.Crossings}");
            Assert.Equal(
                KnownSeries.True(want["sigma.signal"]),
                chart.Points.Any(point => point.Outside)
            );
        }
    }

    [Fact]
    public void The_viscosity_trial_has_the_printed_limits()
    {
        var chart = ChartDrawing.Of(
            ChartKind.Xmr,
            Trial("qcc_viscosity.txt", 1),
            new ChartSettings { ScreenMovingRanges = false }
        );
        Assert.Equal(34.088, chart.Last.Center, 0.0005);
        Assert.Equal(32.56504, chart.Points[0].Lower, 0.000005);
        Assert.Equal(35.61096, chart.Points[0].Upper, 0.000005);
    }

    [Fact]
    public void The_orange_juice_trial_has_the_printed_limits()
    {
        var chart = ChartDrawing.Of(ChartKind.P, Trial("qcc_orangejuice.txt", 1, 2));
        Assert.Equal(0.2313, chart.Last.Center, 0.00005);
        Assert.Equal(0.0524, chart.Points[0].Lower, 0.00005);
        Assert.Equal(0.4102, chart.Points[0].Upper, 0.00005);
    }

    [Fact]
    public void Where_periods_differ_of_themselves_the_limits_of_large_shares_widen()
    {
        var points = Points("data_nhs_accidents.csv", "i", "r", "n");
        var plain = ChartDrawing.Of(ChartKind.P, points);
        var wide = ChartDrawing.Of(ChartKind.PPrime, points);
        Assert.True(plain.Points.Count(point => point.Outside) > 10);
        Assert.DoesNotContain(wide.Points, point => point.Outside);
    }

    [Fact]
    public void Laneys_limits_are_the_binomial_ones_times_the_spread_of_the_standardized_shares()
    {
        // Four shares of 100 by hand: mean 0.25, sigma sqrt(.25 × .75 / 100) = 0.0433013, z = ±1.154701 in turn, mean step 2.309401.
        var chart = ChartDrawing.Of(ChartKind.PPrime, Series(100, 20, 30, 20, 30));
        Assert.Equal(
            0.25 + (3 * 0.0433012701892219 * 2.3094010767585 / 1.128),
            chart.Points[0].Upper,
            1e-12
        );
    }

    [Fact]
    public void Gaps_between_rare_events_have_geometric_limits()
    {
        // Mean 4: 4 + 3 sqrt(4 × 5) = 17.41641.
        var chart = ChartDrawing.Of(ChartKind.G, Series(1, 2, 6, 4, 4));
        Assert.Equal(4, chart.Last.Center);
        Assert.Equal(4 + (3 * Math.Sqrt(20)), chart.Points[0].Upper, 1e-12);
        Assert.Equal(0, chart.Points[0].Lower);
    }

    [Fact]
    public void Exact_limits_of_a_share_cut_off_no_more_than_three_standard_deviations_do() =>
        Gen.Int[1, 300]
            .SelectMany(size => Gen.Int[0, size].Select(count => (size, count)))
            .Sample(share =>
            {
                var (size, count) = share;
                var point = ChartDrawing
                    .Of(
                        ChartKind.P,
                        [new ChartPoint("May", count, size)],
                        new ChartSettings { ExactShares = true }
                    )
                    .Points[0];
                var chances = new MathNet.Numerics.Distributions.Binomial(point.Center, size);
                Assert.True(chances.CumulativeDistribution((point.Lower * size) - 0.5) <= 0.001350);
                Assert.True(
                    1 - chances.CumulativeDistribution((point.Upper * size) + 0.5) <= 0.001350
                );
            });

    [Fact]
    public void One_value_has_a_center_and_no_limits()
    {
        var chart = ChartDrawing.Of(ChartKind.Xmr, Series(1, 7));
        Assert.Equal(7, chart.Last.Center);
        Assert.True(double.IsNaN(chart.Points[0].Upper));
        Assert.Empty(chart.Signals);
        Assert.Contains("too few", ChartSentence.Of(chart), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ChartKind.P, 5, 4, "more than all of them")]
    [InlineData(ChartKind.P, -1, 4, "below zero")]
    [InlineData(ChartKind.U, 1, 0, "above zero")]
    [InlineData(ChartKind.Xmr, double.PositiveInfinity, 1, "finite")]
    [InlineData(ChartKind.G, double.NaN, 1, "no value")]
    public void What_cannot_be_charted_is_refused_in_a_sentence(
        ChartKind kind,
        double count,
        double size,
        string part
    ) =>
        Assert.Contains(
            part,
            Assert
                .Throws<InputRefusedException>(() =>
                    ChartDrawing.Of(kind, [new ChartPoint("May", count, size)])
                )
                .Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Limits_are_not_started_anew_without_a_reason() =>
        Assert.Throws<InputRefusedException>(() =>
            ChartDrawing.Of(
                ChartKind.Xmr,
                [new ChartPoint("May", 1), new ChartPoint("June", 2) { RebasedBecause = "" }]
            )
        );

    [Fact]
    public void Moving_every_value_moves_the_limits_by_as_much() =>
        Gen.Select(Gen.Double[-50, 50].Array[3, 40], Gen.Double[-1000, 1000])
            .Sample(
                (values, by) =>
                {
                    var before = ChartDrawing.Of(ChartKind.Xmr, Series(1, values));
                    var after = ChartDrawing.Of(
                        ChartKind.Xmr,
                        Series(1, [.. values.Select(value => value + by)])
                    );
                    Assert.Equal(before.Points[0].Upper + by, after.Points[0].Upper, 1e-6);
                    Assert.Equal(before.Last.Center + by, after.Last.Center, 1e-6);
                }
            );

    private static List<ChartPoint> Series(double size, params double[] counts) =>
        [.. counts.Select((count, index) => new ChartPoint($"{index + 1}", count, size))];

    private static List<ChartPoint> Points(
        string file,
        string label,
        string count,
        string? size = null
    ) =>
        [
            .. KnownSeries
                .Rows(file)
                .Select(row => new ChartPoint(
                    row[label],
                    KnownSeries.Real(row[count]),
                    size is null ? 1 : KnownSeries.Real(row[size])
                )),
        ];

    private static List<ChartPoint> Trial(string file, int count, int? size = null) =>
        [
            .. File.ReadAllLines(Testing.SharedData.Require("spc", file))
                .Skip(1)
                .Select(line => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                .Where(cells => cells is [.., "TRUE"])
                .Select(cells => new ChartPoint(
                    cells[0],
                    KnownSeries.Real(cells[count]),
                    size is { } column ? KnownSeries.Real(cells[column]) : 1
                )),
        ];
}
