using Throughline.Analysis.Disclosure;

namespace Throughline.Analysis.Tests.Disclosure;

/// <summary>Three tables of the same pupils: school by group, school by grade, grade by group; they share their totals.</summary>
public static class RandomReleases
{
    public static IReadOnlyList<CountTable> Of(int seed)
    {
        var random = new Random(seed);
        int[] sizes = [random.Next(2, 6), random.Next(2, 5), random.Next(2, 4)];
        var counts = new Dictionary<(int, int, int), long>();
        for (var cell = 0; cell < sizes[0] * sizes[1] * sizes[2]; cell++)
        {
            var place = (cell / (sizes[1] * sizes[2]), cell / sizes[2] % sizes[1], cell % sizes[2]);
            counts[place] = (long)(Math.Exp(3.5 * random.NextDouble()) - 1);
        }

        string[] names = ["school", "group", "grade"];
        return
        [
            Table(
                "first",
                names[0],
                names[1],
                (one, other, place) => Fits(one, place.Item1) && Fits(other, place.Item2),
                sizes[0],
                sizes[1]
            ),
            Table(
                "second",
                names[0],
                names[2],
                (one, other, place) => Fits(one, place.Item1) && Fits(other, place.Item3),
                sizes[0],
                sizes[2]
            ),
            Table(
                "third",
                names[2],
                names[1],
                (one, other, place) => Fits(one, place.Item3) && Fits(other, place.Item2),
                sizes[2],
                sizes[1]
            ),
        ];

        CountTable Table(
            string name,
            string rows,
            string columns,
            Func<int, int, (int, int, int), bool> fits,
            int height,
            int width
        )
        {
            var cells = new List<TableCell>();
            for (var row = -1; row < height; row++)
            {
                for (var column = -1; column < width; column++)
                {
                    var count = counts
                        .Where(one => fits(row, column, one.Key))
                        .Sum(one => one.Value);
                    cells.Add(
                        new(
                            [
                                row < 0 ? null : $"{rows}{row}",
                                column < 0 ? null : $"{columns}{column}",
                            ],
                            count,
                            $"{name}, row {cells.Count + 2}, count"
                        )
                    );
                }
            }

            return new(name, [rows, columns], cells);
        }
    }

    /// <summary>The three, each protected with those before as history; one that cannot be protected is not published.</summary>
    public static IReadOnlyList<CountTable> Publish(int seed, SuppressionPolicy policy)
    {
        var published = new List<CountTable>();
        foreach (var table in Of(seed))
        {
            if (Protected(table, published, policy) is { } done)
            {
                published.Add(done);
            }
        }

        return published;
    }

    /// <summary>The table as it is published; null where it is refused.</summary>
    public static CountTable? Protected(
        CountTable table,
        IReadOnlyList<CountTable> history,
        SuppressionPolicy policy
    )
    {
        try
        {
            return Hide(table, TableSuppression.Protect([table], history, policy).Hidden[0]);
        }
        catch (InputRefusedException)
        {
            return null;
        }
    }

    public static CountTable Hide(CountTable table, IReadOnlyList<bool> hidden) =>
        table with
        {
            Cells =
            [
                .. table.Cells.Select(
                    (cell, row) => hidden[row] ? cell with { Count = null } : cell
                ),
            ],
        };

    private static bool Fits(int wanted, int category) => wanted < 0 || wanted == category;
}
