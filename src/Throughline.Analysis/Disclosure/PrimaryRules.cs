namespace Throughline.Analysis.Disclosure;

/// <summary>A rule that says which counts must not be shown, and how well they have to be protected.</summary>
public abstract record PrimaryRule
{
    /// <summary>What is asked for a count; null where it may be shown.</summary>
    /// <param name="count">The count.</param>
    /// <param name="cell">The cell, for what is known of contributions.</param>
    public abstract Protection? Ask(long count, TableCell cell);
}

/// <summary>
/// Counts of fewer than <paramref name="Least"/> people are hidden; zero is shown. The range of a hidden count <c>n</c> must reach down by
/// half of it and up by half of it or 3, whichever is more, and be at least 3 wide (less where the threshold itself leaves less).
/// </summary>
/// <param name="Least">The smallest count that may be shown. States ask for 5 to 30, most for 10 (NCES 2011-603).</param>
public sealed record ThresholdRule(long Least) : PrimaryRule
{
    private const long LeastReach = 3;

    public override Protection? Ask(long count, TableCell cell)
    {
        var half = (count + 1) / 2;
        return count > 0 && count < Least
            ? new Protection(half, Math.Max(LeastReach, half), Math.Min(LeastReach, Least - 2))
            : null;
    }
}

/// <summary>
/// A count is hidden where the <paramref name="Contributors"/> largest contributions (1 or 2) make up more than
/// <paramref name="Share"/> of it: the (n, k) rule. Its range must reach so far that the contributions no longer do (Hundepool et al.,
/// "Statistical Disclosure Control", 2012, chapter 4). Cells whose contributions are not known are shown.
/// </summary>
public sealed record DominanceRule(int Contributors, double Share) : PrimaryRule
{
    public override Protection? Ask(long count, TableCell cell)
    {
        if (cell.Largest is not { } largest || count == 0)
        {
            return null;
        }

        var largestOnes = largest + (Contributors > 1 ? cell.Second ?? 0 : 0);
        var needed = (long)Math.Ceiling((largestOnes / Share) - count);
        return largestOnes > Share * count
            ? new Protection(Math.Min(needed, count), needed, needed)
            : null;
    }
}

/// <summary>
/// A count is hidden where the second largest contributor can estimate the largest to within <paramref name="Share"/> of it: the p %
/// rule. Same source and same silence about unknown contributions as <see cref="DominanceRule"/>.
/// </summary>
public sealed record PriorRule(double Share) : PrimaryRule
{
    public override Protection? Ask(long count, TableCell cell)
    {
        if (cell.Largest is not { } largest || count == 0)
        {
            return null;
        }

        var others = count - largest - (cell.Second ?? 0);
        var needed = (long)Math.Ceiling((Share * largest) - others);
        return needed > 0 ? new Protection(Math.Min(needed, count), needed, needed) : null;
    }
}
