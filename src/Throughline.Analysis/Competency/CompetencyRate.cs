using System.Globalization;

namespace Throughline.Analysis.Competency;

/// <summary>What is wrong with a set of counts; <see cref="None"/> where a rate can be computed from them.</summary>
public enum CompetencyFault
{
    None,

    /// <summary>A count is below zero.</summary>
    Negative,

    /// <summary>More students took one route than graduated.</summary>
    RouteAboveGraduates,

    /// <summary>More students took both routes than took one of them.</summary>
    BothAboveRoute,

    /// <summary>Counting each student once, more are competent than graduated.</summary>
    UnionAboveGraduates,
}

/// <summary>Whether a share reaches a target, when the share may be known as an interval only.</summary>
public enum TargetComparison
{
    /// <summary>There are no graduates, or the interval holds values on both sides of the target.</summary>
    Undecided,
    Met,
    NotMet,
}

/// <summary>
/// The share of a graduating class with competency in computer science: graduates who did well enough in an equivalent course
/// (route 1) or in an exam (route 2), each counted once. From counts alone; no student is named.
/// <para>
/// With a = route 1, b = route 2, ab = both, N = graduates: competent = a + b - ab. Where ab is not known, competent lies in
/// [max(a, b), min(a + b, N)], by inclusion and exclusion (the Fréchet bounds). Time and memory are constant.
/// </para>
/// </summary>
public sealed record CompetencyRate
{
    private CompetencyRate(int least, int most, int graduates)
    {
        Least = least;
        Most = most;
        Graduates = graduates;
    }

    /// <summary>The fewest graduates who can be competent, given the counts.</summary>
    public int Least { get; }

    /// <summary>The most graduates who can be competent; equal to <see cref="Least"/> where the overlap is known or forced.</summary>
    public int Most { get; }

    /// <summary>The graduates of the class: the denominator. Zero is allowed and has no share.</summary>
    public int Graduates { get; }

    public bool IsExact => Least == Most;

    /// <summary>The rate from counts of students.</summary>
    /// <param name="course">Graduates who met the course's minimum grade (a).</param>
    /// <param name="exam">Graduates who met the exam's minimum score (b).</param>
    /// <param name="both">Graduates who did both (ab); null where nobody knows.</param>
    /// <param name="graduates">Graduates of the class (N).</param>
    /// <exception cref="ArgumentException">The counts contradict each other: see <see cref="FaultOf"/>.</exception>
    public static CompetencyRate Of(int course, int exam, int? both, int graduates)
    {
        var fault = FaultOf(course, exam, both, graduates);
        if (fault != CompetencyFault.None)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{fault}: course {course}, exam {exam}, both {both}, graduates {graduates}."
                )
            );
        }

        return both is { } overlap
            ? new(course + exam - overlap, course + exam - overlap, graduates)
            : new(Math.Max(course, exam), (int)Math.Min((long)course + exam, graduates), graduates);
    }

    /// <summary>What is wrong with the counts, without throwing: for a form that says so.</summary>
    public static CompetencyFault FaultOf(int course, int exam, int? both, int graduates)
    {
        if (course < 0 || exam < 0 || both < 0 || graduates < 0)
        {
            return CompetencyFault.Negative;
        }

        if (course > graduates || exam > graduates)
        {
            return CompetencyFault.RouteAboveGraduates;
        }

        if (both > Math.Min(course, exam))
        {
            return CompetencyFault.BothAboveRoute;
        }

        return both is { } overlap && (long)course + exam - overlap > graduates
            ? CompetencyFault.UnionAboveGraduates
            : CompetencyFault.None;
    }

    /// <summary>
    /// Compares with a target in percent, exactly: nothing is rounded, so 29.96 % does not meet 30 %. Undecided where the interval
    /// holds values on both sides, or where nobody graduated.
    /// </summary>
    /// <param name="targetPercent">From 0 to 100.</param>
    /// <exception cref="ArgumentOutOfRangeException">The target is no percentage.</exception>
    public TargetComparison Against(decimal targetPercent)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(targetPercent);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(targetPercent, 100m);
        if (Graduates == 0)
        {
            return TargetComparison.Undecided;
        }

        var needed = targetPercent * Graduates;
        return Least * 100m >= needed ? TargetComparison.Met
            : Most * 100m < needed ? TargetComparison.NotMet
            : TargetComparison.Undecided;
    }

    /// <summary>
    /// The least and the most share in percent, each cut off (never rounded up) after <paramref name="decimals"/> places, so that
    /// what is shown never claims a target that <see cref="Against"/> denies. Null where nobody graduated.
    /// </summary>
    /// <param name="decimals">From 0 to 6.</param>
    public (decimal Least, decimal Most)? ShownPercent(int decimals = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, 6);
        return Graduates == 0 ? null : (Cut(Least, decimals), Cut(Most, decimals));
    }

    private decimal Cut(int competent, int decimals)
    {
        var scale = (long)Math.Pow(10, decimals);
        return Math.Floor(competent * 100m * scale / Graduates) / scale;
    }
}
