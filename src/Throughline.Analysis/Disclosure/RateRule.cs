namespace Throughline.Analysis.Disclosure;

/// <summary>
/// Where a count is part of a group of known size, nobody and everybody are as telling as a small count: the count is hidden, and its
/// rate is published as a range, if at all (see <see cref="RateBand"/>).
/// </summary>
public sealed record RateRule : PrimaryRule
{
    private const long Reach = 3;

    public override Protection? Ask(long count, TableCell cell) =>
        count == 0 && cell.Of is > 0 and var group
            ? new Protection(0, Math.Min(Reach, group), Math.Min(Reach, group))
            : null;
}

/// <summary>
/// The ranges with which rates near 0 % and 100 % are published: the larger the group, the closer to the end, and always wide enough
/// for four different counts. (The scheme of Utah and other states, NCES 2011-603, with the steps moved for those four.)
/// </summary>
public static class RateBand
{
    private static readonly (long Group, long Percent)[] Steps =
    [
        (300, 1),
        (150, 2),
        (60, 5),
        (30, 10),
        (15, 20),
    ];

    /// <summary>The percent up to which rates of a group are coded at either end; null for groups too small for any.</summary>
    public static long? Of(long group)
    {
        foreach (var (least, percent) in Steps)
        {
            if (group >= least)
            {
                return percent;
            }
        }

        return null;
    }

    /// <summary>How a rate is coded: "≤5" or "≥95"; null where it lies between the ends or the group is too small.</summary>
    public static string? Code(long count, long group) =>
        Limits(count, group) is var (least, _) && Of(group) is { } percent
            ? least == 0
                ? $"≤{percent}"
                : $"≥{100 - percent}"
            : null;

    /// <summary>The counts that the code leaves open; null where nothing is coded.</summary>
    public static (long Least, long Most)? Limits(long count, long group)
    {
        if (Of(group) is not { } percent)
        {
            return null;
        }

        var reach = percent * group / 100;
        return count <= reach ? (0, reach)
            : count >= group - reach ? (group - reach, group)
            : null;
    }
}
