namespace Throughline.Analysis.Selection;

/// <summary>Someone who may be selected: a district, a school, a person.</summary>
/// <param name="Id">Unique in the pool.</param>
/// <param name="Features">The value of every category that has quotas; other categories are ignored.</param>
/// <param name="Weight">
/// How strongly the candidate's chance counts, above zero; 1 for everybody is the plain lottery. Someone passed over twice before may
/// weigh 3: leximin then raises the chance divided by the weight.
/// </param>
public sealed record Candidate(
    string Id,
    IReadOnlyDictionary<string, string> Features,
    double Weight = 1
);

/// <summary>At least <paramref name="Min"/> and at most <paramref name="Max"/> of a panel have this value of this category.</summary>
public sealed record Quota(string Category, string Feature, int Min, int Max);

/// <summary>What holds besides the quotas.</summary>
/// <param name="MustHave">Ids that every panel contains.</param>
/// <param name="NeverTogether">Sets of ids of which a panel contains at most one each.</param>
public sealed record SelectionRules(
    IReadOnlyList<string> MustHave,
    IReadOnlyList<IReadOnlyList<string>> NeverTogether
)
{
    public static SelectionRules None { get; } = new([], []);
}
