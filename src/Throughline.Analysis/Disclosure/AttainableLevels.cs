namespace Throughline.Analysis.Disclosure;

/// <summary>
/// Levels that can be had. What the attacker knows beside the sums (zeros are shown, marks) can leave a count less room than a rule asks
/// for, whatever is hidden: nine pupils in five groups are at least five. Where that is accepted, such a count is asked for all the room
/// there is, but never for less than the width that makes hiding worth it.
/// </summary>
internal static class AttainableLevels
{
    /// <summary>The problem with levels that can be met, and the cells that got less than was asked for, ascending.</summary>
    /// <exception cref="UnprotectableException">A cell cannot even have its width.</exception>
    public static (SuppressionProblem Problem, IReadOnlyCollection<int> Less) Of(
        SuppressionProblem problem,
        CancellationToken cancel
    )
    {
        bool[] all = [.. problem.Role.Select(role => role != CellRole.Public)];
        var less = new SortedSet<int>();
        while (true)
        {
            using var check = new PatternCheck(problem, new SumBlocks(problem));
            var failing = check.Break(all, cancel).ConvertAll(one => one.Target);
            if (failing.Count == 0)
            {
                return (problem, less);
            }

            Protection[] protection = [.. problem.Protection];
            foreach (var part in HiddenPart.Split(problem.System, all, problem.Value))
            {
                using var attack = new LinearAttack(part, problem.Low, problem.High);
                foreach (
                    var cell in failing
                        .Distinct()
                        .Where(cell => Array.BinarySearch(part.Cells, cell) >= 0)
                )
                {
                    cancel.ThrowIfCancellationRequested();
                    protection[cell] = Attainable(
                        problem,
                        part,
                        attack,
                        cell,
                        inWhole: !less.Add(cell)
                    );
                }
            }

            problem = problem with { Protection = protection };
        }
    }

    private static Protection Attainable(
        SuppressionProblem problem,
        HiddenPart part,
        LinearAttack attack,
        int cell,
        bool inWhole
    )
    {
        const double Slack = 1e-6;
        var (asked, value) = (problem.Protection[cell], problem.Value[cell]);
        var (low, high) = inWhole
            ? IntegerAttack.Bounds(part, problem.Low, problem.High, cell)!.Value
            : (
                (long)Math.Ceiling(attack.Extreme(cell, most: false)!.Value - Slack),
                (long)Math.Floor(attack.Extreme(cell, most: true)!.Value + Slack)
            );
        return high - low < asked.Width
            ? throw new UnprotectableException(cell)
            : asked with
            {
                Lower = Math.Min(asked.Lower, value - low),
                Upper = Math.Min(asked.Upper, high - value),
            };
    }
}
