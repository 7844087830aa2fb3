namespace Throughline.Analysis.Disclosure;

/// <summary>One cell of a <see cref="CountTable"/>.</summary>
/// <param name="At">For each dimension the category; null stands for the total over it.</param>
/// <param name="Count">People counted, at least 0; null where the cell is hidden.</param>
/// <param name="Place">Where the cell stands, for sentences: "t.csv, row 4, count".</param>
public sealed record TableCell(IReadOnlyList<string?> At, long? Count, string Place)
{
    /// <summary>The least that the mark of a hidden cell leaves open; null where it says nothing.</summary>
    public long? Least { get; init; }

    /// <summary>The most that the mark leaves open, 9 for <c>&lt;10</c>; null where it says nothing.</summary>
    public long? Most { get; init; }

    /// <summary>The largest contribution to the count (for example, of one school); null where nobody said.</summary>
    public long? Largest { get; init; }

    /// <summary>The second largest contribution.</summary>
    public long? Second { get; init; }

    /// <summary>The size of the group of which the count is part, where the table is one of rates; null elsewhere.</summary>
    public long? Of { get; init; }

    /// <summary>What is asked for the cell whatever the rules say: it is then primary. Null leaves it to the rules.</summary>
    public Protection? Asked { get; init; }

    /// <summary>True for what no table prints but anybody can subtract: those who did not, the pupils outside a group.</summary>
    public bool IsDerived { get; init; }
}

/// <summary>
/// A table of counts: any number of dimensions, with or without totals. A total and its parts that agree in all other dimensions make a
/// sum. A hierarchy is two dimensions, of which the finer one is total in the rows of the coarser (district, and school in district).
/// Tables that name the same dimensions and categories share those cells.
/// </summary>
/// <param name="Name">The table's name, for sentences.</param>
/// <param name="Dimensions">Names of the dimensions. Names compare without regard to case.</param>
/// <param name="Cells">The cells, each as long as <paramref name="Dimensions"/>.</param>
public sealed record CountTable(
    string Name,
    IReadOnlyList<string> Dimensions,
    IReadOnlyList<TableCell> Cells
)
{
    /// <summary>
    /// Dimensions whose categories overlap (English learners and students with disabilities): they are never summed, each category
    /// is only part of the total.
    /// </summary>
    public IReadOnlyList<string> Overlapping { get; init; } = [];

    /// <summary>
    /// Dimensions whose categories differ on purpose from those of other tables with the same totals. Elsewhere a category that stands in
    /// one table only is taken for a slip, because a name spelled in two ways hides from the audit what an attacker sees.
    /// </summary>
    public IReadOnlyList<string> Regrouped { get; init; } = [];
}
