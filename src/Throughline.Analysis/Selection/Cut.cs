namespace Throughline.Analysis.Selection;

/// <summary>
/// Something that holds for every panel though the quotas alone, read as a linear program, do not say so: Σ weightₜ·cₜ ≤ bound, where
/// cₜ is the number chosen of type t. All whole numbers, so that it can be checked without rounding.
/// </summary>
/// <param name="Weights">One for each type.</param>
/// <param name="Bound">The largest value that a panel reaches.</param>
public sealed record Cut(IReadOnlyList<long> Weights, long Bound);
