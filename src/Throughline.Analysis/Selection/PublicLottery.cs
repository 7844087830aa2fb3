using System.Security.Cryptography;
using System.Text;

namespace Throughline.Analysis.Selection;

/// <summary>
/// A thousand panels, numbered 000 to 999, that are published before three digits are drawn. Each panel of the mixture stands in the
/// list as often as its chance says, rounded; the members of a type take turns, so that they differ by one appearance at most.
/// </summary>
/// <remarks>
/// The order in which members take turns comes from the <see cref="SelectionProblem.Digest"/>: the list is settled by the pool and the
/// quotas alone, before anybody knows the seed of the draw. After Flanigan, Kehne and Procaccia, "Fair sortition made transparent",
/// NeurIPS 2021.
/// </remarks>
public sealed class PublicLottery
{
    public const int Count = 1000;

    private PublicLottery(IReadOnlyList<IReadOnlyList<string>> panels)
    {
        Panels = panels;
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(TextOf(panels))));
    }

    /// <summary>The ids of each panel, in ordinal order.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Panels { get; }

    /// <summary>SHA-256 of the list: one line a panel, ids between commas, each line ended by a line feed.</summary>
    public string Hash { get; }

    /// <summary>Lays out the list. Deterministic.</summary>
    public static PublicLottery Of(SelectionProblem problem, Mixture mixture)
    {
        var counts = LotteryRounding.Of(problem, mixture, Count);
        var members = problem
            .Types.Select(
                (type, at) => new SeededNumbers($"{problem.Digest}/{at}").Shuffled(type.Members)
            )
            .ToArray();
        var turn = new int[members.Length];
        var panels = new List<IReadOnlyList<string>>(Count);
        for (var at = 0; at < counts.Length; at++)
        {
            for (var copy = 0; copy < counts[at]; copy++)
            {
                panels.Add(Fill(mixture.Panels[at], members, turn));
            }
        }

        return new PublicLottery(panels);
    }

    /// <summary>The number, from 0 to 999, that a seed draws: the first of its <see cref="SeededNumbers"/>.</summary>
    public static int Draw(string seed) => new SeededNumbers(seed).Below(Count);

    private static string[] Fill(IReadOnlyList<int> panel, string[][] members, int[] turn)
    {
        var ids = new List<string>();
        for (var type = 0; type < panel.Count; type++)
        {
            for (var seat = 0; seat < panel[type]; seat++)
            {
                ids.Add(members[type][turn[type]]);
                turn[type] = (turn[type] + 1) % members[type].Length;
            }
        }

        return [.. ids.Order(StringComparer.Ordinal)];
    }

    private static string TextOf(IEnumerable<IReadOnlyList<string>> panels) =>
        string.Concat(panels.Select(panel => string.Join(',', panel) + "\n"));
}
