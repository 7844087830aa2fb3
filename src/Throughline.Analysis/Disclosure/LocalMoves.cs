namespace Throughline.Analysis.Disclosure;

/// <summary>
/// Shows of most cells of a large system that they are protected without looking far: what moves within a neighborhood while all around
/// it keeps still moves in the whole.
/// </summary>
internal sealed class LocalMoves : IDisposable
{
    private const double Slack = 1e-6;
    private const int Few = 4;
    private readonly SuppressionProblem problem;
    private readonly List<Block> blocks;

    public LocalMoves(SuppressionProblem problem, SumBlocks blocks)
    {
        this.problem = problem;
        this.blocks =
        [
            .. blocks.All.Select(block => new Block(
                new(problem, block.Sums, keepsRest: true),
                block.Asking
            )),
        ];
    }

    /// <summary>The solvers' steps so far: work that is the same on every machine.</summary>
    public long Steps => blocks.Sum(block => block.Attack.Steps);

    /// <summary>Adds to <paramref name="seen"/> how far cells can be moved in whole counts.</summary>
    public void Show(IReadOnlyList<bool> hidden, SeenRange seen, CancellationToken cancel)
    {
        double[] share = [.. hidden.Select(one => one ? 1.0 : 0)];
        Parallel.For(
            0,
            blocks.Count,
            new ParallelOptions { CancellationToken = cancel },
            number => Show(blocks[number], share)
        );
        foreach (var block in blocks)
        {
            for (var place = 0; place < block.Up.Length; place++)
            {
                seen.Add(block.Attack.Cells[place], block.Up[place]);
                seen.Add(block.Attack.Cells[place], -block.Down[place]);
            }
        }
    }

    public void Dispose() => blocks.ForEach(block => block.Attack.Dispose());

    private void Show(Block block, double[] share)
    {
        if (!block.Attack.Against(share, double.PositiveInfinity))
        {
            // Nothing has changed here since the last time.
            return;
        }

        Array.Clear(block.Up);
        Array.Clear(block.Down);
        Together(block, up: true);
        Together(block, up: false);
        foreach (var cell in block.Asking)
        {
            var (place, asked) = (block.Attack.PlaceOf(cell), problem.Protection[cell]);
            foreach (var up in new[] { true, false })
            {
                if (
                    (up ? block.Up[place] < asked.Upper : block.Down[place] < asked.Lower)
                    || block.Up[place] + block.Down[place] < asked.Width
                )
                {
                    See(block, cell, up);
                }
            }
        }
    }

    /// <summary>Moves all that are left at once, as long as that shows anything of more than a few.</summary>
    private void Together(Block block, bool up)
    {
        List<(int Cell, double Level)> Left() =>
            [
                .. block
                    .Asking.Select(cell =>
                        (
                            Cell: cell,
                            Level: (double)(
                                up ? problem.Protection[cell].Upper : problem.Protection[cell].Lower
                            )
                        )
                    )
                    .Where(one =>
                        (up ? block.Up : block.Down)[block.Attack.PlaceOf(one.Cell)] < one.Level
                    ),
            ];

        var left = Left();
        for (var before = int.MaxValue; left.Count > Few && left.Count < before; left = Left())
        {
            before = left.Count;
            if (block.Attack.ReachTogether(left, up))
            {
                Take(block);
            }
        }
    }

    private static void See(Block block, int cell, bool up)
    {
        if (block.Attack.Reach(cell, up) is not null)
        {
            Take(block);
        }
    }

    private static void Take(Block block)
    {
        var moves = block.Attack.Moves();
        if (!Array.TrueForAll(moves, move => Math.Abs(move - Math.Round(move)) < Slack))
        {
            return;
        }

        for (var place = 0; place < moves.Length; place++)
        {
            var by = Math.Round(moves[place]);
            block.Up[place] = Math.Max(block.Up[place], by);
            block.Down[place] = Math.Max(block.Down[place], -by);
        }
    }

    /// <summary>The attack on a block, the cells that ask there, and how far each of its cells was seen to move.</summary>
    private sealed class Block(FractionAttack attack, List<int> asking)
    {
        public FractionAttack Attack { get; } = attack;

        public List<int> Asking { get; } = asking;

        public double[] Up { get; } = new double[attack.Cells.Count];

        public double[] Down { get; } = new double[attack.Cells.Count];
    }
}
