using System.Globalization;
using CsCheck;
using Throughline.Analysis.Representation;
using Throughline.Testing;

namespace Throughline.Analysis.Tests.Representation;

public sealed class ShareIntervalTests
{
    [Fact]
    public void Both_intervals_are_the_ones_R_computes()
    {
        var lines = File.ReadAllLines(
            SharedData.Require("representation", "binomial_ci_known.csv")
        );
        foreach (var line in lines.Skip(1))
        {
            var cells = line.Split(',')
                .Select(cell => double.Parse(cell, CultureInfo.InvariantCulture))
                .ToArray();
            var (x, n) = ((long)cells[0], (long)cells[1]);
            AssertClose(new(cells[2], cells[3]), ShareInterval.Wilson(x, n), 1e-9);
            AssertClose(new(cells[4], cells[5]), ShareInterval.Exact(x, n), 1e-8);
        }
    }

    [Theory]
    [InlineData(56, 70, 48, 80, 0.0524, 0.3339)]
    [InlineData(9, 10, 3, 10, 0.1705, 0.8090)]
    [InlineData(6, 7, 2, 7, 0.0582, 0.8062)]
    [InlineData(5, 56, 0, 29, -0.0381, 0.1926)]
    [InlineData(0, 10, 0, 20, -0.1611, 0.2775)]
    [InlineData(10, 10, 0, 20, 0.6791, 1.0)]
    public void Differences_are_the_published_ones(
        int x1,
        int n1,
        int x2,
        int n2,
        double low,
        double high
    ) => AssertClose(new(low, high), ShareInterval.Difference(x1, n1, x2, n2), 0.00005);

    [Fact]
    public void An_interval_holds_the_share_and_the_exact_one_is_never_the_shorter_by_much() =>
        Gen.Int[1, 2000]
            .SelectMany(n => Gen.Int[0, n].Select(x => (x, n)))
            .Sample(share =>
            {
                var (x, n) = share;
                var (wilson, exact) = (ShareInterval.Wilson(x, n), ShareInterval.Exact(x, n));
                Assert.True(wilson.Holds((double)x / n) && exact.Holds((double)x / n));
                Assert.InRange(wilson.Low, 0, wilson.High);
                Assert.InRange(wilson.High, wilson.Low, 1);
                var mirror = ShareInterval.Wilson(n - x, n);
                AssertClose(new(1 - wilson.High, 1 - wilson.Low), mirror, 1e-12);
            });

    [Theory]
    [InlineData(-1, 5)]
    [InlineData(6, 5)]
    [InlineData(0, 0)]
    public void What_is_no_share_is_refused(int x, int n) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ShareInterval.Wilson(x, n));

    private static void AssertClose(Interval want, Interval got, double tolerance)
    {
        Assert.Equal(want.Low, got.Low, tolerance);
        Assert.Equal(want.High, got.High, tolerance);
    }
}
