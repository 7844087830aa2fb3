using System.Globalization;
using Throughline.Analysis.Charts;
using Throughline.Testing;

namespace Throughline.Analysis.Tests.Charts;

/// <summary>The series of Montgomery's book and what an independent program says of them; see the data's own page for the source.</summary>
static class KnownSeries
{
    /// <summary>The rows of a comma-separated file without quoted commas, by column name.</summary>
    public static List<Dictionary<string, string>> Rows(string file)
    {
        var lines = File.ReadAllLines(SharedData.Require("spc", file));
        var names = Split(lines[0]);
        return
        [
            .. lines
                .Skip(1)
                .Where(line => line.Length > 0)
                .Select(line =>
                    names.Zip(Split(line)).ToDictionary(pair => pair.First, pair => pair.Second)
                ),
        ];
    }

    public static double Real(string text) =>
        text == "NA" ? double.NaN : double.Parse(text, CultureInfo.InvariantCulture);

    public static bool True(string text) => text is "TRUE" or "1";

    /// <summary>Center and limits of each point, and the counts of the run rules of each point's phase, as expected.</summary>
    public static void AssertEqual(
        List<Dictionary<string, string>> expected,
        Chart chart,
        double tolerance = 1e-9
    )
    {
        Assert.Equal(expected.Count, chart.Points.Count);
        var runs = chart.Phases.SelectMany(phase => phase.Points.Select(_ => phase.Runs)).ToList();
        for (var row = 0; row < expected.Count; row++)
        {
            var (want, got) = (expected[row], chart.Points[row]);
            Close(Real(want["cl"]), got.Center, tolerance);
            Close(Real(want["lcl"]), got.Lower, tolerance);
            Close(Real(want["ucl"]), got.Upper, tolerance);
            Assert.Equal(True(want["sigma.signal"]), got.Outside);
            Assert.Equal(want["n.useful"], Text(runs[row].Useful));
            Assert.Equal(want["longest.run"], Text(runs[row].LongestRun));
            Assert.Equal(want["longest.run.max"], Text(runs[row].LongestRunLimit!.Value));
            Assert.Equal(want["n.crossings"], Text(runs[row].Crossings));
            Assert.Equal(want["n.crossings.min"], Text(runs[row].CrossingsLimit!.Value));
            Assert.Equal(True(want["runs.signal"]), runs[row].Shift || runs[row].FewCrossings);
        }
    }

    private static void Close(double want, double got, double tolerance) =>
        Assert.True(
            Math.Abs(want - got) <= tolerance * Math.Max(1, Math.Abs(want)),
            $"expected {want}, was {got}"
        );

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string[] Split(string line) =>
        [.. line.Split(',').Select(cell => cell.Trim('"'))];
}
