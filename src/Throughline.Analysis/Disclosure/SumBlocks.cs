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
    private const int Wide = 1000;
    private readonly SuppressionProblem problem;
    private readonly int largeSystem;
    private readonly List<SumBlock> all = [];
    private readonly Dictionary<int, int> blockOf = [];

    /// <param name="problem">The problem.</param>
    /// <param name="largeSystem">A system of more cells than these is looked at by neighborhoods.</param>
    public SumBlocks(SuppressionProblem problem, int largeSystem = LargeSystem)
        : this(problem, largeSystem, Roomy) { }

    private SumBlocks(SuppressionProblem problem, int largeSystem, int roomy)
    {
        (this.problem, this.largeSystem) = (problem, largeSystem);
        AreNeighborhoods = problem.System.Cells > largeSystem;
        var last = new Dictionary<int, int>();
        foreach (var cell in Asking())
        {
            var own = problem.System.SumsOf(cell);
            if (own.Count > 0)
            {
                if (
                    !last.TryGetValue(own[0], out var number) || !own.All(all[number].Sums.Contains)
                )
                {
                    number = all.Count;
                    all.Add(new(AreNeighborhoods ? Near(cell, roomy) : Tied(cell), []));
                    foreach (var sum in all[number].Sums)
                    {
                        last[sum] = number;
                    }
                }

                all[number].Asking.Add(cell);
                blockOf[cell] = number;
            }
        }
    }

    /// <summary>Whether sums outside of a block are tied to sums in it.</summary>
    public bool AreNeighborhoods { get; }

    public IReadOnlyList<SumBlock> All => all;

    /// <summary>The number of the block of a cell that asks for protection; null where no sum holds it.</summary>
    public int? BlockOf(int cell) => blockOf.TryGetValue(cell, out var number) ? number : null;

    /// <summary>Fewer and larger blocks of the same.</summary>
    public SumBlocks Wider() => new(problem, largeSystem, Wide);

    /// <summary>The sums around a cell, further out than its block.</summary>
    public IReadOnlySet<int> Around(int cell) => Near(cell, Wide);

    /// <summary>The hidden cells that ask for protection, ascending.</summary>
    private IEnumerable<int> Asking() =>
        Enumerable
            .Range(0, problem.System.Cells)
            .Where(cell =>
                problem.Role[cell] == CellRole.Hidden && !problem.Protection[cell].AsksNothing
            );

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
