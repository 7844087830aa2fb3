namespace Throughline.Analysis.Selection;

/// <summary>
/// Candidates whom no rule tells apart. Averaging a lottery over their permutations keeps every quota and cannot hurt leximin, so they
/// have one probability, and a panel is the number chosen of each type.
/// </summary>
/// <param name="Members">Their ids, in ordinal order.</param>
/// <param name="Features">The value of every quota's category.</param>
/// <param name="Weight">See <see cref="Candidate.Weight"/>.</param>
/// <param name="MustHave">Every panel contains all of them.</param>
public sealed record CandidateType(
    IReadOnlyList<string> Members,
    IReadOnlyDictionary<string, string> Features,
    double Weight,
    bool MustHave
)
{
    public int Count => Members.Count;

    /// <summary>The fewest of the type that a panel may hold.</summary>
    public int Least => MustHave ? Count : 0;
}

/// <summary>One restriction: a panel holds from <paramref name="Min"/> to <paramref name="Max"/> candidates of these types.</summary>
/// <param name="Name">As a person names it.</param>
/// <param name="Quota">The quota that it states; null for a rule of who is never together.</param>
/// <param name="Types">Positions in <see cref="SelectionProblem.Types"/>, ascending.</param>
public sealed record PanelRow(
    string Name,
    Quota? Quota,
    int Min,
    int Max,
    IReadOnlyList<int> Types
);
