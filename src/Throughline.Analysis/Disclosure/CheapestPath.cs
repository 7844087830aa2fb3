using Google.OrTools.LinearSolver;

namespace Throughline.Analysis.Disclosure;

/// <summary>
/// A good pattern quickly: for a cell that is not protected, the cheapest way of moving it by its level within all sums, as a linear
/// program in which cells already hidden move for nothing. The cells that move are then hidden. (The heuristic of Kelly, Golden and
/// Assad, 1992, on any system of sums.)
/// </summary>
internal sealed class CheapestPath : IDisposable
{
    private const double Moved = 1e-6;
    private readonly SuppressionProblem problem;
    private readonly int[] cells;
    private readonly Dictionary<int, int> position = [];
    private readonly Solver solver;
    private readonly Variable[] up;
    private readonly Variable[] down;

    public CheapestPath(SuppressionProblem problem)
    {
        this.problem = problem;
        cells =
        [
            .. Enumerable
                .Range(0, problem.System.Cells)
                .Where(cell => problem.Role[cell] != CellRole.Public),
        ];
        solver = Solver.CreateSolver("GLOP");
        up = Array.ConvertAll(cells, cell => solver.MakeNumVar(0, Room(cell, up: true), ""));
        down = Array.ConvertAll(cells, cell => solver.MakeNumVar(0, Room(cell, up: false), ""));
        for (var place = 0; place < cells.Length; place++)
        {
            position[cells[place]] = place;
        }

        for (var sum = 0; sum < problem.System.Sums.Count; sum++)
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

    /// <summary>Hides what lets <paramref name="target"/> move by <paramref name="level"/>; false where nothing does.</summary>
    public bool Hide(bool[] hidden, int target, long level, bool upward)
    {
        var objective = solver.Objective();
        objective.Clear();
        objective.SetMinimization();
        for (var place = 0; place < cells.Length; place++)
        {
            var cell = cells[place];
            // A little for every cell, so that paths are short and the choice is the same everywhere.
            var price = hidden[cell] ? 1e-4 : 1e-3 + problem.Cost[cell];
            objective.SetCoefficient(up[place], price);
            objective.SetCoefficient(down[place], price);
        }

        var (moving, still) = upward ? (up, down) : (down, up);
        var at = position[target];
        moving[at].SetBounds(level, Math.Max(level, Room(target, upward)));
        still[at].SetBounds(0, 0);
        var solved = solver.Solve() is Solver.ResultStatus.OPTIMAL;
        if (solved)
        {
            for (var place = 0; place < cells.Length; place++)
            {
                hidden[cells[place]] |=
                    up[place].SolutionValue() > Moved || down[place].SolutionValue() > Moved;
            }
        }

        moving[at].SetBounds(0, Room(target, upward));
        still[at].SetBounds(0, Room(target, !upward));
        return solved;
    }

    public void Dispose() => solver.Dispose();

    private double Room(int cell, bool up) =>
        up ? problem.High[cell] - problem.Value[cell] : problem.Value[cell] - problem.Low[cell];
}
