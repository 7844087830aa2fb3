using Google.OrTools.LinearSolver;

namespace Throughline.Analysis.Disclosure;

/// <summary>
/// The cheapest way of moving a cell by its level within some sums, as a linear program in which cells already hidden move for nothing
/// (Kelly, Golden and Assad, Networks 22, 1992, on any system of sums). Cells that also stand in other sums keep still, or those would
/// break. Built once, asked many times.
/// </summary>
internal sealed class WayOut : IDisposable
{
    // A little for every cell, so that ways are short and the choice is the same everywhere.
    private const double PriceOfHidden = 1e-4;
    private const double PriceOfAny = 1e-3;
    private const double Moved = 1e-6;
    private readonly SuppressionProblem problem;
    private readonly Solver solver = Solver.CreateSolver("GLOP");
    private readonly MPSolverParameters settings = WarmStart.Settings();
    private readonly int[] cells;
    private readonly Dictionary<int, int> position = [];
    private readonly Variable[] up;
    private readonly Variable[] down;

    public WayOut(SuppressionProblem problem, IReadOnlySet<int> sums)
    {
        this.problem = problem;
        cells =
        [
            .. sums.SelectMany(sum => problem.System.Terms(sum).Select(term => term.Cell))
                .Where(cell =>
                    problem.Role[cell] != CellRole.Public
                    && problem.System.SumsOf(cell).All(sums.Contains)
                )
                .Distinct()
                .Order(),
        ];
        up = Array.ConvertAll(cells, _ => solver.MakeNumVar(0, 0, ""));
        down = Array.ConvertAll(cells, _ => solver.MakeNumVar(0, 0, ""));
        for (var place = 0; place < cells.Length; place++)
        {
            position[cells[place]] = place;
        }

        solver.Objective().SetMinimization();
        foreach (var sum in sums.Order())
        {
            var row = solver.MakeConstraint(0, 0);
            foreach (var (cell, sign) in problem.System.Terms(sum))
            {
                if (position.TryGetValue(cell, out var place))
                {
                    row.SetCoefficient(up[place], sign);
                    row.SetCoefficient(down[place], -sign);
                }
            }
        }
    }

    /// <summary>The solver's steps so far: work that is the same on every machine.</summary>
    public long Steps { get; private set; }

    /// <summary>The cells that move, and whether all move by whole counts; null where the target cannot be moved so far.</summary>
    public (List<int> Cells, bool IsWhole)? Find(
        IReadOnlyList<bool> hidden,
        IReadOnlySet<int> blocked,
        int target,
        long level,
        bool upward
    )
    {
        if (!position.TryGetValue(target, out var aim))
        {
            return null;
        }

        var objective = solver.Objective();
        for (var place = 0; place < cells.Length; place++)
        {
            var cell = cells[place];
            var free = !blocked.Contains(cell);
            up[place].SetBounds(0, free ? problem.High[cell] - problem.Value[cell] : 0);
            down[place].SetBounds(0, free ? problem.Value[cell] - problem.Low[cell] : 0);
            var price = hidden[cell] ? PriceOfHidden : PriceOfAny + problem.Cost[cell];
            objective.SetCoefficient(up[place], price);
            objective.SetCoefficient(down[place], price);
        }

        var (moving, still) = upward ? (up[aim], down[aim]) : (down[aim], up[aim]);
        if (moving.Ub() < level)
        {
            return null;
        }

        moving.SetLb(level);
        still.SetUb(0);
        var status = solver.Solve(settings);
        Steps += WarmStart.Steps(solver);
        return status is Solver.ResultStatus.OPTIMAL ? Moves() : null;
    }

    public void Dispose()
    {
        settings.Dispose();
        solver.Dispose();
    }

    private (List<int> Cells, bool IsWhole) Moves()
    {
        var (moved, whole) = (new List<int>(), true);
        for (var place = 0; place < cells.Length; place++)
        {
            var by = Math.Abs(up[place].SolutionValue() - down[place].SolutionValue());
            whole &= Math.Abs(by - Math.Round(by)) < Moved;
            if (by > Moved)
            {
                moved.Add(cells[place]);
            }
        }

        return (moved, whole);
    }
}
