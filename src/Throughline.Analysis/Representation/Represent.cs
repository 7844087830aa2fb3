using MathNet.Numerics.Distributions;

namespace Throughline.Analysis.Representation;

/// <summary>Compares those heard with the population.</summary>
public static class Represent
{
    /// <summary>Below this part of its share a group counts as missing: the four-fifths rule of 29 CFR 1607.4(D).</summary>
    public const double MissingBelow = 0.8;

    /// <summary>
    /// The report on groups that divide the population. Linear in the groups. Self-selected answers describe those who answered:
    /// the intervals hold what chance alone would do, not who chose to stay away.
    /// </summary>
    /// <param name="groups">At least one; names differ.</param>
    /// <param name="unknown">People heard whose group is not known.</param>
    /// <exception cref="InputRefusedException">No group, a name twice, a negative count, or a population of nobody.</exception>
    public static RepresentationReport Of(IReadOnlyList<GroupHeard> groups, long unknown = 0)
    {
        Check(groups, unknown);
        var population = groups.Sum(group => group.Population);
        var heard = groups.Sum(group => group.Respondents);
        var responses = groups
            .Select(group => (double)group.Respondents / group.Population)
            .ToArray();
        var mean = (double)heard / population;
        var adjusted = Holm([
            .. groups.Select(group => TwoSided(Residual(group, population, heard))),
        ]);
        var rows = groups
            .Select(
                (group, index) =>
                    Row(group, population, heard, adjusted[index], responses[index] - mean)
            )
            .ToList();
        var lacking = groups.Where(group => group.Population > 0).ToList();
        var chiSquare = heard == 0 ? double.NaN : ChiSquare(lacking, population, heard);
        return new RepresentationReport(
            rows,
            population,
            heard,
            unknown,
            heard == 0 ? 0 : rows.Sum(row => Math.Min(row.PopulationShare, row.Share)),
            heard == 0
                ? 0
                : rows.Where(row => row.PopulationShare > 0).Average(row => Math.Min(1, row.Ratio)),
            heard == 0
                ? double.NaN
                : rows.Sum(row => Math.Abs(row.Share - row.PopulationShare)) / 2,
            chiSquare,
            lacking.Count < 2 || heard == 0
                ? double.NaN
                : 1 - MathNet.Numerics.Distributions.ChiSquared.CDF(lacking.Count - 1, chiSquare),
            Indicator(groups, population, mean)
        );
    }

    private static GroupRepresentation Row(
        GroupHeard group,
        long population,
        long heard,
        double adjusted,
        double above
    )
    {
        var share = (double)group.Population / population;
        var of = heard == 0 ? double.NaN : (double)group.Respondents / heard;
        var hasRatio = heard > 0 && share > 0;
        Interval? wilson = hasRatio
            ? ShareInterval.Wilson(group.Respondents, heard).DividedBy(share)
            : null;
        return new GroupRepresentation(
            group,
            share,
            of,
            hasRatio ? of / share : double.NaN,
            wilson,
            hasRatio ? ShareInterval.Exact(group.Respondents, heard).DividedBy(share) : null,
            Needed(group, population, heard),
            Residual(group, population, heard),
            adjusted,
            group.Population == 0 || group.Respondents > group.Population
                ? double.NaN
                : Math.Sqrt(share) * above,
            StandingOf(group, wilson)
        );
    }

    private static Standing StandingOf(GroupHeard group, Interval? ratio) =>
        group.Population == 0 ? Standing.NoPopulation
        : group.Respondents == 0 ? Standing.Silent
        : ratio!.Value.High < MissingBelow ? Standing.Missing
        : ratio.Value.Low >= MissingBelow ? Standing.Heard
        : Standing.Undecided;

    /// <summary>ceil((P n - x) / (1 - P)), in whole numbers so that no rounding adds a person.</summary>
    private static long? Needed(GroupHeard group, long population, long heard)
    {
        if (group.Population == 0 || group.Population == population)
        {
            return null;
        }

        var lacking = ((Int128)group.Population * heard) - ((Int128)group.Respondents * population);
        var others = population - group.Population;
        return lacking <= 0 ? 0 : (long)((lacking + others - 1) / others);
    }

    private static double Residual(GroupHeard group, long population, long heard)
    {
        var share = (double)group.Population / population;
        return heard == 0 || share is 0 or 1
            ? double.NaN
            : (group.Respondents - (heard * share)) / Math.Sqrt(heard * share * (1 - share));
    }

    private static double TwoSided(double residual) => 2 * Normal.CDF(0, 1, -Math.Abs(residual));

    /// <summary>Holm, Scandinavian Journal of Statistics 6 (1979) 65-70. NaN stays NaN and is not counted.</summary>
    private static double[] Holm(double[] values)
    {
        var order = Enumerable
            .Range(0, values.Length)
            .Where(index => !double.IsNaN(values[index]))
            .OrderBy(index => values[index])
            .ToArray();
        var adjusted = Enumerable.Repeat(double.NaN, values.Length).ToArray();
        var least = 0.0;
        for (var rank = 0; rank < order.Length; rank++)
        {
            least = Math.Max(least, Math.Min(1, values[order[rank]] * (order.Length - rank)));
            adjusted[order[rank]] = least;
        }

        return adjusted;
    }

    private static double ChiSquare(List<GroupHeard> groups, long population, long heard) =>
        groups.Sum(group =>
        {
            var expected = (double)heard * group.Population / population;
            return (group.Respondents - expected) * (group.Respondents - expected) / expected;
        });

    private static double Indicator(IReadOnlyList<GroupHeard> groups, long population, double mean)
    {
        if (groups.Any(group => group.Respondents > group.Population))
        {
            return double.NaN;
        }

        var variance = groups
            .Where(group => group.Population > 0)
            .Sum(group =>
            {
                var above = ((double)group.Respondents / group.Population) - mean;
                return group.Population * above * above / population;
            });
        return 1 - (2 * Math.Sqrt(variance));
    }

    private static void Check(IReadOnlyList<GroupHeard> groups, long unknown)
    {
        if (groups.Count == 0)
        {
            throw new InputRefusedException("There is no group to compare.");
        }

        if (
            groups
                .GroupBy(group => group.Name, StringComparer.Ordinal)
                .FirstOrDefault(same => same.Count() > 1) is
            { } twice
        )
        {
            throw new InputRefusedException($"The group “{twice.Key}” is given twice.");
        }

        if (
            groups.FirstOrDefault(group => group.Population < 0 || group.Respondents < 0) is
            { } negative
        )
        {
            throw new InputRefusedException($"The group “{negative.Name}” has a count below zero.");
        }

        if (unknown < 0)
        {
            throw new InputRefusedException("The people of no known group cannot be below zero.");
        }

        if (groups.Sum(group => group.Population) == 0)
        {
            throw new InputRefusedException(
                "The population has nobody in it, so there is nothing to compare with."
            );
        }
    }
}
