using System.Globalization;

namespace Throughline.Analysis.Representation;

/// <summary>Sample and margins as numbers: for each row, the index of its category in each margin.</summary>
sealed class RakeTable
{
    private readonly int[][] categories;
    private readonly string[][] names;
    private readonly double population;

    private RakeTable(IReadOnlyList<Margin> margins, int[][] categories)
    {
        Margins = margins;
        this.categories = categories;
        names = [.. margins.Select(margin => margin.Totals.Keys.ToArray())];
        Totals = [.. margins.Select(margin => margin.Totals.Values.ToArray())];
        population = Totals[0].Sum();
    }

    public IReadOnlyList<Margin> Margins { get; }

    public IReadOnlyList<double[]> Totals { get; }

    public static RakeTable Of(IReadOnlyList<SampleRow> sample, IReadOnlyList<Margin> margins)
    {
        Check(sample, margins);
        var table = new RakeTable(margins, [.. margins.Select(margin => Indexes(sample, margin))]);
        for (var margin = 0; margin < margins.Count; margin++)
        {
            table.RequireVoices([.. sample.Select(row => row.Weight)], margin);
        }

        return table;
    }

    public int Category(int row, int margin) => categories[margin][row];

    public double[] Sums(double[] weights, int margin)
    {
        var sums = new double[Totals[margin].Length];
        for (var row = 0; row < weights.Length; row++)
        {
            sums[categories[margin][row]] += weights[row];
        }

        return sums;
    }

    /// <summary>The largest miss of any category, as a part of the population, and its name.</summary>
    public (double Gap, string Where) Gap(double[] weights)
    {
        var worst = (Gap: -1.0, Where: "");
        for (var margin = 0; margin < Margins.Count; margin++)
        {
            var sums = Sums(weights, margin);
            for (var category = 0; category < sums.Length; category++)
            {
                var gap = Math.Abs(sums[category] - Totals[margin][category]) / population;
                if (gap > worst.Gap)
                {
                    worst = (gap, $"{Margins[margin].Attribute} “{names[margin][category]}”");
                }
            }
        }

        return worst;
    }

    /// <summary>Keeps the weights within multiples of their mean; how many were moved.</summary>
    public static int Trim(double[] weights, (double Least, double Most) bounds)
    {
        var mean = weights.Average();
        var moved = 0;
        for (var row = 0; row < weights.Length; row++)
        {
            var kept = Math.Clamp(weights[row], bounds.Least * mean, bounds.Most * mean);
            moved += kept == weights[row] ? 0 : 1;
            weights[row] = kept;
        }

        return moved;
    }

    private void RequireVoices(double[] weights, int margin)
    {
        var sums = Sums(weights, margin);
        for (var category = 0; category < sums.Length; category++)
        {
            if (sums[category] == 0 && Totals[margin][category] > 0)
            {
                throw new InputRefusedException(
                    $"Nobody with {Margins[margin].Attribute} “{names[margin][category]}” answered, so no weight can stand for them. Hear them first, or merge the category with another."
                );
            }
        }
    }

    private static int[] Indexes(IReadOnlyList<SampleRow> sample, Margin margin)
    {
        var positions = margin
            .Totals.Keys.Select((name, index) => (name, index))
            .ToDictionary(pair => pair.name, pair => pair.index, StringComparer.Ordinal);
        var indexes = new int[sample.Count];
        for (var row = 0; row < sample.Count; row++)
        {
            var category = sample[row].Categories.GetValueOrDefault(margin.Attribute, "");
            if (!positions.TryGetValue(category, out indexes[row]))
            {
                throw new InputRefusedException(
                    category.Length == 0
                        ? $"Answer {row + 1} has no {margin.Attribute}. Unknown stays unknown: leave these answers out of the weighting, or ask."
                        : $"Answer {row + 1} has {margin.Attribute} “{category}”, which the population's figures do not know."
                );
            }
        }

        return indexes;
    }

    private static void Check(IReadOnlyList<SampleRow> sample, IReadOnlyList<Margin> margins)
    {
        if (sample.Count == 0 || margins.Count == 0)
        {
            throw new InputRefusedException("Weighting needs at least one answer and one margin.");
        }

        if (sample.Any(row => !double.IsFinite(row.Weight) || row.Weight < 0))
        {
            throw new InputRefusedException("A weight is a number of at least zero.");
        }

        if (sample.All(row => row.Weight == 0))
        {
            throw new InputRefusedException("Every weight is zero, so nothing can be weighted up.");
        }

        foreach (var margin in margins)
        {
            if (margin.Totals.Values.Any(total => !double.IsFinite(total) || total < 0))
            {
                throw new InputRefusedException(
                    $"{margin.Attribute}: a total is a number of at least zero."
                );
            }
        }

        var sums = margins.Select(margin => margin.Totals.Values.Sum()).ToList();
        if (sums[0] <= 0)
        {
            throw new InputRefusedException("The margins have nobody in them.");
        }

        var other = sums.FindIndex(sum => Math.Abs(sum - sums[0]) > 1e-9 * sums[0]);
        if (other >= 0)
        {
            throw new InputRefusedException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The margins do not add up to the same population: {margins[0].Attribute} has {sums[0]}, {margins[other].Attribute} has {sums[other]}."
                )
            );
        }
    }
}
