namespace Throughline.Analysis.Selection;

/// <summary>The probabilities that a method aims at, by type, with the levels that prove them.</summary>
internal sealed record Targets(double[] Probabilities, IReadOnlyList<Level> Levels);

/// <summary>
/// Leximin over the outer relaxation: raise the smallest probability (divided by its weight) as far as it goes, settle the types that
/// cannot be above it in any optimum, and go on with the rest. A type with a dual value above zero is settled, by complementary
/// slackness; there is always one. At most as many linear programs as types, each with a row for a type.
/// </summary>
internal static class LeximinTargets
{
    /// <summary>
    /// Types whose dual value is below this wait for another round at the same level: it keeps the proof well conditioned and loses
    /// nothing. The dual values of the types that are open add up to 1, so one of a few thousand types is always above it.
    /// </summary>
    private const double Clear = 1e-4;

    /// <param name="cap">No probability above it.</param>
    /// <param name="firstOnly">Stop after the first level: maximin.</param>
    public static Targets Find(
        SelectionProblem problem,
        IReadOnlyList<Cut> cuts,
        double cap = 1,
        bool firstOnly = false,
        CancellationToken cancel = default
    )
    {
        using var outer = new OuterRelaxation(problem, cuts, cap);
        var program = outer.Program;
        var least = program.Variable(0, double.PositiveInfinity, 1);
        var types = problem.Types;
        var open = Enumerable
            .Range(0, types.Count)
            .Where(type => !types[type].MustHave)
            .ToHashSet();
        var rows = new int[types.Count];
        foreach (var type in open.Order())
        {
            rows[type] = program.Row(0, double.PositiveInfinity);
            program.Set(rows[type], outer.Probability[type], 1);
            program.Set(rows[type], least, -types[type].Weight);
        }

        var levels = new List<Level>();
        var settled = new List<int>();
        var probabilities = types.Select(type => type.MustHave ? 1d : 0).ToArray();
        while (open.Count > 0)
        {
            cancel.ThrowIfCancellationRequested();
            if (!program.Solve(maximize: true))
            {
                throw new InvalidOperationException("A level has no solution.");
            }

            var level = ReadLevel(problem, outer, program.Value(least), open, settled, rows);
            levels.Add(level);
            if (firstOnly)
            {
                foreach (var type in open)
                {
                    probabilities[type] = program.Value(outer.Probability[type]);
                }

                break;
            }

            foreach (var type in level.Types)
            {
                open.Remove(type);
                settled.Add(type);
                probabilities[type] = Math.Min(1, level.Value * types[type].Weight);
                program.Set(rows[type], least, 0);
                program.Bound(
                    rows[type],
                    level.Value * types[type].Weight,
                    double.PositiveInfinity
                );
            }
        }

        return new Targets(probabilities, levels);
    }

    private static Level ReadLevel(
        SelectionProblem problem,
        OuterRelaxation outer,
        double value,
        HashSet<int> open,
        List<int> settled,
        int[] rows
    )
    {
        var duals = new double[problem.Types.Count];
        foreach (var type in open.Concat(settled))
        {
            duals[type] = outer.Program.Dual(rows[type]);
        }

        // Engines differ in the sign of a maximum's dual values; ours are those that add up to 1.
        var sign = Math.Sign(open.Sum(type => duals[type] * problem.Types[type].Weight));
        var weights = duals.Select(dual => Math.Max(0, dual * sign)).ToArray();
        // A dual value on the wrong side of zero is noise, and what it is cut off by would be missing from the sum.
        var sum = open.Sum(type => weights[type] * problem.Types[type].Weight);
        weights = [.. weights.Select(weight => weight / sum)];
        var tight = open.Where(type => weights[type] * problem.Types[type].Weight > Clear)
            .Order()
            .ToList();
        if (tight.Count == 0)
        {
            tight = [open.MaxBy(type => weights[type] * problem.Types[type].Weight)];
        }

        // The sign of a row's dual is opposite to that of a type's row: one bounds from above, the other from below.
        return new Level(value, tight, outer.Multipliers(weights, -sign / sum));
    }
}
