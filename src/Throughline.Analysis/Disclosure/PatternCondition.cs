namespace Throughline.Analysis.Disclosure;

/// <summary>
/// A linear condition on patterns: the weights of the hidden ones of <paramref name="Cells"/> come to at least <paramref name="Level"/>.
/// </summary>
/// <param name="Cells">Cells that may be hidden.</param>
/// <param name="Weights">Their weights.</param>
/// <param name="Level">What they come to at least.</param>
internal sealed record PatternCondition(int[] Cells, double[] Weights, double Level)
{
    /// <summary>How far a pattern, in fractions or whole, is from meeting it; 0 or below where it does.</summary>
    public double Missing(IReadOnlyList<double> share)
    {
        var missing = Level;
        for (var place = 0; place < Cells.Length; place++)
        {
            missing -= Weights[place] * share[Cells[place]];
        }

        return missing;
    }
}
