namespace Throughline.Analysis.Disclosure;

/// <summary>
/// Shows of most cells of a large system that they are protected without looking far: what moves within a neighborhood while all around
/// it keeps still moves in the whole.
/// </summary>
internal sealed class LocalMoves : IDisposable
{
    private const double Slack = 1e-6;
    private readonly SuppressionProblem problem;
    private readonly List<(FractionAttack Attack, List<int> Asking)> blocks;

    public LocalMoves(SuppressionProblem problem, SumBlocks blocks)
    {
        this.problem = problem;
        this.blocks =
        [
            .. blocks.All.Select(block =>
                (new FractionAttack(problem, block.Sums, keepsRest: true), block.Asking)
            ),
        ];
    }

    /// <summary>The solvers' steps so far: work that is the same on every machine.</summary>
    public long Steps => blocks.Sum(block => block.Attack.Steps);

    /// <summary>Adds to <paramref name="seen"/> how far cells can be moved in whole counts.</summary>
    public void Show(IReadOnlyList<bool> hidden, SeenRange seen, CancellationToken cancel)
    {
        double[] share = [.. hidden.Select(one => one ? 1.0 : 0)];
        var shown = new SeenRange[blocks.Count];
        Parallel.For(
            0,
            blocks.Count,
            new ParallelOptions { CancellationToken = cancel },
            number => shown[number] = Show(blocks[number], share)
        );
        for (var number = 0; number < blocks.Count; number++)
        {
            seen.Add(shown[number], blocks[number].Attack.Cells);
        }
    }

    public void Dispose() => blocks.ForEach(block => block.Attack.Dispose());

    private SeenRange Show((FractionAttack Attack, List<int> Asking) block, double[] share)
    {
        var seen = new SeenRange(problem);
        block.Attack.Against(share, double.PositiveInfinity);
        foreach (var cell in block.Asking.Where(cell => !seen.Meets(cell)))
        {
            foreach (var up in new[] { true, false })
            {
                var level = up ? problem.Protection[cell].Upper : problem.Protection[cell].Lower;
                if (
                    !seen.Reaches(cell, level, up)
                    || seen.Width(cell) < problem.Protection[cell].Width
                )
                {
                    See(block.Attack, cell, up, seen);
                }
            }
        }

        return seen;
    }

    private static void See(FractionAttack attack, int cell, bool up, SeenRange seen)
    {
        if (attack.Reach(cell, up) is null)
        {
            return;
        }

        var moves = attack.Moves();
        if (!Array.TrueForAll(moves, move => Math.Abs(move - Math.Round(move)) < Slack))
        {
            return;
        }

        for (var place = 0; place < moves.Length; place++)
        {
            seen.Add(attack.Cells[place], Math.Round(moves[place]));
        }
    }
}
