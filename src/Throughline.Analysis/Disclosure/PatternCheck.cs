namespace Throughline.Analysis.Disclosure;

/// <summary>
/// Tries to break a pattern of hidden cells: every protection is checked by the linear attack and, where its answer is in fractions, by
/// the attack in whole counts. What is not protected yields a <see cref="Shortfall"/>.
/// </summary>
internal sealed class PatternCheck(SuppressionProblem problem, SumBlocks blocks) : IDisposable
{
    private const double Slack = 1e-6;
    private const int LargePart = 40;
    private const int MostPushes = 8;
    private readonly OneOfThese help = new(problem);
    private readonly FractionCheck fractions = new(problem, blocks);
    private readonly LocalMoves? local = blocks.AreNeighborhoods ? new(problem, blocks) : null;
    private long steps;

    /// <summary>The solvers' steps so far: work that is the same on every machine.</summary>
    public long Steps => steps + fractions.Steps + help.Steps + (local?.Steps ?? 0);

    /// <summary>The conditions that a pattern in fractions misses; none where linear attacks have nothing to say.</summary>
    public List<Shortfall> Break(double[] share, CancellationToken cancel) =>
        fractions.Break(share, cancel);

    /// <summary>No pattern in fractions lets a cell move further than this.</summary>
    public double Reach(double[] share, int cell, bool up) => fractions.Reach(share, cell, up);

    /// <summary>How far cells of a pattern are easily seen to move.</summary>
    public SeenRange Seen(IReadOnlyList<bool> hidden, CancellationToken cancel)
    {
        var seen = new SeenRange(problem);
        local?.Show(hidden, seen, cancel);
        return seen;
    }

    /// <summary>Shortfalls of a pattern, in the order of blocks or parts; none means that it protects.</summary>
    public List<Shortfall> Break(IReadOnlyList<bool> hidden, CancellationToken cancel)
    {
        // The attack with clipped room finds what the plain one finds, in sharper conditions.
        var found = Break([.. hidden.Select(one => one ? 1.0 : 0)], cancel);
        if (found.Count > 0)
        {
            return found;
        }

        var seen = Seen(hidden, cancel);
        foreach (var part in HiddenPart.Split(problem.System, hidden, problem.Value))
        {
            cancel.ThrowIfCancellationRequested();
            BreakPart(part, hidden, seen, found);
        }

        return found;
    }

    public void Dispose()
    {
        help.Dispose();
        fractions.Dispose();
        local?.Dispose();
    }

    private void BreakPart(
        HiddenPart part,
        IReadOnlyList<bool> hidden,
        SeenRange seen,
        List<Shortfall> found
    )
    {
        var asking = part
            .Cells.Where(cell => problem.Role[cell] == CellRole.Hidden && !seen.Meets(cell))
            .ToList();
        if (asking.Count == 0)
        {
            return;
        }

        using var attack = new LinearAttack(part, problem.Low, problem.High);
        for (
            var round = 0;
            round < MostPushes && Math.Min(part.Cells.Length, 4 * asking.Count) >= LargePart;
            round++
        )
        {
            foreach (var point in attack.Push(round).Where(point => point.IsWhole))
            {
                seen.Add(part, point.Point);
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
        }

        steps += attack.Steps;
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
            Add(attack, hidden, cell, [(up, attack.Prices())], level, found);
            return false;
        }

        if (extreme.IsWhole)
        {
            seen.Add(attack.Part, extreme.Point);
            return true;
        }

        var least = up ? problem.Value[cell] + level : problem.Low[cell];
        var most = up ? problem.High[cell] : problem.Value[cell] - level;
        return InWholeCounts(attack, seen, hidden, cell, up, least, most, found);
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
        var upPrices = attack.Prices();
        var least = attack.Extreme(cell, most: false) ?? throw Contradiction(cell);
        if (most.Value - least.Value < width - Slack)
        {
            Add(attack, hidden, cell, [(true, upPrices), (false, attack.Prices())], width, found);
            return;
        }

        foreach (var extreme in new[] { most, least }.Where(extreme => extreme.IsWhole))
        {
            seen.Add(attack.Part, extreme.Point);
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
            found.Add(help.Find(attack.Part, hidden, cell, up: null));
        }
    }

    private bool InWholeCounts(
        LinearAttack attack,
        SeenRange seen,
        IReadOnlyList<bool> hidden,
        int cell,
        bool up,
        double least,
        double most,
        List<Shortfall> found
    )
    {
        var point = IntegerAttack.Find(attack.Part, problem.Low, problem.High, cell, least, most);
        if (point is null)
        {
            found.Add(help.Find(attack.Part, hidden, cell, up));
            return false;
        }

        seen.Add(attack.Part, Array.ConvertAll(point, value => (double)value));
        return true;
    }

    private void Add(
        LinearAttack attack,
        IReadOnlyList<bool> hidden,
        int cell,
        IReadOnlyList<(bool Up, List<(int Sum, double Price)> Prices)> proofs,
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

    private static InvalidOperationException Contradiction(int cell) =>
        new($"No counts fit around cell {cell}, though its own do: a limit is wrong.");
}
