namespace Throughline.Analysis.Disclosure;

/// <summary>
/// Whole counts that fit prove how far ranges reach at least: each answer of one attack answers for many cells.
/// </summary>
internal sealed class SeenRange(SuppressionProblem problem)
{
    private readonly double[] down = new double[problem.System.Cells];
    private readonly double[] up = new double[problem.System.Cells];

    /// <summary>Takes in counts of a part that fit.</summary>
    public void Add(HiddenPart part, double[] point)
    {
        for (var place = 0; place < point.Length; place++)
        {
            var cell = part.Cells[place];
            Add(cell, Math.Round(point[place]) - problem.Value[cell]);
        }
    }

    /// <summary>Takes in that a cell can move so far, down where it is below 0.</summary>
    public void Add(int cell, double move)
    {
        up[cell] = Math.Max(up[cell], move);
        down[cell] = Math.Max(down[cell], -move);
    }

    public bool Reaches(int cell, long level, bool upward) =>
        (upward ? up[cell] : down[cell]) >= level;

    public double Width(int cell) => up[cell] + down[cell];

    /// <summary>Whether all that is asked for a cell has been seen.</summary>
    public bool Meets(int cell)
    {
        var asked = problem.Protection[cell];
        return Reaches(cell, asked.Upper, upward: true)
            && Reaches(cell, asked.Lower, upward: false)
            && Width(cell) >= asked.Width;
    }
}
