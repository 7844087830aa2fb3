namespace Throughline.Analysis.Representation;

/// <summary>
/// Who was heard against who lives here, over groups that divide the population: each person belongs to exactly one. Groups that overlap
/// (English learners, students with disabilities) are reported each by itself, against everyone else, and never summed.
/// </summary>
/// <param name="Groups">In the order given.</param>
/// <param name="Population">People in all.</param>
/// <param name="Respondents">People heard whose group is known: the n of every share.</param>
/// <param name="Unknown">People heard whose group nobody knows: a row of its own, in no share.</param>
/// <param name="Coverage">
/// The sum over the groups of min(P, x/n): the part of the population that was heard in proportion. It weighs people: an empty group lowers it
/// by that group's share and no more. 0 where nobody was heard, 1 at exact proportion.
/// </param>
/// <param name="CoverageByGroup">The mean over the groups of min(1, ratio): the same, but each group weighs alike however small it is.</param>
/// <param name="Dissimilarity">Half the sum of |x/n - P|: the share of those heard who would have to belong to another group. NaN where nobody was heard.</param>
/// <param name="ChiSquare">Pearson's goodness of fit; NaN where nobody was heard.</param>
/// <param name="ChiSquareP">Its p value with groups - 1 degrees of freedom; NaN where there is one group.</param>
/// <param name="RIndicator">
/// 1 - 2 S(ρ), S the population's standard deviation of the groups' response shares; 1 where all respond alike. Schouten, Cobben and
/// Bethlehem, Survey Methodology 35 (2009) 101-113. NaN where a group has more respondents than people.
/// </param>
public sealed record RepresentationReport(
    IReadOnlyList<GroupRepresentation> Groups,
    long Population,
    long Respondents,
    long Unknown,
    double Coverage,
    double CoverageByGroup,
    double Dissimilarity,
    double ChiSquare,
    double ChiSquareP,
    double RIndicator
)
{
    /// <summary>The groups that need an invitation, silent ones first, then by the people they lack.</summary>
    public IReadOnlyList<GroupRepresentation> MissingVoices { get; } =
    [
        .. Groups
            .Where(group => group.Standing is Standing.Silent or Standing.Missing)
            .OrderBy(group => group.Standing)
            .ThenByDescending(group => group.Needed ?? 0)
            .ThenBy(group => group.Group.Name, StringComparer.Ordinal),
    ];
}
