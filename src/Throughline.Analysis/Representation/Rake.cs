using System.Globalization;

namespace Throughline.Analysis.Representation;

/// <summary>
/// Raking, or iterative proportional fitting: weights that meet several margins at once. Deming and Stephan, Annals of Mathematical
/// Statistics 11 (1940) 427-444. With one margin it is post-stratification. A category nobody answered from cannot be weighted up, and
/// is refused by name: weights never stand in for people who were not heard.
/// </summary>
public static class Rake
{
    /// <summary>The weights. Rows × attributes × iterations of work.</summary>
    /// <exception cref="InputRefusedException">
    /// No row; a negative, infinite or NaN weight or total; margins whose sums differ; a row whose category is unknown or in no margin; a
    /// category with people but no row.
    /// </exception>
    public static RakedWeights Of(
        IReadOnlyList<SampleRow> sample,
        IReadOnlyList<Margin> margins,
        RakeSettings? settings = null
    )
    {
        settings ??= new RakeSettings();
        var table = RakeTable.Of(sample, margins);
        var weights = sample.Select(row => row.Weight).ToArray();
        var iterations = 0;
        var trimmed = 0;
        double gap;
        do
        {
            gap = Round(weights, table);
            iterations++;
            if (settings.Trim is { } bounds && gap <= Math.Max(settings.Tolerance, 1e-9))
            {
                trimmed = RakeTable.Trim(weights, bounds);
                gap = table.Gap(weights).Gap;
            }
        } while (gap > settings.Tolerance && iterations < settings.MostIterations);

        return Report(weights, table, iterations, trimmed, settings);
    }

    /// <summary>Every margin met in turn; the largest miss that is left when all have had theirs.</summary>
    private static double Round(double[] weights, RakeTable table)
    {
        for (var margin = 0; margin < table.Margins.Count; margin++)
        {
            var sums = table.Sums(weights, margin);
            var totals = table.Totals[margin];
            for (var row = 0; row < weights.Length; row++)
            {
                var category = table.Category(row, margin);
                weights[row] *= sums[category] > 0 ? totals[category] / sums[category] : 0;
            }
        }

        return table.Gap(weights).Gap;
    }

    private static RakedWeights Report(
        double[] weights,
        RakeTable table,
        int iterations,
        int trimmed,
        RakeSettings settings
    )
    {
        var (gap, where) = table.Gap(weights);
        double sum = weights.Sum(),
            squares = weights.Sum(weight => weight * weight);
        var converged = gap <= settings.Tolerance;
        var why =
            converged ? null
            : settings.Trim is not null
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"No weights between the bounds meet every margin: {where} is off by {gap:P2} of the population. Widen the bounds or merge small categories."
                )
            : string.Create(
                CultureInfo.InvariantCulture,
                $"After {iterations} rounds {where} is still off by {gap:P4} of the population: the answers lack a combination that the margins need. Merge small categories, or leave an attribute out."
            );
        return new RakedWeights(
            weights,
            iterations,
            converged,
            gap,
            where,
            weights.Length * squares / (sum * sum),
            sum * sum / squares,
            trimmed,
            why
        );
    }
}
