using Google.OrTools.LinearSolver;

namespace Throughline.Analysis.Disclosure;

/// <summary>
/// A good pattern quickly: for a cell that is not protected, the cheapest way of moving it by its level within all sums, as a linear
/// program in which cells already hidden move for nothing. The cells that move are then hidden. (The heuristic of Kelly, Golden and
/// Assad, Networks 22, 1992, on any system of sums.) It looks among the cells near the target first, then among all.
/// </summary>
internal static class CheapestPath
{
    private const double Moved = 1e-6;

    /// <summary>Hides what lets <paramref name="target"/> move by <paramref name="level"/>; false where nothing does.</summary>
    public static bool Hide(
        SuppressionProblem problem,
        bool[] hidden,
        int target,
        long level,
        bool upward
    )
    {
        var near = Near(problem, target);
        return Hide(problem, hidden, target, level, upward, near)
            || (
                near.Count < problem.System.Sums.Count
                && Hide(
                    problem,
                    hidden,
                    target,
                    level,
                    upward,
                    [.. Enumerable.Range(0, problem.System.Sums.Count)]
                )
            );
    }

    /// <summary>The sums of the target, and the sums of the cells in those.</summary>
    private static SortedSet<int> Near(SuppressionProblem problem, int target)
    {
        var sums = new SortedSet<int>(problem.System.SumsOf(target));
        foreach (var sum in problem.System.SumsOf(target))
        {
            foreach (var (cell, _) in problem.System.Terms(sum))
            {
                sums.UnionWith(problem.System.SumsOf(cell));
            }
        }

        return sums;
    }

    /// <summary>Cells that also stand in a sum outside of <paramref name="sums"/> keep still, or that sum would break.</summary>
    private static bool Hide(
        SuppressionProblem problem,
        bool[] hidden,
        int target,
        long level,
        bool upward,
        SortedSet<int> sums
    )
    {
        using var solver = Solver.CreateSolver("GLOP");
        var moves = new Dictionary<int, (Variable Up, Variable Down)>();
        var objective = solver.Objective();
        objective.SetMinimization();
        foreach (var sum in sums)
        {
            var row = solver.MakeConstraint(0, 0);
            foreach (var (cell, sign) in problem.System.Terms(sum))
            {
                if (
                    problem.Role[cell] == CellRole.Public
                    || !problem.System.SumsOf(cell).All(sums.Contains)
                )
                {
                    continue;
                }

                if (!moves.TryGetValue(cell, out var move))
                {
                    move = moves[cell] = (
                        solver.MakeNumVar(0, problem.High[cell] - problem.Value[cell], ""),
                        solver.MakeNumVar(0, problem.Value[cell] - problem.Low[cell], "")
                    );
                    // A little for every cell, so that paths are short and the choice is the same everywhere.
                    var price = hidden[cell] ? 1e-4 : 1e-3 + problem.Cost[cell];
                    objective.SetCoefficient(move.Up, price);
                    objective.SetCoefficient(move.Down, price);
                }

                row.SetCoefficient(move.Up, sign);
                row.SetCoefficient(move.Down, -sign);
            }
        }

        if (!moves.TryGetValue(target, out var own))
        {
            return false;
        }

        var (moving, still) = upward ? (own.Up, own.Down) : (own.Down, own.Up);
        moving.SetLb(level);
        still.SetUb(0);
        if (solver.Solve() is not Solver.ResultStatus.OPTIMAL)
        {
            return false;
        }

        foreach (var (cell, (up, down)) in moves)
        {
            hidden[cell] |= up.SolutionValue() > Moved || down.SolutionValue() > Moved;
        }

        return true;
    }
}
