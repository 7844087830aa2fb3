namespace Throughline.Analysis.Representation;

/// <summary>A group as it lives here and as it was heard.</summary>
/// <param name="Name">As it is shown.</param>
/// <param name="Population">People of the group in the population; at least 0.</param>
/// <param name="Respondents">People of the group who were heard, each once; at least 0.</param>
public sealed record GroupHeard(string Name, long Population, long Respondents);

/// <summary>What the figures let us say of a group.</summary>
public enum Standing
{
    /// <summary>Nobody of the group was heard.</summary>
    Silent,

    /// <summary>Even the upper end of the interval is below four fifths of the group's share: its voices are missing.</summary>
    Missing,

    /// <summary>Fewer than its share, or about it, or too few respondents in all to say: the interval decides nothing.</summary>
    Undecided,

    /// <summary>The interval lies wholly at four fifths or above.</summary>
    Heard,

    /// <summary>Nobody of the group lives here by the figures, so that no ratio exists.</summary>
    NoPopulation,
}

/// <summary>A group's representation.</summary>
/// <param name="Group">The counts.</param>
/// <param name="PopulationShare">P: the group's share of the population; 0 to 1.</param>
/// <param name="Share">x/n: its share of those heard; NaN where nobody was.</param>
/// <param name="Ratio">(x/n)/P: 1 where heard in proportion; NaN where P is 0 or nobody was heard.</param>
/// <param name="RatioInterval">The score interval of x/n divided by P; null where <paramref name="Ratio"/> is NaN.</param>
/// <param name="Exact">The exact interval of x/n divided by P; null likewise.</param>
/// <param name="Needed">
/// How many more people of this group would have to be heard, nobody else, until the ratio is 1; 0 where it is 1 or more; null where the
/// group is the whole population or has none.
/// </param>
/// <param name="Residual">The standardized residual (x - nP) / sqrt(nP(1-P)); NaN where it is undefined.</param>
/// <param name="AdjustedP">The two-sided p value of the residual, adjusted over the groups by Holm 1979; NaN likewise.</param>
/// <param name="Partial">The group's part of the R-indicator, sqrt(N/Ntotal) × (response - mean response); NaN where undefined.</param>
/// <param name="Standing">What may be said.</param>
public sealed record GroupRepresentation(
    GroupHeard Group,
    double PopulationShare,
    double Share,
    double Ratio,
    Interval? RatioInterval,
    Interval? Exact,
    long? Needed,
    double Residual,
    double AdjustedP,
    double Partial,
    Standing Standing
);
