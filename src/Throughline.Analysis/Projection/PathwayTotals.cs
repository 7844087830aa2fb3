namespace Throughline.Analysis.Projection;

/// <summary>
/// Competent and all seniors of several districts together, run by run. Districts may be added from several threads in any order: the
/// sums are whole numbers of thousandths, which do not depend on it. Districts share no luck, so the spread of a total is a lower bound.
/// </summary>
public sealed class PathwayTotals(int years, PathwayQuestion question)
{
    private const double Thousandths = 1000;
    private readonly long[] competent = new long[years * question.Runs];
    private readonly long[] seniors = new long[years * question.Runs];
    private readonly Lock adding = new();

    internal void Add(PathwaySums sums)
    {
        lock (adding)
        {
            for (var at = 0; at < competent.Length; at++)
            {
                competent[at] += (long)((sums.Competent[at] * Thousandths) + 0.5);
                seniors[at] += (long)((sums.Seniors[at] * Thousandths) + 0.5);
            }
        }
    }

    /// <summary>The share of all seniors who are competent in a year ahead: mean, one run in ten below, one in ten above, chance to reach the target.</summary>
    public (double Mean, double Low, double High, double Reach) Year(int ahead)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(ahead, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ahead, years);
        var runs = question.Runs;
        var shares = new double[runs];
        for (var run = 0; run < runs; run++)
        {
            var at = ((ahead - 1) * runs) + run;
            shares[run] = seniors[at] > 0 ? competent[at] / (double)seniors[at] : 0;
        }

        Array.Sort(shares);
        return (
            shares.Sum() / runs,
            shares[(int)(0.1 * (runs - 1))],
            shares[(int)(0.9 * (runs - 1))],
            shares.Count(share => share >= question.Target) / (double)runs
        );
    }
}
