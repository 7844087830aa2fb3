namespace Throughline.Analysis.Disclosure;

/// <summary>
/// Tries to break a pattern in fractions: what is not protected yields the conditions that the relaxation still lacks. Blocks of sums
/// are attacked side by side; each has its own solver and its own order, so the answer does not depend on how many threads there are.
/// </summary>
internal sealed class FractionCheck : IDisposable
{
    // A condition that is missed by less than this share of its level is not worth a row.
    private const double Least = 1e-3;
    private const int Few = 4;
    private readonly SuppressionProblem problem;
    private readonly SumBlocks sums;
    private readonly List<Block> blocks = [];

    public FractionCheck(SuppressionProblem problem, SumBlocks sums)
    {
        (this.problem, this.sums) = (problem, sums);
        foreach (var block in sums.All)
        {
            blocks.Add(new(new(problem, block.Sums, keepsRest: false), Aims(block.Asking)));
        }
    }

    /// <summary>The solver's steps so far: work that is the same on every machine.</summary>
    public long Steps => blocks.Sum(block => block.Attack.Steps);

    /// <summary>The conditions that the pattern misses, in the order of blocks and aims.</summary>
    public List<Shortfall> Break(double[] share, CancellationToken cancel)
    {
        var found = new List<Shortfall>[blocks.Count];
        Parallel.For(
            0,
            blocks.Count,
            new ParallelOptions { CancellationToken = cancel },
            number => found[number] = Break(blocks[number], share)
        );
        return [.. found.SelectMany(one => one)];
    }

    /// <summary>How far a cell can be moved at the most with the sums of its block; infinite where it has none.</summary>
    public double Reach(double[] share, int cell, bool up)
    {
        if (sums.BlockOf(cell) is not { } number)
        {
            return double.PositiveInfinity;
        }

        blocks[number].Attack.Against(share, double.PositiveInfinity);
        return blocks[number].Attack.Reach(cell, up) ?? double.PositiveInfinity;
    }

    public void Dispose() => blocks.ForEach(block => block.Attack.Dispose());

    /// <summary>What is asked, level by level: one level sets the bounds for all that ask for it.</summary>
    private List<Aim> Aims(List<int> asking)
    {
        var aims = new List<Aim>();
        foreach (var cell in asking)
        {
            var (lower, upper, width) = problem.Protection[cell];
            if (upper > 0)
            {
                aims.Add(new(upper, cell, Up: true, Down: false));
            }

            if (lower > 0)
            {
                aims.Add(new(lower, cell, Up: false, Down: true));
            }

            if (width > Math.Max(0, lower) + Math.Max(0, upper))
            {
                aims.Add(new(width, cell, Up: true, Down: true));
            }
        }

        return [.. aims.OrderBy(aim => aim.Level).ThenBy(aim => aim.Cell)];
    }

    private List<Shortfall> Break(Block block, double[] share)
    {
        if (block.IsQuiet(share))
        {
            return [];
        }

        var found = new List<Shortfall>();
        var seen = new Dictionary<int, (double Up, double Down)>();
        var level = 0L;
        foreach (var aim in block.Aims)
        {
            if (aim.Level != level)
            {
                level = aim.Level;
                block.Attack.Against(share, level);
                seen.Clear();
                Together(block, level, seen);
            }

            var (up, down) = seen.GetValueOrDefault(aim.Cell);
            if ((aim.Up ? up : 0) + (aim.Down ? down : 0) < level * (1 - Least))
            {
                Break(block.Attack, aim, share, seen, found);
            }
        }

        block.Remember(share, found.Count == 0);
        return found;
    }

    /// <summary>Most cells can be moved: first all that ask for this level at once.</summary>
    private void Together(Block block, long level, Dictionary<int, (double Up, double Down)> seen)
    {
        foreach (var up in new[] { true, false })
        {
            List<(int, double)> aims =
            [
                .. block
                    .Aims.Where(aim => aim.Level == level && (up ? aim.Up : aim.Down))
                    .Select(aim => (aim.Cell, (double)level)),
            ];
            if (aims.Count > Few && block.Attack.ReachTogether(aims, up))
            {
                See(block.Attack, seen);
            }
        }
    }

    private void Break(
        FractionAttack attack,
        Aim aim,
        double[] share,
        Dictionary<int, (double Up, double Down)> seen,
        List<Shortfall> found
    )
    {
        var (reached, proofs) = (0.0, new List<(bool, List<(int, double)>)>());
        foreach (var up in new[] { true, false })
        {
            if (!(up ? aim.Up : aim.Down))
            {
                continue;
            }

            reached += attack.Reach(aim.Cell, up) ?? double.PositiveInfinity;
            proofs.Add((up, attack.Prices()));
            See(attack, seen);
        }

        if (
            reached < aim.Level * (1 - Least)
            && Shortfall.FromPrices(problem, aim.Cell, proofs, aim.Level) is { } cut
            && cut.Condition.Missing(share) > cut.Level * Least
        )
        {
            found.Add(cut);
        }
    }

    /// <summary>The way to one aim shows how far other cells can be moved at least.</summary>
    private void See(FractionAttack attack, Dictionary<int, (double Up, double Down)> seen)
    {
        var moves = attack.Moves();
        for (var place = 0; place < moves.Length; place++)
        {
            var cell = attack.Cells[place];
            if (problem.Role[cell] == CellRole.Hidden)
            {
                var (up, down) = seen.GetValueOrDefault(cell);
                seen[cell] = (Math.Max(up, moves[place]), Math.Max(down, -moves[place]));
            }
        }
    }

    /// <summary>A level that a cell must be able to move by, up or down, or the one and the other together.</summary>
    private sealed record Aim(long Level, int Cell, bool Up, bool Down);

    private sealed record Block(FractionAttack Attack, List<Aim> Aims)
    {
        private double[]? quiet;

        /// <summary>Whether nothing was found the last time, and nothing has changed since.</summary>
        public bool IsQuiet(double[] share) =>
            quiet is not null
            && !quiet.Where((one, place) => one != share[Attack.Cells[place]]).Any();

        public void Remember(double[] share, bool isQuiet) =>
            quiet = isQuiet ? [.. Attack.Cells.Select(cell => share[cell])] : null;
    }
}
