using System.Numerics;

namespace Throughline.Analysis.Training;

/// <summary>
/// The customers that a site would rather serve, each worth its price less its cost there: the best choice for every room, by dynamic programming.
/// Where the capacity is too large for the table, every customer that pays is taken, which can only be worth more.
/// </summary>
internal sealed class PricedKnapsack
{
    private const int MostCapacity = 5000;
    private readonly List<(int Customer, double Gain, int Use)> items = [];
    private readonly List<double[]> rows = [];
    private readonly double all;
    private readonly int room;

    public PricedKnapsack(WholeProblem problem, int site, double[] price)
    {
        room = (int)Math.Min(problem.Capacity[site], int.MaxValue);
        var use = 0L;
        for (var customer = 0; customer < problem.Customers; customer++)
        {
            var gain = price[customer] - problem.Cost[site, customer];
            if (gain > 0 && problem.Use[site, customer] <= room)
            {
                items.Add((customer, gain, (int)problem.Use[site, customer]));
                all += gain;
                use += problem.Use[site, customer];
            }
        }

        TakesAll = use <= room || room > MostCapacity;
    }

    /// <summary>Whether whoever pays is taken, so that there is nothing to choose.</summary>
    private bool TakesAll { get; }

    /// <summary>The most that the whole room is worth.</summary>
    public double Worth() => TakesAll ? all : Table()[room];

    /// <summary>The most that so much room is worth.</summary>
    /// <param name="part">Of the site's capacity, 0 or more.</param>
    public double WorthOf(long part) => room > MostCapacity ? all : Table()[(int)part];

    /// <summary>Counts a customer once more where the whole room takes it.</summary>
    public void Take(int[] served)
    {
        var left = room;
        for (var i = items.Count - 1; i >= 0; i--)
        {
            if (TakesAll)
            {
                served[items[i].Customer]++;
            }
            else if (rows[i + 1][left] > rows[i][left])
            {
                served[items[i].Customer]++;
                left -= items[i].Use;
            }
        }
    }

    private double[] Table()
    {
        if (rows.Count == 0)
        {
            rows.Add(new double[room + 1]);
            foreach (var (_, gain, use) in items)
            {
                rows.Add(With(rows[^1], gain, use));
            }
        }

        return rows[^1];
    }

    private static double[] With(double[] without, double gain, int use)
    {
        var with = new double[without.Length];
        Array.Copy(without, with, use);
        var (at, gains) = (use, new Vector<double>(gain));
        for (; at + Vector<double>.Count <= with.Length; at += Vector<double>.Count)
        {
            var taken = new Vector<double>(without, at - use) + gains;
            Vector.Max(taken, new Vector<double>(without, at)).CopyTo(with, at);
        }

        for (; at < with.Length; at++)
        {
            with[at] = Math.Max(without[at - use] + gain, without[at]);
        }

        return with;
    }
}
