namespace Throughline.Analysis.Selection;

/// <summary>What goldilocks aims at, and what proves it.</summary>
internal sealed record GoldilocksAim(Targets Targets, GoldilocksProof Proof);

/// <summary>
/// Nobody too little, nobody too much: minimizes n/k·max p + gamma·k/n / min p (Baharav and Flanigan, "Fair, manipulation-robust, and
/// transparent sortition", EC 2024) over those who can be chosen and are not must-haves. 1/min is approached by tangents (Kelley 1960),
/// each one more row of the same linear program. Among the lotteries that reach the optimum the one is taken that is best by leximin.
/// </summary>
internal static class GoldilocksTargets
{
    private const double Gamma = 1;
    private const double Closed = 1e-10;
    private const int MostTangents = 200;

    /// <param name="impossible">Types that no panel holds.</param>
    public static GoldilocksAim Find(
        SelectionProblem problem,
        IReadOnlyList<Cut> cuts,
        HashSet<int> impossible,
        CancellationToken cancel
    )
    {
        var counted = Enumerable
            .Range(0, problem.Types.Count)
            .Where(type => !problem.Types[type].MustHave && !impossible.Contains(type))
            .ToList();
        var people = counted.Sum(type => problem.Types[type].Count);
        var seats =
            problem.Size - problem.Types.Where(type => type.MustHave).Sum(type => type.Count);
        var (up, down) = ((double)people / seats, Gamma * seats / people);
        using var outer = new OuterRelaxation(problem, cuts);
        var program = outer.Program;
        var most = program.Variable(0, 1, -up);
        var least = program.Variable(1e-9, 1);
        var inverse = program.Variable(0, double.PositiveInfinity, -down);
        var (below, above) = (new Dictionary<int, int>(), new Dictionary<int, int>());
        foreach (var type in counted)
        {
            above[type] = Difference(most, outer.Probability[type]);
            below[type] = Difference(outer.Probability[type], least);
        }

        var tangent = (double)seats / people;
        for (var round = 0; round < MostTangents; round++)
        {
            cancel.ThrowIfCancellationRequested();
            var row = program.Row(2 / tangent, double.PositiveInfinity);
            program.Set(row, inverse, 1);
            program.Set(row, least, 1 / (tangent * tangent));
            program.Solve(maximize: true);
            var at = program.Value(least);
            if ((1 / at) - program.Value(inverse) <= Closed / down)
            {
                tangent = at;
                break;
            }

            tangent = at;
        }

        return Proved(program.Value(most), program.Value(least));

        int Difference(int larger, int smaller)
        {
            var row = program.Row(0, double.PositiveInfinity);
            program.Set(row, larger, 1);
            program.Set(row, smaller, -1);
            return row;
        }

        // With the one tangent at the optimum the linear program has the same optimum, and its dual values prove it.
        GoldilocksAim Proved(double largest, double smallest)
        {
            program.Cost(inverse, 0);
            program.Cost(least, down / (smallest * smallest));
            program.Solve(maximize: true);
            var bound = (2 * down / smallest) - program.Objective;
            var weights = new double[problem.Types.Count];
            foreach (var type in counted)
            {
                weights[type] =
                    Math.Abs(program.Dual(below[type])) - Math.Abs(program.Dual(above[type]));
            }

            // A row "at least" has a dual value below zero in a maximum, unless the engine turns all signs.
            var sign = counted.Sum(type => program.Dual(below[type])) > 0 ? -1 : 1;
            var proof = new GoldilocksProof(
                Gamma,
                (up * largest) + (down / smallest),
                bound,
                smallest,
                outer.Multipliers(weights, sign)
            );
            var targets = LeximinTargets.Find(
                problem,
                cuts,
                cap: Math.Min(1, largest + 1e-12),
                cancel: cancel
            );
            return new GoldilocksAim(targets, proof);
        }
    }
}
