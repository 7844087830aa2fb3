namespace Throughline.Analysis.Disclosure;

/// <summary>
/// A condition that every protecting pattern meets and the present one does not:
/// the sum of <c>Weight</c> over the hidden ones of <c>Cells</c> is at least <c>Level</c>. With no cells it can never be met.
/// </summary>
/// <param name="Target">The cell that is not protected.</param>
/// <param name="Cells">Cells that may be hidden.</param>
/// <param name="Weights">Their weights, above 0 and at most <paramref name="Level"/>.</param>
/// <param name="Level">Above 0.</param>
internal sealed record Shortfall(int Target, int[] Cells, long[] Weights, long Level)
{
    // Weights that are no small whole numbers are rounded up to thousandths of the level, which keeps the condition true. Finer ones
    // would be lost in the tolerance of the solvers.
    private const long Scale = 1000;
    private const double Slack = 1e-7;

    // Prices are small fractions; any prices prove something, clean ones prove it exactly.
    private const int Denominator = 60;
    private const double Unclean = 1e-6;
    private const double Noise = 1e-11;

    /// <summary>
    /// The capacity cut of Fischetti and Salazar (2001): for any prices of the sums, the deviation of the target is at most the sum of
    /// what each hidden cell can add to it. Null where rounding leaves nothing.
    /// </summary>
    /// <param name="problem">The problem.</param>
    /// <param name="target">The cell that is not protected.</param>
    /// <param name="proofs">For each direction that counts (up or down): the prices by sum.</param>
    /// <param name="level">How much deviation is asked for.</param>
    public static Shortfall? FromPrices(
        SuppressionProblem problem,
        int target,
        IReadOnlyList<(bool Up, List<(int Sum, double Price)> Prices)> proofs,
        double level
    )
    {
        var capacity = new SortedDictionary<int, double>();
        foreach (var (up, prices) in proofs)
        {
            var reduced = new Dictionary<int, double> { [target] = up ? 1 : -1 };
            foreach (var (sum, given) in prices)
            {
                var price = Clean(given);
                foreach (var (cell, sign) in problem.System.Terms(sum))
                {
                    reduced[cell] = reduced.GetValueOrDefault(cell) - (price * sign);
                }
            }

            foreach (var (cell, rate) in reduced)
            {
                var room =
                    rate > Noise ? rate * (problem.High[cell] - problem.Value[cell])
                    : rate < -Noise ? -rate * (problem.Value[cell] - problem.Low[cell])
                    : 0;
                if (room > Slack)
                {
                    capacity[cell] = Math.Min(level, capacity.GetValueOrDefault(cell) + room);
                }
            }
        }

        var left = level;
        foreach (var (cell, room) in capacity)
        {
            left -= problem.Role[cell] == CellRole.Hidden ? room : 0;
        }

        return left <= Slack ? null : Rounded(problem, target, capacity, left);
    }

    /// <summary>At least one of the published cells next to a part has to be hidden as well.</summary>
    public static Shortfall OneMore(
        SuppressionProblem problem,
        HiddenPart part,
        IReadOnlyList<bool> hidden,
        int target
    )
    {
        var cells = part
            .Sums.SelectMany(sum => problem.System.Terms(sum).Select(term => term.Cell))
            .Where(cell => !hidden[cell] && problem.Role[cell] == CellRole.Free)
            .Distinct()
            .Order()
            .ToArray();
        return new(target, cells, Array.ConvertAll(cells, _ => 1L), 1);
    }

    /// <summary>The same as a condition on patterns in fractions.</summary>
    public PatternCondition Condition =>
        new(Cells, Array.ConvertAll(Weights, weight => (double)weight), Level);

    /// <summary>Whether the pattern reaches the level.</summary>
    public bool IsMetBy(IReadOnlyList<bool> hidden)
    {
        var reached = 0L;
        for (var place = 0; place < Cells.Length && reached < Level; place++)
        {
            reached += hidden[Cells[place]] ? Weights[place] : 0;
        }

        return reached >= Level;
    }

    private static Shortfall Rounded(
        SuppressionProblem problem,
        int target,
        SortedDictionary<int, double> capacity,
        double left
    )
    {
        var free = capacity.Where(one => problem.Role[one.Key] == CellRole.Free).ToList();
        var whole =
            left <= Scale
            && IsWhole(left)
            && free.TrueForAll(one => IsWhole(one.Value) || one.Value >= left);
        var level = whole ? (long)Math.Round(left) : Scale;
        var weights = free.ConvertAll(one =>
            Math.Min(
                level,
                whole
                    ? (long)Math.Round(one.Value)
                    : (long)Math.Ceiling((one.Value * Scale / left) - Slack)
            )
        );
        return new(target, [.. free.Select(one => one.Key)], [.. weights], level);
    }

    private static double Clean(double price)
    {
        var clean = Math.Round(price * Denominator) / Denominator;
        return Math.Abs(clean - price) < Unclean ? clean : price;
    }

    private static bool IsWhole(double value) => Math.Abs(value - Math.Round(value)) < Slack;
}
