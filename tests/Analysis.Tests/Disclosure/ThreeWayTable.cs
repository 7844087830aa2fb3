using Throughline.Analysis.Disclosure;

namespace Throughline.Analysis.Tests.Disclosure;

/// <summary>A table of counts in three dimensions with all totals, some fifth of it small.</summary>
public static class ThreeWayTable
{
    public static CountTable Of(int seed, params int[] sizes)
    {
        var random = new Random(seed);
        var counts = new Dictionary<(int?, int?, int?), long>();
        for (var one = 0; one < sizes[0] * sizes[1] * sizes[2]; one++)
        {
            int?[] at = [one / (sizes[1] * sizes[2]), one / sizes[2] % sizes[1], one % sizes[2]];
            var count = (long)Math.Exp(1 + (4.5 * random.NextDouble()));
            for (var totals = 0; totals < 8; totals++)
            {
                var key = (
                    (totals & 1) == 0 ? at[0] : null,
                    (totals & 2) == 0 ? at[1] : null,
                    (totals & 4) == 0 ? at[2] : null
                );
                counts[key] = counts.GetValueOrDefault(key) + count;
            }
        }

        return new(
            "three ways",
            ["school", "group", "grade"],
            [
                .. counts.Select(one => new TableCell(
                    [Name(one.Key.Item1), Name(one.Key.Item2), Name(one.Key.Item3)],
                    one.Value,
                    $"{one.Key}"
                )),
            ]
        );
    }

    private static string? Name(int? category) => category is { } one ? $"c{one}" : null;
}
