using Google.OrTools.Sat;

namespace Throughline.Analysis.Selection;

/// <summary>A panel after withdrawals.</summary>
/// <param name="Panel">Ids, in ordinal order.</param>
/// <param name="Comes">Who is new.</param>
/// <param name="Leaves">Who had to leave besides those who withdrew, because no other panel is left.</param>
public sealed record ReplacedPanel(
    IReadOnlyList<string> Panel,
    IReadOnlyList<string> Comes,
    IReadOnlyList<string> Leaves
);

/// <summary>One reserve and whom they can replace.</summary>
public sealed record Reserve(string Id, IReadOnlyList<string> CanReplace);

/// <summary>Keeps a drawn panel whole when members withdraw.</summary>
public static class Replacement
{
    private const long Kept = 1_000_000;

    /// <summary>
    /// The panel that keeps the most of those who stay; among several, the seed draws. Exact integer program.
    /// </summary>
    /// <exception cref="NoPanelException">Without those who withdrew no panel meets the quotas.</exception>
    /// <exception cref="InputRefusedException">Somebody named is not in the pool or not in the panel.</exception>
    public static ReplacedPanel After(
        SelectionProblem problem,
        IReadOnlyList<string> panel,
        IReadOnlyList<string> withdrawn,
        string seed,
        CancellationToken cancel = default
    )
    {
        PanelCheck.Counts(problem, panel);
        foreach (var id in withdrawn.Where(id => !panel.Contains(id)))
        {
            throw new InputRefusedException($"“{id}” withdrew, but is not in the panel.");
        }

        var ids = problem.Ids.Where(id => !withdrawn.Contains(id)).ToArray();
        var draw = new SeededNumbers($"replace/{seed}").Shuffled(Enumerable.Range(0, ids.Length));
        var model = new CpModel();
        var chosen = ids.ToDictionary(id => id, _ => model.NewBoolVar(""), StringComparer.Ordinal);
        model.Add(LinearExpr.Sum(chosen.Values) == problem.Size);
        foreach (var row in problem.Rows)
        {
            model.AddLinearConstraint(
                LinearExpr.Sum(
                    ids.Where(id => row.Types.Contains(problem.TypeOf(id))).Select(id => chosen[id])
                ),
                row.Min,
                row.Max
            );
        }

        model.Maximize(
            LinearExpr.WeightedSum(
                ids.Select(id => chosen[id]),
                ids.Select((id, at) => panel.Contains(id) ? Kept : draw[at])
            )
        );
        cancel.ThrowIfCancellationRequested();
        var solver = new CpSolver
        {
            StringParameters = "num_workers:1,random_seed:1,catch_sigint_signal:false",
        };
        using var stop = cancel.Register(solver.StopSearch);
        if (solver.Solve(model) != CpSolverStatus.Optimal)
        {
            cancel.ThrowIfCancellationRequested();
            throw new NoPanelException("Without those who withdrew, no panel meets every quota.");
        }

        var next = ids.Where(id => solver.BooleanValue(chosen[id])).ToList();
        return new ReplacedPanel(
            next,
            [.. next.Except(panel, StringComparer.Ordinal)],
            [
                .. panel
                    .Except(next, StringComparer.Ordinal)
                    .Except(withdrawn, StringComparer.Ordinal),
            ]
        );
    }

    /// <summary>
    /// A short list of reserves for the first withdrawal: each next one can replace the most members whom no earlier one can; ties are
    /// drawn. Members of a must-have rule need no reserve.
    /// </summary>
    /// <param name="most">The longest list.</param>
    public static IReadOnlyList<Reserve> Reserves(
        SelectionProblem problem,
        IReadOnlyList<string> panel,
        int most,
        string seed
    )
    {
        var members = panel.Where(id => !problem.Types[problem.TypeOf(id)].MustHave).ToList();
        var counts = PanelCheck.Counts(problem, panel);
        // Whether a swap keeps the quotas depends on the two types alone.
        var allowed = members
            .Select(problem.TypeOf)
            .Distinct()
            .ToDictionary(leaves => leaves, leaves => Coming(problem, counts, leaves));
        var others = new SeededNumbers($"reserve/{seed}")
            .Shuffled(problem.Ids.Except(panel, StringComparer.Ordinal))
            .Select(id => new Reserve(
                id,
                [.. members.Where(member => allowed[problem.TypeOf(member)][problem.TypeOf(id)])]
            ))
            .Where(reserve => reserve.CanReplace.Count > 0)
            .ToList();
        var (list, covered) = (new List<Reserve>(), new HashSet<string>(StringComparer.Ordinal));
        while (list.Count < most && others.Count > 0)
        {
            var best = others.MaxBy(other => other.CanReplace.Count(id => !covered.Contains(id)))!;
            list.Add(best);
            others.Remove(best);
            covered.UnionWith(best.CanReplace);
        }

        return list;
    }

    /// <summary>For each type whether one of it can come when one of <paramref name="leaves"/> goes.</summary>
    private static bool[] Coming(
        SelectionProblem problem,
        IReadOnlyList<RowCount> counts,
        int leaves
    )
    {
        var rows = problem.Rows.Select(row => row.Types.ToHashSet()).ToList();
        return
        [
            .. problem.Types.Select(
                (_, comes) =>
                    rows.Select(
                            (types, at) =>
                                counts[at].Count
                                - (types.Contains(leaves) ? 1 : 0)
                                + (types.Contains(comes) ? 1 : 0)
                        )
                        .Zip(counts)
                        .All(pair => pair.First >= pair.Second.Min && pair.First <= pair.Second.Max)
            ),
        ];
    }
}
