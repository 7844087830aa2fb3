namespace Throughline.Analysis.Selection;

/// <summary>
/// Where panels may lie: bounds for every type and every row. All panels of a lottery lie on the face of its probabilities: a row or a
/// type that is at its bound on average is at it in each panel.
/// </summary>
internal sealed record PanelFace(int[] Least, int[] Most, int[] RowMin, int[] RowMax)
{
    private const double Tight = 1e-7;

    public static PanelFace Whole(SelectionProblem problem) =>
        new(
            [.. problem.Types.Select(type => type.Least)],
            [.. problem.Types.Select(type => type.Count)],
            [.. problem.Rows.Select(row => row.Min)],
            [.. problem.Rows.Select(row => row.Max)]
        );

    /// <param name="expected">The expected number of each type.</param>
    public static PanelFace Of(SelectionProblem problem, double[] expected)
    {
        var face = Whole(problem);
        for (var type = 0; type < expected.Length; type++)
        {
            Narrow(face.Least, face.Most, type, expected[type]);
        }

        for (var row = 0; row < problem.Rows.Count; row++)
        {
            var sum = problem.Rows[row].Types.Sum(type => expected[type]);
            Narrow(face.RowMin, face.RowMax, row, sum);
        }

        return face;
    }

    private static void Narrow(int[] least, int[] most, int at, double value)
    {
        if (value <= least[at] + Tight)
        {
            most[at] = least[at];
        }
        else if (value >= most[at] - Tight)
        {
            least[at] = most[at];
        }
    }
}
