namespace Throughline.Analysis.Projection;

/// <summary>
/// The lower triangle that turns independent normal numbers into a path of fractional Brownian motion at 1, 2, … years, each year scaled
/// to variance 1 (Mandelbrot and Van Ness, <em>SIAM Review</em> 10, 1968).
/// </summary>
internal static class FractionalPath
{
    public static double[,] Of(int years, double exponent)
    {
        double Grown(int t) => t == 0 ? 0 : PortableMath.Power(t, 2 * exponent);

        var triangle = new double[years, years];
        for (var row = 0; row < years; row++)
        {
            for (var column = 0; column <= row; column++)
            {
                var (s, t) = (row + 1, column + 1);
                var left =
                    (Grown(s) + Grown(t) - Grown(s - t)) / 2 / Math.Sqrt(Grown(s) * Grown(t));
                for (var i = 0; i < column; i++)
                {
                    left -= triangle[row, i] * triangle[column, i];
                }

                triangle[row, column] =
                    row == column ? Math.Sqrt(left) : left / triangle[column, column];
            }
        }

        return triangle;
    }
}
