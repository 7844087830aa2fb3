using System.Globalization;

namespace Throughline.Analysis.Selection;

/// <summary>Why a candidate's chance is what it is.</summary>
public enum ChanceKind
{
    /// <summary>In some panels.</summary>
    Possible,

    /// <summary>In every panel.</summary>
    Certain,

    /// <summary>In no panel.</summary>
    Impossible,
}

/// <summary>The chance of the members of one type, and the reason in words.</summary>
/// <param name="Rows">The quotas whose multipliers settle the chance, the strongest first.</param>
public sealed record ChanceReason(
    ChanceKind Kind,
    double Probability,
    IReadOnlyList<string> Rows,
    string Sentence
);

/// <summary>
/// Reads the reason for every type's chance out of the dual values of the level that settled it: a quota with a multiplier is one that,
/// moved by a seat, would move the chance.
/// </summary>
public static class Reasons
{
    private const double Certain = 1 - 1e-9;
    private const double Impossible = 1e-9;

    /// <returns>One for each of <see cref="SelectionProblem.Types"/>.</returns>
    public static IReadOnlyList<ChanceReason> Of(
        SelectionResult result,
        CancellationToken cancel = default
    )
    {
        var problem = result.Problem;
        return
        [
            .. problem.Types.Select(
                (type, at) =>
                {
                    var probability = result.TypeProbabilities[at];
                    return probability <= Impossible
                            ? new ChanceReason(
                                ChanceKind.Impossible,
                                0,
                                [],
                                WhyImpossible(problem, at, cancel)
                            )
                        : type.MustHave
                            ? new ChanceReason(ChanceKind.Certain, 1, [], "A rule says so.")
                        : Settled(result, at, probability);
                }
            ),
        ];
    }

    private static ChanceReason Settled(SelectionResult result, int type, double probability)
    {
        var problem = result.Problem;
        var level = result.Certificate?.Levels.FirstOrDefault(one => one.Types.Contains(type));
        var binding = level is null
            ? []
            : problem
                .Rows.Select((row, at) => (Row: row, By: level.Proof.Rows[at]))
                .Where(pair => Math.Abs(pair.By) > 1e-9)
                .OrderByDescending(pair => Math.Abs(pair.By))
                .ToList();
        var kind = probability >= Certain ? ChanceKind.Certain : ChanceKind.Possible;
        var mine = binding.Where(pair => pair.By > 0 && pair.Row.Types.Contains(type)).ToList();
        var others = binding.Where(pair => pair.By < 0 && !pair.Row.Types.Contains(type)).ToList();
        var helped = binding.Where(pair => pair.By < 0 && pair.Row.Types.Contains(type)).ToList();
        var sentence =
            kind == ChanceKind.Certain ? $"Needed in every panel{Because(helped)}."
            : mine.Count > 0
                ? $"Shares {Places(mine[0].Row, problem)} with {Others(mine[0].Row, problem)}; more places there would raise the chance."
            : others.Count > 0
                ? $"No quota of its own limits it; the places that “{others[0].Row.Name}” asks for (at least {others[0].Row.Min}) go to others."
            : $"The seats ({problem.Size}) are shared by all on this level.";
        return new ChanceReason(
            kind,
            probability,
            [.. mine.Concat(helped).Concat(others).Select(pair => pair.Row.Name)],
            sentence
        );
    }

    private static string Because(List<(PanelRow Row, double By)> helped) =>
        helped.Count == 0 ? "" : $": “{helped[0].Row.Name}” asks for at least {helped[0].Row.Min}";

    private static string Places(PanelRow row, SelectionProblem problem) =>
        row.Quota is null
            ? $"one place (“{row.Name}”)"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"at most {Math.Min(row.Max, problem.Size)} places for “{row.Name}”"
            );

    private static string Others(PanelRow row, SelectionProblem problem)
    {
        var others = row.Types.Sum(type => problem.Types[type].Count) - 1;
        return others == 1
            ? "1 other"
            : string.Create(CultureInfo.InvariantCulture, $"{others} others");
    }

    private static string WhyImpossible(
        SelectionProblem problem,
        int type,
        CancellationToken cancel
    )
    {
        var repair = QuotaRepair.Find(problem, 1, type, cancel);
        return repair.Count == 0
            ? "The must-have rules leave no seat."
            : $"No panel that meets the quotas can include it. It could be chosen if one were to {repair[0].Sentence}";
    }
}
