namespace Throughline.Analysis.Selection;

/// <summary>A lottery: panels, each the number chosen of every type, and the chance of each. The chances add up to 1.</summary>
public sealed record Mixture(
    IReadOnlyList<IReadOnlyList<int>> Panels,
    IReadOnlyList<double> Chances
)
{
    /// <summary>The expected number of each type.</summary>
    public double[] Expected()
    {
        var expected = new double[Panels.Count == 0 ? 0 : Panels[0].Count];
        for (var at = 0; at < Panels.Count; at++)
        {
            for (var type = 0; type < expected.Length; type++)
            {
                expected[type] += Chances[at] * Panels[at][type];
            }
        }

        return expected;
    }
}
