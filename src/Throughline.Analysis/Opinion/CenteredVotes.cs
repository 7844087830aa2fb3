using System.Runtime.Intrinsics;

namespace Throughline.Analysis.Opinion;

/// <summary>
/// Some people's votes less the statement's mean, blanks 0, each row times the root of its weight: the matrix X whose leading right
/// singular vectors are the components. Rows are padded to whole vectors of four, so that sums run in one order on every machine.
/// </summary>
sealed class CenteredVotes
{
    private const int Lanes = 4;
    private readonly double[] cells;
    private readonly int rows;
    private readonly int width;

    private CenteredVotes(double[] center, double[] cells, int rows)
    {
        (Center, this.cells, this.rows) = (center, cells, rows);
        width = Padded(center.Length);
    }

    public double[] Center { get; }

    public int Columns => Center.Length;

    public static CenteredVotes Of(VoteTable table, int[] rows, double[] weights)
    {
        var columns = table.Statements.Count;
        double[] sums = new double[columns],
            counts = new double[columns];
        for (var row = 0; row < rows.Length; row++)
        {
            var votes = table.Row(rows[row]);
            for (var column = 0; column < columns; column++)
            {
                if (votes[column] != VoteTable.Unseen && !table.ModeratedOut[column])
                {
                    sums[column] += weights[row] * votes[column];
                    counts[column] += weights[row];
                }
            }
        }

        var center = sums.Zip(counts, (sum, count) => count > 0 ? sum / count : 0).ToArray();
        var width = Padded(columns);
        var cells = new double[rows.Length * width];
        for (var row = 0; row < rows.Length; row++)
        {
            var votes = table.Row(rows[row]);
            var root = Math.Sqrt(weights[row]);
            var line = cells.AsSpan(row * width, columns);
            for (var column = 0; column < columns; column++)
            {
                line[column] =
                    votes[column] == VoteTable.Unseen || table.ModeratedOut[column]
                        ? 0
                        : root * (votes[column] - center[column]);
            }
        }

        return new CenteredVotes(center, cells, rows.Length);
    }

    /// <summary>X v.</summary>
    public double[] Times(double[] vector)
    {
        var padded = Pad(vector);
        var product = new double[rows];
        for (var row = 0; row < rows; row++)
        {
            product[row] = Dot(Row(row), padded);
        }

        return product;
    }

    /// <summary>XᵀX v and XᵀX w in one pass over the rows.</summary>
    public (double[] First, double[] Second) Square(double[] first, double[] second)
    {
        double[] v = Pad(first),
            w = Pad(second),
            out1 = new double[width],
            out2 = new double[width];
        for (var row = 0; row < rows; row++)
        {
            var line = Row(row);
            AddTo(out1, out2, line, Dot(line, v), Dot(line, w));
        }

        return (out1[..Columns], out2[..Columns]);
    }

    /// <summary>XᵀX, whole: for few statements.</summary>
    public double[,] Square()
    {
        var square = new double[Columns, Columns];
        for (var row = 0; row < rows; row++)
        {
            var line = Row(row);
            for (var i = 0; i < Columns; i++)
            {
                if (line[i] == 0)
                {
                    continue;
                }

                for (var j = i; j < Columns; j++)
                {
                    square[i, j] += line[i] * line[j];
                }
            }
        }

        for (var i = 0; i < Columns; i++)
        {
            for (var j = 0; j < i; j++)
            {
                square[i, j] = square[j, i];
            }
        }

        return square;
    }

    private static int Padded(int columns) => (columns + Lanes - 1) / Lanes * Lanes;

    private ReadOnlySpan<double> Row(int row) => cells.AsSpan(row * width, width);

    private double[] Pad(double[] vector)
    {
        var padded = new double[width];
        vector.CopyTo(padded, 0);
        return padded;
    }

    private static double Dot(ReadOnlySpan<double> one, ReadOnlySpan<double> other)
    {
        var sum = Vector256<double>.Zero;
        for (var at = 0; at < one.Length; at += Lanes)
        {
            sum +=
                Vector256.Create(one.Slice(at, Lanes)) * Vector256.Create(other.Slice(at, Lanes));
        }

        return sum[0] + sum[1] + (sum[2] + sum[3]);
    }

    private static void AddTo(
        Span<double> out1,
        Span<double> out2,
        ReadOnlySpan<double> line,
        double by1,
        double by2
    )
    {
        Vector256<double> factor1 = Vector256.Create(by1),
            factor2 = Vector256.Create(by2);
        for (var at = 0; at < line.Length; at += Lanes)
        {
            var cell = Vector256.Create(line.Slice(at, Lanes));
            (
                Vector256.Create((ReadOnlySpan<double>)out1.Slice(at, Lanes)) + (cell * factor1)
            ).CopyTo(out1.Slice(at, Lanes));
            (
                Vector256.Create((ReadOnlySpan<double>)out2.Slice(at, Lanes)) + (cell * factor2)
            ).CopyTo(out2.Slice(at, Lanes));
        }
    }
}
