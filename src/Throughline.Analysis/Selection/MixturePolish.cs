using MathNet.Numerics.LinearAlgebra;

namespace Throughline.Analysis.Selection;

/// <summary>
/// The linear program's chances are right to about seven digits; the panels it uses determine them fully, so they are solved for again
/// by least squares, to the last digits.
/// </summary>
internal static class MixturePolish
{
    /// <returns>Chances that are not negative and add up to 1; the ones given where solving again brings nothing.</returns>
    public static double[] Of(
        IReadOnlyList<int[]> panels,
        IReadOnlyList<double> chances,
        IReadOnlyList<double> wanted
    )
    {
        var given = Normalized(chances);
        var matrix = Matrix<double>.Build.Dense(
            wanted.Count + 1,
            panels.Count,
            (row, column) => row < wanted.Count ? panels[column][row] : 1
        );
        var right = Vector<double>.Build.Dense(
            wanted.Count + 1,
            row => row < wanted.Count ? wanted[row] : 1
        );
        if (panels.Count > wanted.Count + 1)
        {
            return given;
        }

        var solved = matrix.QR().Solve(right);
        if (solved.Any(chance => !double.IsFinite(chance) || chance < -1e-9))
        {
            return given;
        }

        var better = Normalized([.. solved.Select(chance => Math.Max(0, chance))]);
        return Distance(better) < Distance(given) ? better : given;

        double Distance(double[] tried) =>
            (matrix * Vector<double>.Build.Dense(tried) - right).AbsoluteMaximum();
    }

    private static double[] Normalized(IReadOnlyList<double> chances)
    {
        var sum = chances.Sum();
        return [.. chances.Select(chance => chance / sum)];
    }
}
