using System.Diagnostics;
using System.Globalization;
using Throughline.Analysis.Disclosure;

namespace Throughline.Bench.Analysis;

/// <summary>Tables of 40 x 8 (369 cells with totals) and 8 x 6 x 3 (252 cells), each protected at the least cost: limit 2 s.</summary>
static class DisclosureSpeed
{
    /// <summary>The sizes of the published measurement, and its primary cells.</summary>
    public static readonly (int[] Sizes, int Primaries)[] Published =
    [
        ([40, 8], 98),
        ([8, 6, 3], 51),
    ];

    static readonly SuppressionPolicy AsTheReferences = new()
    {
        Attacker = AttackerView.Counts,
        HidesZeros = true,
    };

    public static int Run(string[] args)
    {
        var rounds = args is [var given] ? int.Parse(given, CultureInfo.InvariantCulture) : 5;
        // The first solve loads the solver.
        TableSuppression.Protect([SyntheticTables.Cross(1, 30, 2, 2)], [], AsTheReferences);
        foreach (var (sizes, primaries) in Published)
        {
            for (var (seed, round) = (1, 0); round < rounds; seed++)
            {
                var table = WithPrimaries(seed, sizes, primaries);
                if (table is not null)
                {
                    round++;
                    Measure(table);
                }
            }
        }

        return 0;
    }

    public static CountTable FirstWithPrimaries(int[] sizes, int primaries) =>
        Enumerable
            .Range(1, 1000)
            .Select(seed => WithPrimaries(seed, sizes, primaries))
            .First(table => table is not null)!;

    /// <summary>A table with as many small counts as the published measurement had, or one off; null if this seed has none.</summary>
    static CountTable? WithPrimaries(int seed, int[] sizes, int primaries)
    {
        for (var mean = 10.0; mean < 80; mean += 0.5)
        {
            var table = SyntheticTables.Cross(seed, mean, sizes);
            if (Math.Abs(table.Cells.Count(cell => cell.Count is > 0 and < 10) - primaries) <= 1)
            {
                return table;
            }
        }

        return null;
    }

    static void Measure(CountTable table)
    {
        var (wall, work) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var found = TableSuppression.Protect([table], [], AsTheReferences);
        var seconds = (Environment.CpuUsage.TotalTime - work).TotalSeconds;
        Console.WriteLine(
            FormattableString.Invariant(
                $"{table.Name, -20} {table.Cells.Count} cells, {found.Primary} primary, {found.Secondary} secondary, cost {found.Answer.Cost}, gap {found.Answer.Gap:P1}, {found.Answer.Rounds} rounds: {seconds:0.00} s of processor, {Stopwatch.GetElapsedTime(wall).TotalSeconds:0.00} s"
            )
        );
    }
}
