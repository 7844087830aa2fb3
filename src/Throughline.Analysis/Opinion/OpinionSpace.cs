namespace Throughline.Analysis.Opinion;

/// <summary>
/// The plane on which people who vote alike lie near each other: the two leading principal components of the votes. A blank is the
/// statement's mean, a statement moderated out is 0 throughout, and people who voted on few statements are moved outward by
/// sqrt(statements / own votes), moderated ones counted as passed, so that they are not mistaken for moderates. Small, Bjorkegren, Erkkilä, Shaw and Megill, RECERCA 26
/// (2021) describe the method.
/// </summary>
/// <param name="Center">The mean vote by statement; 0 for one that is moderated out or without a vote.</param>
/// <param name="Components">
/// Two unit vectors over the statements. The sign is fixed: the person whose unscaled place is furthest out lies on the positive side.
/// </param>
/// <param name="Places">For each person of the table, their two coordinates.</param>
public sealed record OpinionSpace(
    IReadOnlyList<double> Center,
    IReadOnlyList<IReadOnlyList<double>> Components,
    IReadOnlyList<(double X, double Y)> Places
)
{
    /// <summary>How far out a person lies who voted on this statement alone, agreeing: what the statement tells apart.</summary>
    public double Extremity(int column)
    {
        var lone = (1 - Center[column]) * Math.Sqrt(Center.Count);
        return Length(lone * Components[0][column], lone * Components[1][column]);
    }

    /// <summary>The space of a table; of fewer than two people or statements it is all zeros.</summary>
    public static OpinionSpace Of(VoteTable table, CancellationToken cancel = default)
    {
        var rows = Enumerable.Range(0, table.People.Count).ToArray();
        var centered = CenteredVotes.Of(table, rows, [.. rows.Select(_ => 1.0)]);
        var components = LeadingComponents.Of(centered, null, 1e-13, cancel);
        FixSigns(centered, components);
        return Place(table, centered.Center, components);
    }

    /// <summary>
    /// The space as it would be had only these people, each as often as their weight says, voted; everybody is placed in it.
    /// Looser than <see cref="Of(VoteTable, CancellationToken)"/>, and started from <paramref name="near"/>: for resampling.
    /// </summary>
    internal static OpinionSpace Of(
        VoteTable table,
        int[] rows,
        double[] weights,
        OpinionSpace near,
        CancellationToken cancel
    )
    {
        var centered = CenteredVotes.Of(table, rows, weights);
        var components = LeadingComponents.Of(centered, near.Components, 1e-5, cancel);
        return Place(table, centered.Center, components);
    }

    internal static double Length(double x, double y) => Math.Sqrt((x * x) + (y * y));

    private static OpinionSpace Place(VoteTable table, double[] center, double[][] components)
    {
        var places = new (double X, double Y)[table.People.Count];
        for (var row = 0; row < places.Length; row++)
        {
            var votes = table.Row(row);
            double x = 0,
                y = 0;
            var count = 0;
            for (var column = 0; column < votes.Length; column++)
            {
                if (table.ModeratedOut[column])
                {
                    // Its column is 0 throughout, which reads as everybody having passed.
                    count++;
                }
                else if (votes[column] != VoteTable.Unseen)
                {
                    count++;
                    var away = votes[column] - center[column];
                    x += away * components[0][column];
                    y += away * components[1][column];
                }
            }

            var outward = count == 0 ? 0 : Math.Sqrt((double)votes.Length / count);
            places[row] = (x * outward, y * outward);
        }

        return new OpinionSpace(center, components, places);
    }

    private static void FixSigns(CenteredVotes centered, double[][] components)
    {
        foreach (var component in components)
        {
            var scores = centered.Times(component);
            var furthest = 0.0;
            foreach (var score in scores)
            {
                if (Math.Abs(score) > Math.Abs(furthest) + 1e-12)
                {
                    furthest = score;
                }
            }

            if (furthest < 0)
            {
                for (var column = 0; column < component.Length; column++)
                {
                    component[column] = -component[column];
                }
            }
        }
    }
}
