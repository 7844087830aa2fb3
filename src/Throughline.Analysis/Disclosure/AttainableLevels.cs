namespace Throughline.Analysis.Disclosure;

/// <summary>
/// Levels that can be had. What the attacker knows beside the sums (zeros are shown, marks) can leave a count less room than a rule asks
/// for, whatever is hidden: nine pupils in five groups are at least five. Where that is accepted, such a count is asked for all the room
/// there is, but never for less than the width that makes hiding worth it.
/// </summary>
internal sealed class AttainableLevels
{
    private const double Slack = 1e-6;
    private readonly bool[] all;
    private readonly SortedDictionary<int, int> tries = [];
    private SuppressionProblem problem;

    private AttainableLevels(SuppressionProblem problem)
    {
        this.problem = problem;
        all = [.. problem.Role.Select(role => role != CellRole.Public)];
    }

    /// <summary>The problem with levels that can be met, and the cells that got less than was asked for, ascending.</summary>
    /// <exception cref="UnprotectableException">A cell cannot even have its width.</exception>
    public static (SuppressionProblem Problem, IReadOnlyCollection<int> Less) Of(
        SuppressionProblem problem,
        CancellationToken cancel
    )
    {
        var levels = new AttainableLevels(problem);
        while (levels.Lower(cancel)) { }

        return (levels.problem, levels.tries.Keys);
    }

    /// <summary>Lowers what fails even where all is hidden; whether anything did.</summary>
    private bool Lower(CancellationToken cancel)
    {
        using var check = new PatternCheck(problem, new SumBlocks(problem));
        var failing = check.Break(all, cancel).Select(one => one.Target).Distinct().ToList();
        double[] share = [.. all.Select(one => one ? 1.0 : 0)];
        Protection[] protection = [.. problem.Protection];
        var hard = new List<int>();
        foreach (var cell in failing)
        {
            tries[cell] = tries.GetValueOrDefault(cell) + 1;
            if (tries[cell] > 1)
            {
                hard.Add(cell);
                continue;
            }

            // What the sums around it leave is more than all sums leave, or the same, and quickly found.
            protection[cell] = Attainable(
                cell,
                problem.Value[cell] - (long)Floor(check.Reach(share, cell, up: false)),
                problem.Value[cell] + (long)Floor(check.Reach(share, cell, up: true))
            );
        }

        foreach (
            var part in hard.Count == 0 ? [] : HiddenPart.Split(problem.System, all, problem.Value)
        )
        {
            LowerHard(part, hard, protection, cancel);
        }

        problem = problem with { Protection = protection };
        return failing.Count > 0;
    }

    private void LowerHard(
        HiddenPart part,
        List<int> hard,
        Protection[] protection,
        CancellationToken cancel
    )
    {
        var here = hard.FindAll(cell => Array.BinarySearch(part.Cells, cell) >= 0);
        if (here.Count == 0)
        {
            return;
        }

        using var attack = new LinearAttack(part, problem.Low, problem.High);
        foreach (var cell in here)
        {
            cancel.ThrowIfCancellationRequested();
            var (low, high) =
                tries[cell] > 2
                    ? IntegerAttack.Bounds(part, problem.Low, problem.High, cell)!.Value
                    : (
                        (long)Math.Ceiling(attack.Extreme(cell, most: false)!.Value - Slack),
                        (long)Floor(attack.Extreme(cell, most: true)!.Value)
                    );
            protection[cell] = Attainable(cell, low, high);
        }
    }

    private Protection Attainable(int cell, long low, long high)
    {
        var (asked, value) = (problem.Protection[cell], problem.Value[cell]);
        return high - low < asked.Width
            ? throw new UnprotectableException(cell)
            : asked with
            {
                Lower = Math.Min(asked.Lower, value - low),
                Upper = Math.Min(asked.Upper, high - value),
            };
    }

    private static double Floor(double reach) =>
        Math.Floor(Math.Min(reach, long.MaxValue / 4) + Slack);
}
