namespace Throughline.Analysis.Disclosure;

/// <summary>
/// Tries to break a pattern of hidden cells: every protection is checked by the linear attack and, where its answer is in fractions, by
/// the attack in whole counts. What is not protected yields a <see cref="Shortfall"/>.
/// </summary>
internal sealed class PatternCheck(SuppressionProblem problem)
{
    private const double Slack = 1e-6;
    private const int LargePart = 40;
    private const int MostPushes = 8;
    private const double StepEffort = 2e-7;

    /// <summary>How much work was done, in about seconds, the same on every machine.</summary>
    public double Effort { get; private set; }

    /// <summary>All shortfalls of a pattern, in the order of their targets; none means that it protects.</summary>
    /// <param name="hidden">The pattern.</param>
    /// <param name="only">Looks at the parts that hold one of these cells only; null for all.</param>
    /// <param name="first">Stops at the first shortfall.</param>
    /// <param name="cancel">Stops between two parts.</param>
    public List<Shortfall> Break(
        IReadOnlyList<bool> hidden,
        IReadOnlyCollection<int>? only = null,
        bool first = false,
        CancellationToken cancel = default
    )
    {
        var found = new List<Shortfall>();
        foreach (var part in HiddenPart.Split(problem.System, hidden, problem.Value))
        {
            cancel.ThrowIfCancellationRequested();
            if (only is null || only.Any(cell => Array.BinarySearch(part.Cells, cell) >= 0))
            {
                BreakPart(part, hidden, found, first);
                if (first && found.Count > 0)
                {
                    break;
                }
            }
        }

        return found;
    }

    private void BreakPart(
        HiddenPart part,
        IReadOnlyList<bool> hidden,
        List<Shortfall> found,
        bool first
    )
    {
        var asking = part.Cells.Where(cell => !problem.Protection[cell].AsksNothing).ToList();
        if (asking.Count == 0)
        {
            return;
        }

        using var attack = new LinearAttack(part, problem.Low, problem.High);
        var seen = new SeenRange(problem, part);
        for (var round = 0; round < MostPushes && part.Cells.Length >= LargePart; round++)
        {
            foreach (var point in attack.Push(round).Where(point => point.IsWhole))
            {
                seen.Add(point.Point);
            }
        }

        foreach (var cell in asking)
        {
            var protection = problem.Protection[cell];
            if (
                Reach(attack, seen, hidden, cell, protection.Upper, up: true, found)
                && Reach(attack, seen, hidden, cell, protection.Lower, up: false, found)
            )
            {
                Widen(attack, seen, hidden, cell, protection.Width, found);
            }

            if (first && found.Count > 0)
            {
                break;
            }
        }

        Effort += attack.Steps * StepEffort * part.Sums.Length;
    }

    /// <summary>Whether the cell's range reaches far enough in one direction.</summary>
    private bool Reach(
        LinearAttack attack,
        SeenRange seen,
        IReadOnlyList<bool> hidden,
        int cell,
        long level,
        bool up,
        List<Shortfall> found
    )
    {
        if (level <= 0 || seen.Reaches(cell, level, up))
        {
            return true;
        }

        var extreme = attack.Extreme(cell, up) ?? throw Contradiction(cell);
        if (Deviation(cell, extreme.Value, up) < level - Slack)
        {
            Add(attack, hidden, cell, [(up, Prices(attack))], level, found);
            return false;
        }

        if (extreme.IsWhole)
        {
            seen.Add(extreme.Point);
            return true;
        }

        var least = up ? problem.Value[cell] + level : problem.Low[cell];
        var most = up ? problem.High[cell] : problem.Value[cell] - level;
        return InWholeCounts(attack, seen, hidden, cell, least, most, found);
    }

    /// <summary>Whether the cell's range is wide enough.</summary>
    private void Widen(
        LinearAttack attack,
        SeenRange seen,
        IReadOnlyList<bool> hidden,
        int cell,
        long width,
        List<Shortfall> found
    )
    {
        if (width <= 0 || seen.Width(cell) >= width)
        {
            return;
        }

        var most = attack.Extreme(cell, most: true) ?? throw Contradiction(cell);
        var upPrices = Prices(attack);
        var least = attack.Extreme(cell, most: false) ?? throw Contradiction(cell);
        if (most.Value - least.Value < width - Slack)
        {
            Add(attack, hidden, cell, [(true, upPrices), (false, Prices(attack))], width, found);
            return;
        }

        foreach (var extreme in new[] { most, least }.Where(extreme => extreme.IsWhole))
        {
            seen.Add(extreme.Point);
        }

        if (
            seen.Width(cell) < width
            && (
                IntegerAttack.Bounds(attack.Part, problem.Low, problem.High, cell)
                ?? throw Contradiction(cell)
            )
                is var (low, high)
            && high - low < width
        )
        {
            found.Add(Shortfall.OneMore(problem, attack.Part, hidden, cell));
        }
    }

    private bool InWholeCounts(
        LinearAttack attack,
        SeenRange seen,
        IReadOnlyList<bool> hidden,
        int cell,
        double least,
        double most,
        List<Shortfall> found
    )
    {
        var point = IntegerAttack.Find(attack.Part, problem.Low, problem.High, cell, least, most);
        if (point is null)
        {
            found.Add(Shortfall.OneMore(problem, attack.Part, hidden, cell));
            return false;
        }

        seen.Add(Array.ConvertAll(point, value => (double)value));
        return true;
    }

    private void Add(
        LinearAttack attack,
        IReadOnlyList<bool> hidden,
        int cell,
        IReadOnlyList<(bool Up, IReadOnlyList<(int Sum, double Price)> Prices)> proofs,
        double level,
        List<Shortfall> found
    )
    {
        var cut = Shortfall.FromPrices(problem, cell, proofs, level);
        found.Add(
            cut is null || cut.IsMetBy(hidden)
                ? Shortfall.OneMore(problem, attack.Part, hidden, cell)
                : cut
        );
    }

    private double Deviation(int cell, double extreme, bool up) =>
        up ? extreme - problem.Value[cell] : problem.Value[cell] - extreme;

    private static List<(int Sum, double Price)> Prices(LinearAttack attack)
    {
        var prices = attack.Prices();
        var named = new List<(int, double)>();
        for (var place = 0; place < prices.Length; place++)
        {
            // Prices are small fractions; any prices prove something, clean ones prove it exactly.
            var clean = Math.Round(prices[place] * 60) / 60;
            var price = Math.Abs(clean - prices[place]) < 1e-6 ? clean : prices[place];
            if (Math.Abs(price) > 1e-9)
            {
                named.Add((attack.Part.Sums[place], price));
            }
        }

        return named;
    }

    private static InvalidOperationException Contradiction(int cell) =>
        new($"No counts fit around cell {cell}, though its own do: a limit is wrong.");
}
