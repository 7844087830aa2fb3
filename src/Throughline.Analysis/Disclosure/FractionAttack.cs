using Google.OrTools.LinearSolver;

namespace Throughline.Analysis.Disclosure;

/// <summary>
/// The attack on a pattern in fractions, as the linear relaxation proposes it: a cell that is hidden by a third can move by a third of
/// its room. No cell counts with more room than the level asked for, which makes the conditions sharper than those of the plain attack
/// (the clipping of coefficients, done before the program instead of after it). Built once for some sums, asked many times.
/// </summary>
internal sealed class FractionAttack : IDisposable
{
    private const double Noise = 1e-9;
    private readonly SuppressionProblem problem;
    private readonly int[] cells;
    private readonly int[] sums;
    private readonly bool[] keepsStill;
    private readonly Dictionary<int, int> position = [];
    private readonly Solver solver = Solver.CreateSolver("GLOP");
    private readonly MPSolverParameters settings = WarmStart.Settings();
    private readonly Variable[] moves;
    private readonly Constraint[] rows;
    private readonly double[] parts;
    private double setLevel;
    private double[]? together;
    private int aimedAt = -1;

    /// <param name="problem">The problem.</param>
    /// <param name="sums">The sums that are looked at.</param>
    /// <param name="keepsRest">
    /// What cells do that also stand in other sums. False: they move as they like, so what cannot be reached cannot be reached with all
    /// sums either. True: they keep still, so what can be reached can be reached with all sums as well.
    /// </param>
    public FractionAttack(SuppressionProblem problem, IReadOnlyCollection<int> sums, bool keepsRest)
    {
        this.problem = problem;
        this.sums = [.. sums.Order()];
        cells =
        [
            .. sums.SelectMany(sum => problem.System.Terms(sum).Select(term => term.Cell))
                .Where(cell => problem.Role[cell] != CellRole.Public)
                .Distinct()
                .Order(),
        ];
        keepsStill = Array.ConvertAll(
            cells,
            cell =>
                keepsRest
                && problem.System.SumsOf(cell).Any(sum => Array.BinarySearch(this.sums, sum) < 0)
        );
        for (var place = 0; place < cells.Length; place++)
        {
            position[cells[place]] = place;
        }

        moves = Array.ConvertAll(cells, _ => solver.MakeNumVar(0, 0, ""));
        parts = new double[cells.Length];
        rows = Array.ConvertAll(this.sums, Row);
        solver.Objective().SetMaximization();
    }

    /// <summary>The solver's steps so far: work that is the same on every machine.</summary>
    public long Steps { get; private set; }

    /// <summary>The cells that may move, ascending.</summary>
    public IReadOnlyList<int> Cells => cells;

    public int PlaceOf(int cell) => position[cell];

    /// <summary>
    /// Sets how far each cell is hidden, and how much of its room counts at the most; whether that is anything new.
    /// </summary>
    public bool Against(IReadOnlyList<double> share, double level)
    {
        var isNew = false;
        for (var place = 0; place < cells.Length; place++)
        {
            var cell = cells[place];
            var part = keepsStill[place] ? 0 : share[cell];
            if (part == parts[place] && level == setLevel)
            {
                continue;
            }

            isNew = true;
            parts[place] = part;
            moves[place]
                .SetBounds(
                    -part * Math.Min(level, problem.Value[cell] - problem.Low[cell]),
                    part * Math.Min(level, problem.High[cell] - problem.Value[cell])
                );
        }

        setLevel = level;
        return isNew;
    }

    /// <summary>How far the cell can be moved; null where the solver finds no answer.</summary>
    public double? Reach(int cell, bool up)
    {
        var objective = solver.Objective();
        if (aimedAt >= 0)
        {
            objective.SetCoefficient(moves[aimedAt], 0);
        }

        together = null;
        aimedAt = position[cell];
        objective.SetCoefficient(moves[aimedAt], up ? 1 : -1);
        var status = solver.Solve(settings);
        Steps += WarmStart.Steps(solver);
        return status is Solver.ResultStatus.OPTIMAL ? objective.Value() : null;
    }

    /// <summary>
    /// Moves many cells at once in one direction, none further than its level: one program that shows of many that they can be moved.
    /// </summary>
    /// <returns>Whether the solver found an answer.</returns>
    public bool ReachTogether(IReadOnlyList<(int Cell, double Level)> aims, bool up)
    {
        var objective = solver.Objective();
        objective.Clear();
        objective.SetMaximization();
        aimedAt = -1;
        var before = new (double Low, double High)[aims.Count];
        for (var aim = 0; aim < aims.Count; aim++)
        {
            var (cell, level) = aims[aim];
            var move = moves[position[cell]];
            before[aim] = (move.Lb(), move.Ub());
            move.SetBounds(
                up ? before[aim].Low : Math.Max(before[aim].Low, -level),
                up ? Math.Min(before[aim].High, level) : before[aim].High
            );
            objective.SetCoefficient(move, up ? 1 : -1);
        }

        var status = solver.Solve(settings);
        Steps += WarmStart.Steps(solver);
        together = Array.ConvertAll(moves, move => move.SolutionValue());
        for (var aim = 0; aim < aims.Count; aim++)
        {
            var move = moves[position[aims[aim].Cell]];
            move.SetBounds(before[aim].Low, before[aim].High);
            objective.SetCoefficient(move, 0);
        }

        return status is Solver.ResultStatus.OPTIMAL;
    }

    /// <summary>How far each of <see cref="Cells"/> is moved at the last reach.</summary>
    public double[] Moves() => together ?? Array.ConvertAll(moves, move => move.SolutionValue());

    /// <summary>The price of each sum at the last reach: multipliers of a proof that there is no further one.</summary>
    public List<(int Sum, double Price)> Prices()
    {
        var named = new List<(int, double)>();
        for (var row = 0; row < rows.Length; row++)
        {
            var price = rows[row].DualValue();
            if (Math.Abs(price) > Noise)
            {
                named.Add((sums[row], price));
            }
        }

        return named;
    }

    public void Dispose()
    {
        settings.Dispose();
        solver.Dispose();
    }

    private Constraint Row(int sum)
    {
        var row = solver.MakeConstraint(0, 0);
        foreach (var (cell, sign) in problem.System.Terms(sum))
        {
            if (position.TryGetValue(cell, out var place))
            {
                row.SetCoefficient(moves[place], sign);
            }
        }

        return row;
    }
}
