namespace Throughline.Analysis.Selection;

/// <summary>Makes a cut that holds for every panel from weights that separate on a face only.</summary>
internal sealed class CutSearch(SelectionProblem problem, CancellationToken cancel)
{
    /// <summary>A cut must be missed by more than this share of its largest weight, or rounding could have made it.</summary>
    private const double Missed = 1e-7;

    /// <summary>For a face on which there is no panel: nothing but the distance from it counts.</summary>
    public Cut? EmptyFace(PanelFace face, double[] expected) =>
        From(new double[problem.Types.Count], face, expected);

    /// <summary>
    /// The weights are lifted off the face: leaving it costs, so much that no panel off it is worth more, and as little as that takes,
    /// to keep the numbers small. The bound is then the exact best over all panels.
    /// </summary>
    /// <returns>Null where what is wanted misses no such cut by more than rounding: it is as good as reached.</returns>
    public Cut? From(double[] weights, PanelFace face, double[] expected)
    {
        var whole = PanelFace.Whole(problem);
        var search = new PanelSearch(problem, whole);
        var scale = Math.Max(weights.Max(Math.Abs), 1e-9);
        var plain = weights.Select(weight => weight / scale).ToArray();
        var steepest = 4d * problem.Size;
        for (var steep = 0d; steep <= steepest; steep = steep == 0 ? 0.5 : steep * 2)
        {
            var lifted = Lifted(plain, steep, face, whole);
            // In round numbers the cut is exact; weights rounded to the millionth leave as much open.
            var cut =
                Missing(WholeWeights.Simplest(lifted), expected, search)
                ?? Missing(WholeWeights.Of(lifted), expected, search);
            if (cut is not null)
            {
                return cut;
            }
        }

        return null;
    }

    private Cut? Missing(long[] weights, double[] expected, PanelSearch search)
    {
        if (weights.All(weight => weight == 0))
        {
            return null;
        }

        var (_, bound) = search.Best(weights, 0, cancel)!.Value;
        var rounding = Missed * weights.Max(Math.Abs) * problem.Size;
        return WholeWeights.Sum(weights, expected) > bound + rounding
            ? new Cut(weights, bound)
            : null;
    }

    private double[] Lifted(double[] weights, double steep, PanelFace face, PanelFace whole)
    {
        var lifted = (double[])weights.Clone();
        for (var type = 0; type < lifted.Length; type++)
        {
            lifted[type] +=
                steep
                * Side(face.Least[type], face.Most[type], whole.Least[type], whole.Most[type]);
        }

        for (var row = 0; row < problem.Rows.Count; row++)
        {
            var side = Side(
                face.RowMin[row],
                face.RowMax[row],
                whole.RowMin[row],
                whole.RowMax[row]
            );
            foreach (var type in problem.Rows[row].Types)
            {
                lifted[type] += steep * side;
            }
        }

        return lifted;
    }

    /// <summary>1 where the face keeps only the upper bound, -1 where only the lower, 0 where it keeps both or they are one.</summary>
    private static int Side(int faceLeast, int faceMost, int least, int most) =>
        least == most || faceLeast != faceMost ? 0
        : faceLeast == most ? 1
        : -1;
}
