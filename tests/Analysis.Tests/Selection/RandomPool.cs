using System.Globalization;
using Throughline.Analysis.Selection;

namespace Throughline.Analysis.Tests.Selection;

/// <summary>Small pools of every awkward kind: several categories, tight and loose quotas, rules, weights, often no panel at all.</summary>
internal static class RandomPool
{
    /// <param name="random">Seeded: the same gives the same pool.</param>
    /// <param name="most">The most candidates.</param>
    public static SelectionProblem Of(Random random, int most)
    {
        var people = random.Next(3, most + 1);
        var size = random.Next(1, people);
        var categories = random.Next(2, 5);
        var values = Enumerable.Range(0, categories).Select(_ => random.Next(2, 4)).ToArray();
        var weighted = random.Next(4) == 0;
        var pool = Enumerable
            .Range(0, people)
            .Select(id => new Candidate(
                id.ToString("00", CultureInfo.InvariantCulture),
                Enumerable
                    .Range(0, categories)
                    .ToDictionary(
                        category => $"c{category}",
                        category => $"v{random.Next(values[category])}"
                    ),
                weighted ? random.Next(1, 4) : 1
            ))
            .ToList();

        // A panel drawn blindly gives quotas that at least one panel meets, give or take what is then moved.
        var panel = pool.OrderBy(_ => random.Next()).Take(size).ToList();
        var quotas = new List<Quota>();
        for (var category = 0; category < categories; category++)
        {
            for (var value = 0; value < values[category]; value++)
            {
                var has = panel.Count(one => one.Features[$"c{category}"] == $"v{value}");
                var min = Math.Max(0, has - random.Next(3) / 2 + (random.Next(40) == 0 ? 1 : 0));
                quotas.Add(
                    new Quota(
                        $"c{category}",
                        $"v{value}",
                        min,
                        Math.Max(min, has + (random.Next(3) / 2))
                    )
                );
            }
        }

        return SelectionProblem.Of(pool, quotas, size, Rules(random, pool));
    }

    private static SelectionRules Rules(Random random, List<Candidate> pool) =>
        random.Next(4) != 0
            ? SelectionRules.None
            : new SelectionRules(
                random.Next(2) == 0 ? [] : [pool[random.Next(pool.Count)].Id],
                [
                    [pool[0].Id, pool[1].Id, pool[2].Id],
                ]
            );
}
