namespace Throughline.Analysis.Selection;

/// <summary>What a panel does about one quota or rule.</summary>
public sealed record RowCount(string Row, int Count, int Min, int Max)
{
    public bool Holds => Count >= Min && Count <= Max;
}

/// <summary>Looks at a panel of named candidates.</summary>
public static class PanelCheck
{
    /// <summary>Every quota and rule with what the panel has of it.</summary>
    /// <exception cref="InputRefusedException">A member is not in the pool, or named twice.</exception>
    public static IReadOnlyList<RowCount> Counts(
        SelectionProblem problem,
        IReadOnlyList<string> panel
    )
    {
        foreach (var id in panel)
        {
            if (!problem.Has(id))
            {
                throw new InputRefusedException($"“{id}” is not in the pool.");
            }
        }

        if (panel.Distinct(StringComparer.Ordinal).Count() != panel.Count)
        {
            throw new InputRefusedException("The panel names somebody twice.");
        }

        var types = panel.Select(problem.TypeOf).ToList();
        return
        [
            .. problem.Rows.Select(row => new RowCount(
                row.Name,
                types.Count(type => row.Types.Contains(type)),
                row.Min,
                row.Max
            )),
        ];
    }

    /// <summary>The quotas and rules that would break if one left and another came; none where the swap is allowed.</summary>
    public static IReadOnlyList<RowCount> Swap(
        SelectionProblem problem,
        IReadOnlyList<string> panel,
        string leaves,
        string comes
    ) => [.. Counts(problem, [.. panel.Where(id => id != leaves), comes]).Where(row => !row.Holds)];
}
