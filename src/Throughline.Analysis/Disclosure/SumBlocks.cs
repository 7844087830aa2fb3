namespace Throughline.Analysis.Disclosure;

/// <summary>
/// Groups of sums in which attacks are looked at by themselves: everything that hangs together where that is small, and the
/// neighborhoods of the cells that ask for protection where it is a whole state.
/// </summary>
internal sealed class SumBlocks
{
    private const int LargeSystem = 2000;
    private const int MostRounds = 4;
    private const int Roomy = 50;
    private const int FurtherOut = 1000;
    private const int BlockCells = 3000;
    private const int LeastBlocks = 3;
    private readonly SuppressionProblem problem;
    private readonly List<SumBlock> all = [];
    private readonly Dictionary<int, int> blockOf = [];

    /// <param name="problem">The problem.</param>
    /// <param name="largeSystem">A system of more cells than these is looked at by neighborhoods, if those are small parts of it.</param>
    public SumBlocks(SuppressionProblem problem, int largeSystem = LargeSystem)
    {
        this.problem = problem;
        int[] asking = [.. Asking().Where(cell => problem.System.SumsOf(cell).Count > 0)];
        AreNeighborhoods =
            asking.Length > 0
            && problem.System.Cells > largeSystem
            && (
                largeSystem == 0
                || CellsOf(Near(asking[0], Roomy)).Count * LeastBlocks < problem.System.Cells
            );
        var last = new Dictionary<int, int>();
        foreach (var cell in asking)
        {
            var own = problem.System.SumsOf(cell);
            if (!last.TryGetValue(own[0], out var number) || !own.All(all[number].Sums.Contains))
            {
                var sums = AreNeighborhoods ? Near(cell, Roomy) : Tied(cell);
                number = Home(sums, last);
                all[number].Sums.UnionWith(sums);
                foreach (var sum in sums)
                {
                    last[sum] = number;
                }
            }

            all[number].Asking.Add(cell);
            blockOf[cell] = number;
        }
    }

    /// <summary>Whether sums outside of a block are tied to sums in it.</summary>
    public bool AreNeighborhoods { get; }

    public IReadOnlyList<SumBlock> All => all;

    /// <summary>The number of the block of a cell that asks for protection; null where no sum holds it.</summary>
    public int? BlockOf(int cell) => blockOf.TryGetValue(cell, out var number) ? number : null;

    /// <summary>The sums around a cell, further out than its block.</summary>
    public IReadOnlySet<int> Around(int cell) => Near(cell, FurtherOut);

    /// <summary>The hidden cells that ask for protection, ascending.</summary>
    private IEnumerable<int> Asking() =>
        Enumerable
            .Range(0, problem.System.Cells)
            .Where(cell =>
                problem.Role[cell] == CellRole.Hidden && !problem.Protection[cell].AsksNothing
            );

    /// <summary>
    /// The block that takes some sums in: one that holds half of them already and is not large yet, so that few programs hold the same
    /// cells, or else a new one.
    /// </summary>
    private int Home(SortedSet<int> sums, Dictionary<int, int> last)
    {
        var most = sums.Where(last.ContainsKey)
            .GroupBy(sum => last[sum])
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key)
            .FirstOrDefault();
        if (
            most is not null
            && most.Count() * 2 >= sums.Count
            && CellsOf(all[most.Key].Sums).Count < BlockCells
        )
        {
            return most.Key;
        }

        all.Add(new([], []));
        return all.Count - 1;
    }

    private HashSet<int> CellsOf(IEnumerable<int> sums) =>
        [.. sums.SelectMany(problem.System.Terms).Select(term => term.Cell)];

    /// <summary>The sums of a cell, the sums of the cells in those, and so on until there is room enough to move.</summary>
    private SortedSet<int> Near(int cell, int roomy)
    {
        var system = problem.System;
        var sums = new SortedSet<int>(system.SumsOf(cell));
        HashSet<int> cells = [cell];
        for (var round = 0; round == 0 || (round < MostRounds && cells.Count < roomy); round++)
        {
            foreach (var (other, _) in sums.ToList().SelectMany(system.Terms))
            {
                if (cells.Add(other))
                {
                    sums.UnionWith(system.SumsOf(other));
                }
            }
        }

        return sums;
    }

    /// <summary>All sums that are tied to a cell by cells that are not public.</summary>
    private SortedSet<int> Tied(int cell)
    {
        var sums = new SortedSet<int>();
        var next = new Stack<int>([cell]);
        while (next.TryPop(out var one))
        {
            foreach (var sum in problem.System.SumsOf(one).Where(sums.Add))
            {
                foreach (var (other, _) in problem.System.Terms(sum))
                {
                    if (problem.Role[other] != CellRole.Public)
                    {
                        next.Push(other);
                    }
                }
            }
        }

        return sums;
    }
}

/// <summary>Sums that are looked at together, and the cells that ask for protection and have all their sums among them.</summary>
internal sealed record SumBlock(SortedSet<int> Sums, List<int> Asking);
