using Throughline.Analysis.Selection;

namespace Throughline.Analysis.Tests.Selection;

/// <summary>Six districts in two regions and two sizes.</summary>
internal static class TinyPool
{
    public static IReadOnlyList<Candidate> Candidates { get; } =
    [
        Of("a", "north", "small"),
        Of("b", "north", "small"),
        Of("c", "north", "large"),
        Of("d", "south", "small"),
        Of("e", "south", "large"),
        Of("f", "south", "large"),
    ];

    public static IReadOnlyList<Quota> Quotas { get; } =
    [
        new("region", "north", 1, 1),
        new("region", "south", 1, 1),
        new("size", "small", 1, 1),
        new("size", "large", 1, 1),
    ];

    public static SelectionProblem Problem(int size = 2, SelectionRules? rules = null) =>
        SelectionProblem.Of(Candidates, Quotas, size, rules);

    private static Candidate Of(string id, string region, string size) =>
        new(
            id,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["region"] = region,
                ["size"] = size,
            }
        );
}
