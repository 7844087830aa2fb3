using Throughline.Analysis;
using Throughline.Analysis.Disclosure;

namespace Throughline.Feedback.Hearing;

/// <summary>
/// Which groups of respondents are shown. Nobody is to be found in a figure: a group of fewer than ten is hidden, and so is the next
/// one where the hidden one would be the difference between the whole and the rest.
/// </summary>
public static class SmallGroups
{
    public const int Least = 10;

    private const string Dimension = "group";

    /// <param name="sizes">By group; those who did not say are a group.</param>
    /// <param name="overlap">Whether one person can be in two of them: then no difference tells the last one.</param>
    /// <returns>The groups that are hidden.</returns>
    public static IReadOnlySet<string> Hidden(IReadOnlyDictionary<string, int> sizes, bool overlap)
    {
        var small = sizes
            .Where(pair => pair.Value is > 0 and < Least)
            .Select(pair => pair.Key)
            .ToHashSet(StringComparer.Ordinal);
        if (overlap || small.Count == 0)
        {
            return small;
        }

        var table = new CountTable(
            "respondents",
            [Dimension],
            [
                new TableCell([null], sizes.Values.Sum(), "total"),
                .. sizes.Select(pair => new TableCell([pair.Key], pair.Value, pair.Key)),
            ]
        );
        try
        {
            // The whole is said everywhere on the page.
            var policy = new SuppressionPolicy { TotalFactor = 1_000_000 };
            var hidden = TableSuppression.Protect([table], [], policy).Hidden[0];
            if (hidden[0])
            {
                return sizes.Keys.ToHashSet(StringComparer.Ordinal);
            }

            return sizes
                .Keys.Where((_, place) => hidden[place + 1])
                .ToHashSet(StringComparer.Ordinal);
        }
        catch (InputRefusedException)
        {
            // Too few to hide anybody among: no group is shown.
            return sizes.Keys.ToHashSet(StringComparer.Ordinal);
        }
    }
}
