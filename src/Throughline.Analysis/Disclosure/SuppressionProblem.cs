using System.Runtime.InteropServices;

namespace Throughline.Analysis.Disclosure;

/// <summary>What may be done with a cell.</summary>
public enum CellRole
{
    /// <summary>It may be published or hidden.</summary>
    Free,

    /// <summary>It is hidden: by the primary rule, or because it was hidden before.</summary>
    Hidden,

    /// <summary>It is published: it cannot be hidden, or hiding it would help nobody.</summary>
    Public,
}

/// <summary>
/// How far the attacker's range of a cell must reach: to <c>count - Lower</c> and to <c>count + Upper</c>, and be at least
/// <c>Width</c> wide. Zeros ask for nothing.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Protection(long Lower, long Upper, long Width)
{
    public bool AsksNothing => Lower <= 0 && Upper <= 0 && Width <= 0;
}

/// <summary>
/// A problem of complementary suppression: which further cells to hide, at the least cost, so that no cell with a
/// <see cref="Protection"/> can be narrowed below it by adding and subtracting what is published.
/// </summary>
/// <param name="System">Cells and sums.</param>
/// <param name="Value">The count of each cell; the counts fit the sums.</param>
/// <param name="Low">The least count that an attacker holds possible for the cell once it is hidden; at most its count.</param>
/// <param name="High">The most, finite; at least its count.</param>
/// <param name="Cost">What hiding a cell costs, at least 0.</param>
/// <param name="Role">What may be done with each cell.</param>
/// <param name="Protection">What is asked for each cell; looked at for hidden ones only.</param>
public sealed record SuppressionProblem(
    CellSystem System,
    IReadOnlyList<long> Value,
    IReadOnlyList<double> Low,
    IReadOnlyList<double> High,
    IReadOnlyList<long> Cost,
    IReadOnlyList<CellRole> Role,
    IReadOnlyList<Protection> Protection
);
