namespace Throughline.Analysis.Disclosure;

/// <summary>What hiding a cell costs.</summary>
public enum CostChoice
{
    /// <summary>The people it counts, at least 1.</summary>
    Count,

    /// <summary>1,000 times the natural logarithm of one more than the count, rounded, at least 1.</summary>
    Logarithm,

    /// <summary>1 for every cell.</summary>
    One,
}

/// <summary>What an attacker is taken to know of a hidden cell beside the sums.</summary>
public enum AttackerView
{
    /// <summary>It is 0 or more.</summary>
    Counts,

    /// <summary>It is 1 or more, because zeros are always shown.</summary>
    ZerosShown,

    /// <summary>Which cells the rule hid and which were hidden to protect them: at most and at least what the threshold says.</summary>
    Rule,
}

/// <summary>A district's or a state's rules of disclosure, as data.</summary>
public sealed record SuppressionPolicy
{
    /// <summary>Which counts are hidden; a count is hidden if one rule says so, and asks for the most that any asks.</summary>
    public IReadOnlyList<PrimaryRule> Rules { get; init; } = [new ThresholdRule(10)];

    /// <summary>Whom the answer withstands.</summary>
    public AttackerView Attacker { get; init; } = AttackerView.ZerosShown;

    public CostChoice Cost { get; init; } = CostChoice.Count;

    /// <summary>Totals cost so many times more: readers miss them most.</summary>
    public long TotalFactor { get; init; } = 1;

    /// <summary>Categories that cost more, such as the subgroup of the equity goal: each with its factor.</summary>
    public IReadOnlyDictionary<string, long> Factors { get; init; } =
        new Dictionary<string, long>();

    /// <summary>Whether zeros may be hidden to protect others. Suppressed is not zero, so they stay unless this says so.</summary>
    public bool HidesZeros { get; init; }

    /// <summary>
    /// Whether a count that no pattern can give as much room as the rules ask for is published with the room there is, never less than
    /// its width; otherwise the tables are refused.
    /// </summary>
    public bool AcceptsLess { get; init; }

    internal long Threshold =>
        Rules.OfType<ThresholdRule>().Select(rule => rule.Least).DefaultIfEmpty().Max();

    /// <summary>The least count of a hidden cell, as the attacker knows.</summary>
    internal long LeastHidden => Attacker == AttackerView.Counts || HidesZeros ? 0 : 1;

    internal long CostOf(long count, TableCell cell)
    {
        var cost = Cost switch
        {
            CostChoice.Count => Math.Max(1, count),
            CostChoice.Logarithm => Math.Max(1, (long)Math.Round(1000 * Math.Log(1 + count))),
            _ => 1,
        };
        if (cell.At.Contains(null))
        {
            cost *= TotalFactor;
        }

        foreach (var category in cell.At)
        {
            cost *= category is not null ? Factors.GetValueOrDefault(category, 1) : 1;
        }

        return cost;
    }

    internal Protection? Ask(long count, TableCell cell)
    {
        if (cell.Asked is { } asked)
        {
            return asked;
        }

        Protection? most = null;
        foreach (var rule in Rules)
        {
            if (rule.Ask(count, cell) is { } one)
            {
                var other = most ?? one;
                most = new(
                    Math.Max(one.Lower, other.Lower),
                    Math.Max(one.Upper, other.Upper),
                    Math.Max(one.Width, other.Width)
                );
            }
        }

        return most;
    }
}
