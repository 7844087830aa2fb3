using System.Diagnostics;
using System.Globalization;
using Throughline.Analysis.Disclosure;
using Throughline.Analysis.Tests.Disclosure;

namespace Throughline.Bench.Analysis;

/// <summary>
/// Random tables, each three releases one after the other with those before as history: after every release the audit attacks all that is
/// public by then and must open nothing. Beside it the same tables with small counts alone hidden. disclosure-releases [COUNT] [FIRST].
/// </summary>
static class DisclosureReleases
{
    const long Threshold = 10;

    public static int Run(string[] args)
    {
        var count = args is [var given, ..] ? int.Parse(given, CultureInfo.InvariantCulture) : 1000;
        var first = args is [_, var from] ? int.Parse(from, CultureInfo.InvariantCulture) : 0;
        var policy = new SuppressionPolicy();
        var attacker = new AttackerKnowledge(Least: 1, Threshold);
        var (wall, work) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var (releases, refused, opened) = (0, 0, 0);
        var (withSmall, openedPrimary) = (0, 0);
        for (var seed = first; seed < first + count; seed++)
        {
            var published = new List<CountTable>();
            foreach (var table in RandomReleases.Of(seed))
            {
                if (RandomReleases.Protected(table, published, policy) is not { } done)
                {
                    refused++;
                    continue;
                }

                published.Add(done);
                releases++;
                var found = TableAudit.Opened(LinkedTables.Of(published), attacker);
                opened += found.Count > 0 ? 1 : 0;
                if (found.Count > 0)
                {
                    Console.WriteLine($"seed {seed}, {table.Name}: {found.Count} cells opened");
                }

                bool[] small = [.. table.Cells.Select(cell => cell.Count is > 0 and < Threshold)];
                if (small.Contains(true))
                {
                    withSmall++;
                    openedPrimary +=
                        TableAudit
                            .Opened(LinkedTables.Of(RandomReleases.Hide(table, small)), attacker)
                            .Count > 0
                            ? 1
                            : 0;
                }
            }
        }

        Console.WriteLine(
            FormattableString.Invariant(
                $"{count} tables, {releases} releases ({refused} refused): {opened} opened; with small counts alone hidden {openedPrimary} of {withSmall}; {(Environment.CpuUsage.TotalTime - work).TotalSeconds:0} s of processor, {Stopwatch.GetElapsedTime(wall).TotalSeconds:0} s"
            )
        );
        return opened == 0 ? 0 : 1;
    }
}
