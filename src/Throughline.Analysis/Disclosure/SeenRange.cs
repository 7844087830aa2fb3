namespace Throughline.Analysis.Disclosure;

/// <summary>
/// Whole counts that fit prove how far ranges reach at least: each answer of one attack answers for many cells.
/// </summary>
internal sealed class SeenRange
{
    private readonly SuppressionProblem problem;
    private readonly int[] cells;
    private readonly double[] low;
    private readonly double[] high;

    public SeenRange(SuppressionProblem problem, HiddenPart part)
    {
        this.problem = problem;
        cells = part.Cells;
        low = Array.ConvertAll(cells, cell => (double)problem.Value[cell]);
        high = [.. low];
    }

    /// <summary>Takes in counts of the part that fit.</summary>
    public void Add(double[] point)
    {
        for (var place = 0; place < point.Length; place++)
        {
            var value = Math.Round(point[place]);
            low[place] = Math.Min(low[place], value);
            high[place] = Math.Max(high[place], value);
        }
    }

    public bool Reaches(int cell, long level, bool up)
    {
        var place = Array.BinarySearch(cells, cell);
        return up
            ? high[place] - problem.Value[cell] >= level
            : problem.Value[cell] - low[place] >= level;
    }

    public double Width(int cell)
    {
        var place = Array.BinarySearch(cells, cell);
        return high[place] - low[place];
    }
}
