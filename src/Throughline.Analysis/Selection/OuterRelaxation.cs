namespace Throughline.Analysis.Selection;

/// <summary>
/// The quotas read as a linear program over probabilities: pₜ from 0 to 1, Σ nₜpₜ = k, each row between its bounds, each cut kept. Every
/// lottery over panels meets it, so what is best here is a bound on what any lottery can do.
/// </summary>
internal sealed class OuterRelaxation : IDisposable
{
    private readonly SelectionProblem problem;
    private readonly int sizeRow;
    private readonly int[] panelRows;
    private readonly int[] cutRows;

    public OuterRelaxation(SelectionProblem problem, IReadOnlyList<Cut> cuts, double cap = 1)
    {
        this.problem = problem;
        Probability =
        [
            .. problem.Types.Select(type =>
                Program.Variable(type.MustHave ? 1 : 0, type.MustHave ? 1 : cap)
            ),
        ];
        sizeRow = Row(problem.Size, problem.Size, _ => 1);
        panelRows =
        [
            .. problem.Rows.Select(row =>
            {
                var types = row.Types.ToHashSet();
                return Row(row.Min, row.Max, type => types.Contains(type) ? 1 : 0);
            }),
        ];
        cutRows =
        [
            .. cuts.Select(cut =>
                Row(double.NegativeInfinity, cut.Bound, type => cut.Weights[type])
            ),
        ];
    }

    public LinearProgram Program { get; } = new();

    /// <summary>The variable of each type's probability.</summary>
    public int[] Probability { get; }

    /// <summary>The dual values of the last solution, each multiplied by <paramref name="sign"/>.</summary>
    public Multipliers Multipliers(double[] types, double sign) =>
        new(
            types,
            sign * Program.Dual(sizeRow),
            [.. panelRows.Select(row => sign * Program.Dual(row))],
            [.. cutRows.Select(row => sign * Program.Dual(row))]
        );

    public void Dispose() => Program.Dispose();

    private int Row(double low, double high, Func<int, double> perPanelMember)
    {
        var row = Program.Row(low, high);
        for (var type = 0; type < problem.Types.Count; type++)
        {
            var coefficient = perPanelMember(type) * problem.Types[type].Count;
            if (coefficient != 0)
            {
                Program.Set(row, Probability[type], coefficient);
            }
        }

        return row;
    }
}
