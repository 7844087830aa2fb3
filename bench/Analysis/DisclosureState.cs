using System.Diagnostics;
using System.Globalization;
using Throughline.Analysis.Disclosure;

namespace Throughline.Bench.Analysis;

/// <summary>
/// A state's publications: five years of schools in districts in regions by twelve groups, and the regions' five-year totals, which tie
/// the years together. disclosure-state [DISTRICTS] [YEARS] [EFFORT] [SCHOOLS, none where 0]; limit 5 minutes for 400 and 5.
/// </summary>
static class DisclosureState
{
    const int Regions = 10;
    const int Groups = 12;

    public static int Run(string[] args)
    {
        var districts = args is [var given, ..]
            ? int.Parse(given, CultureInfo.InvariantCulture)
            : 400;
        var years = args is [_, var many, ..] ? int.Parse(many, CultureInfo.InvariantCulture) : 5;
        var effort = args is [_, _, var most, ..]
            ? double.Parse(most, CultureInfo.InvariantCulture)
            : 60;
        var schools = args is [_, _, _, var within]
            ? int.Parse(within, CultureInfo.InvariantCulture)
            : 3;
        var tables = Tables(districts, years, schools);
        // Nine pupils in five groups are at least five: no pattern can hide that.
        var policy = new SuppressionPolicy { AcceptsLess = true };
        var (wall, work) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var found = TableSuppression.Protect(tables, [], policy, effort, new Steps());
        Say(
            $"{tables.Sum(table => table.Cells.Count)} cells: {found.Primary} primary, {found.Secondary} secondary, cost {found.Answer.Cost}, gap {found.Answer.Gap:P1}, {found.Answer.Rounds} rounds, {found.Less.Count} with less room",
            wall,
            work
        );
        var published = LinkedTables.Of([
            .. tables.Select(
                (table, place) =>
                    table with
                    {
                        Cells =
                        [
                            .. table.Cells.Select(
                                (cell, row) =>
                                    found.Hidden[place][row] ? cell with { Count = null } : cell
                            ),
                        ],
                    }
            ),
        ]);
        var opened = TableAudit.Opened(published, new(Least: 1));
        Say($"the audit opens {opened.Count}", wall, work);
        return opened.Count == 0 ? 0 : 1;
    }

    static void Say(FormattableString what, long wall, TimeSpan work)
    {
        var seconds = (Environment.CpuUsage.TotalTime - work).TotalSeconds;
        Console.WriteLine(
            FormattableString.Invariant(what)
                + FormattableString.Invariant(
                    $": {seconds:0.0} s of processor, {Stopwatch.GetElapsedTime(wall).TotalSeconds:0.0} s"
                )
        );
    }

    public static List<CountTable> Tables(int districts, int years, int schools)
    {
        var random = new Random(2026);
        var share = Enumerable
            .Range(0, Groups)
            .Select(_ => Math.Exp(1.2 * SyntheticTables.Normal(random)))
            .ToArray();
        var tables = new List<CountTable>();
        var pooled = new Dictionary<(string? Region, string? Group, string? Year), long>();
        var size = Enumerable
            .Range(0, districts)
            .Select(_ => 250 * Math.Exp(SyntheticTables.Normal(random)))
            .ToArray();
        for (var year = 1; year <= years; year++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{2020 + year}");
            var counts =
                new Dictionary<
                    (string? Region, string? District, string? School, string? Group),
                    long
                >();
            for (var district = 0; district < districts; district++)
            {
                var (region, place) = ($"R{district % Regions}", $"D{district}");
                for (var school = 0; school < Math.Max(1, schools); school++)
                {
                    for (var group = 0; group < Groups; group++)
                    {
                        var count = SyntheticTables.Poisson(
                            random,
                            size[district] * share[group] / share.Sum() / Math.Max(1, schools)
                        );
                        foreach (var of in new[] { $"G{group}", null })
                        {
                            if (schools > 0)
                            {
                                Add(counts, (region, place, $"S{school}", of), count);
                            }

                            Add(counts, (region, place, null, of), count);
                            Add(counts, (region, null, null, of), count);
                            Add(counts, (null, null, null, of), count);
                            foreach (var when in new[] { name, null })
                            {
                                Add(pooled, (region, of, when), count);
                                Add(pooled, (null, of, when), count);
                            }
                        }
                    }
                }
            }

            tables.Add(
                new(
                    name,
                    ["region", "district", "school", "group", "year"],
                    [
                        .. counts.Select(one => new TableCell(
                            [one.Key.Region, one.Key.District, one.Key.School, one.Key.Group, name],
                            one.Value,
                            $"{name} {one.Key}"
                        )),
                    ]
                )
            );
        }

        tables.Add(
            new(
                "pooled",
                ["region", "group", "year"],
                [
                    .. pooled.Select(one => new TableCell(
                        [one.Key.Region, one.Key.Group, one.Key.Year],
                        one.Value,
                        $"pooled {one.Key}"
                    )),
                ]
            )
        );
        return tables;
    }

    static void Add<T>(Dictionary<T, long> counts, T key, long count)
        where T : notnull => counts[key] = counts.GetValueOrDefault(key) + count;

    sealed class Steps : IProgress<SuppressionProgress>
    {
        public void Report(SuppressionProgress value) =>
            Console.WriteLine($"round {value.Round}: cost {value.Cost}, bound {value.Bound}");
    }
}
