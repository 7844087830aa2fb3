using Throughline.Analysis.Selection;

namespace Throughline.Analysis.Tests.Selection;

/// <summary>
/// Leximin the long way: every panel of individuals is written out, and after each level every open individual is tried on its own. No
/// types, no quotas as a linear program, no engine: a dense simplex with Bland's rule.
/// </summary>
internal static class LeximinOracle
{
    private const double Zero = 1e-9;

    /// <returns>The probability of each of <see cref="SelectionProblem.Ids"/>; null where there is no panel.</returns>
    public static double[]? Of(SelectionProblem problem)
    {
        var ids = problem.Ids.ToArray();
        var panels = Panels(problem, ids);
        if (panels.Count == 0)
        {
            return null;
        }

        var weights = ids.Select(id => problem.Types[problem.TypeOf(id)].Weight).ToArray();
        var settled = new double?[ids.Length];
        for (var at = 0; at < ids.Length; at++)
        {
            if (problem.Types[problem.TypeOf(ids[at])].MustHave)
            {
                settled[at] = 1;
            }
        }

        while (settled.Any(value => value is null))
        {
            var level = Best(panels, weights, settled, null, 0);
            var before = (double?[])settled.Clone();
            for (var at = 0; at < ids.Length; at++)
            {
                if (
                    before[at] is null
                    && Best(panels, weights, before, at, level) < (level * weights[at]) + 1e-7
                )
                {
                    settled[at] = level * weights[at];
                }
            }
        }

        return [.. settled.Select(value => value!.Value)];
    }

    private static List<bool[]> Panels(SelectionProblem problem, string[] ids)
    {
        var panels = new List<bool[]>();
        for (var bits = 0; bits < 1 << ids.Length; bits++)
        {
            if (System.Numerics.BitOperations.PopCount((uint)bits) != problem.Size)
            {
                continue;
            }

            var chosen = ids.Select((_, at) => (bits >> at & 1) == 1).ToArray();
            var meets = problem.Rows.All(row =>
            {
                var sum = ids.Where(
                        (id, at) => chosen[at] && row.Types.Contains(problem.TypeOf(id))
                    )
                    .Count();
                return sum >= row.Min && sum <= row.Max;
            });
            if (
                meets
                && ids.Select((id, at) => (id, at))
                    .All(pair =>
                        chosen[pair.at] || !problem.Types[problem.TypeOf(pair.id)].MustHave
                    )
            )
            {
                panels.Add(chosen);
            }
        }

        return panels;
    }

    /// <summary>
    /// Without <paramref name="one"/>: the largest common level of the open. With it: the largest chance of that one while the other
    /// open ones keep <paramref name="level"/>.
    /// </summary>
    private static double Best(
        List<bool[]> panels,
        double[] weights,
        double?[] settled,
        int? one,
        double level
    )
    {
        // Columns: one per panel, then the level, then one surplus per individual. Rows: individuals, then "chances add up to 1".
        var people = settled.Length;
        var columns = panels.Count + 1 + people;
        var table = new double[people + 1][];
        var right = new double[people + 1];
        var goal = new double[columns];
        for (var at = 0; at < people; at++)
        {
            table[at] = new double[columns];
            for (var panel = 0; panel < panels.Count; panel++)
            {
                table[at][panel] = panels[panel][at] ? 1 : 0;
            }

            table[at][panels.Count + 1 + at] = -1;
            if (settled[at] is { } value)
            {
                right[at] = value;
            }
            else if (one is null)
            {
                table[at][panels.Count] = -weights[at];
            }
            else if (at != one)
            {
                right[at] = level * weights[at];
            }
        }

        table[people] = new double[columns];
        Array.Fill(table[people], 1, 0, panels.Count);
        right[people] = 1;
        if (one is null)
        {
            goal[panels.Count] = 1;
        }
        else
        {
            for (var panel = 0; panel < panels.Count; panel++)
            {
                goal[panel] = panels[panel][one.Value] ? 1 : 0;
            }
        }

        return Simplex(table, right, goal);
    }

    /// <summary>The maximum of goal·x where table·x = right (not negative), x ≥ 0; two phases.</summary>
    private static double Simplex(double[][] table, double[] right, double[] goal)
    {
        var (rows, columns) = (table.Length, goal.Length);
        var full = new double[rows + 1][];
        for (var row = 0; row < rows; row++)
        {
            full[row] = new double[columns + rows + 1];
            table[row].CopyTo(full[row], 0);
            full[row][columns + row] = 1;
            full[row][^1] = right[row];
        }

        var basis = Enumerable.Range(columns, rows).ToArray();
        full[rows] = new double[columns + rows + 1];
        for (var column = 0; column < full[rows].Length; column++)
        {
            full[rows][column] =
                column >= columns && column < columns + rows
                    ? 0
                    : -Enumerable.Range(0, rows).Sum(row => full[row][column]);
        }

        Pivot(full, basis, columns);
        for (var row = 0; row < rows; row++)
        {
            if (basis[row] >= columns)
            {
                var into = Array.FindIndex(full[row], 0, columns, value => Math.Abs(value) > 1e-7);
                if (into >= 0)
                {
                    Step(full, basis, row, into);
                }
            }
        }

        for (var column = 0; column < full[rows].Length; column++)
        {
            full[rows][column] = column < columns ? -goal[column] : 0;
        }

        for (var row = 0; row < rows; row++)
        {
            if (basis[row] < columns && goal[basis[row]] != 0)
            {
                Subtract(full[rows], full[row], -goal[basis[row]]);
            }
        }

        Pivot(full, basis, columns);
        return full[rows][^1];
    }

    private static void Pivot(double[][] full, int[] basis, int columns)
    {
        var rows = basis.Length;
        while (true)
        {
            var into = Array.FindIndex(full[rows], 0, columns, value => value < -Zero);
            if (into < 0)
            {
                return;
            }

            var from = -1;
            for (var row = 0; row < rows; row++)
            {
                if (full[row][into] > Zero)
                {
                    var ratio = full[row][^1] / full[row][into];
                    var best =
                        from < 0 ? double.PositiveInfinity : full[from][^1] / full[from][into];
                    if (ratio < best - Zero || (ratio < best + Zero && basis[row] < basis[from]))
                    {
                        from = row;
                    }
                }
            }

            Step(full, basis, from, into);
        }
    }

    private static void Step(double[][] full, int[] basis, int row, int column)
    {
        var by = full[row][column];
        for (var at = 0; at < full[row].Length; at++)
        {
            full[row][at] /= by;
        }

        for (var other = 0; other < full.Length; other++)
        {
            if (other != row && full[other][column] != 0)
            {
                Subtract(full[other], full[row], full[other][column]);
            }
        }

        basis[row] = column;
    }

    private static void Subtract(double[] from, double[] what, double times)
    {
        for (var at = 0; at < from.Length; at++)
        {
            from[at] -= times * what[at];
        }
    }
}
