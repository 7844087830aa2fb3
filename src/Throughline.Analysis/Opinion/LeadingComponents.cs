using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace Throughline.Analysis.Opinion;

/// <summary>
/// The two leading eigenvectors of XᵀX: whole where there are few statements, otherwise by block Lanczos with full reorthogonalization
/// and Rayleigh-Ritz (Golub and Van Loan, Matrix Computations, 10.3), until the residuals are small.
/// </summary>
static class LeadingComponents
{
    private const int FewColumns = 200;
    private const int MostBlocks = 60;

    public static double[][] Of(
        CenteredVotes votes,
        IReadOnlyList<IReadOnlyList<double>>? near,
        double tolerance,
        CancellationToken cancel
    ) =>
        votes.Columns < 2 ? [new double[votes.Columns], new double[votes.Columns]]
        : votes.Columns <= FewColumns ? Whole(votes.Square())
        : Lanczos(votes, near, tolerance, cancel);

    private static double[][] Whole(double[,] square)
    {
        var evd = Matrix<double>.Build.DenseOfArray(square).Evd(Symmetricity.Symmetric);
        var last = square.GetLength(0) - 1;
        return
        [
            evd.EigenVectors.Column(last).ToArray(),
            evd.EigenVectors.Column(last - 1).ToArray(),
        ];
    }

    private static double[][] Lanczos(
        CenteredVotes votes,
        IReadOnlyList<IReadOnlyList<double>>? near,
        double tolerance,
        CancellationToken cancel
    )
    {
        var random = new MersenneTwister(20_181, threadSafe: false);
        List<double[]> basis = [],
            images = [];
        for (var start = 0; start < 2; start++)
        {
            double[] vector =
            [
                .. Enumerable.Range(0, votes.Columns).Select(_ => random.NextDouble() - 0.5),
            ];
            AddOrthogonal(basis, near is null ? vector : [.. near[start]], vector);
        }

        for (var block = 1; ; block++)
        {
            cancel.ThrowIfCancellationRequested();
            var (one, other) = votes.Square(basis[^2], basis[^1]);
            images.Add(one);
            images.Add(other);
            var (components, residual) = Ritz(basis, images);
            if (
                residual <= tolerance
                || block == MostBlocks
                || basis.Count + 2 > votes.Columns
                || !AddOrthogonal(basis, one, null)
                || !AddOrthogonal(basis, other, null)
            )
            {
                return components;
            }
        }
    }

    /// <summary>The best two vectors in the span of the basis, and how far the worse is from an eigenvector, relative to the first value.</summary>
    private static (double[][] Components, double Residual) Ritz(
        List<double[]> basis,
        List<double[]> images
    )
    {
        var size = images.Count;
        var small = Matrix<double>.Build.Dense(
            size,
            size,
            (i, j) => (Dot(basis[i], images[j]) + Dot(basis[j], images[i])) / 2
        );
        var evd = small.Evd(Symmetricity.Symmetric);
        double[][] components = new double[2][];
        var worst = 0.0;
        var first = Math.Max(evd.EigenValues[size - 1].Real, double.Epsilon);
        for (var which = 0; which < 2; which++)
        {
            var value = evd.EigenValues[size - 1 - which].Real;
            var parts = evd.EigenVectors.Column(size - 1 - which);
            components[which] = Combine(basis, parts);
            var image = Combine(images, parts);
            var gap = Math.Sqrt(
                image.Zip(components[which], (a, b) => (a - (value * b)) * (a - (value * b))).Sum()
            );
            worst = Math.Max(worst, gap / first);
        }

        return (components, worst);
    }

    private static double[] Combine(List<double[]> vectors, Vector<double> parts)
    {
        var sum = new double[vectors[0].Length];
        for (var index = 0; index < parts.Count; index++)
        {
            for (var at = 0; at < sum.Length; at++)
            {
                sum[at] += parts[index] * vectors[index][at];
            }
        }

        return sum;
    }

    /// <summary>Adds what of the vector is new to the basis; where nothing is, of the other; false where there is none.</summary>
    private static bool AddOrthogonal(List<double[]> basis, double[] vector, double[]? other)
    {
        double[] rest = [.. vector];
        var before = Math.Sqrt(Dot(rest, rest));
        for (var pass = 0; pass < 2; pass++)
        {
            foreach (var axis in basis)
            {
                var along = Dot(axis, rest);
                for (var at = 0; at < rest.Length; at++)
                {
                    rest[at] -= along * axis[at];
                }
            }
        }

        var length = Math.Sqrt(Dot(rest, rest));
        if (length <= 1e-12 * before || length == 0)
        {
            return other is not null && AddOrthogonal(basis, other, null);
        }

        basis.Add([.. rest.Select(value => value / length)]);
        return true;
    }

    private static double Dot(double[] one, double[] other)
    {
        var sum = 0.0;
        for (var at = 0; at < one.Length; at++)
        {
            sum += one[at] * other[at];
        }

        return sum;
    }
}
