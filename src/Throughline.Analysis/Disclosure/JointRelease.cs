namespace Throughline.Analysis.Disclosure;

/// <summary>New tables and all that was published before, as one problem of suppression.</summary>
internal sealed class JointRelease
{
    private readonly LinkedTables all;
    private readonly int newTables;
    private readonly bool[] isNew;
    private readonly bool[] isPrimary;
    private readonly bool[] wasHidden;
    private readonly bool[] wasPublic;

    private JointRelease(
        IReadOnlyList<CountTable> tables,
        IReadOnlyList<CountTable> history,
        SuppressionPolicy policy
    )
    {
        all = LinkedTables.Of([.. tables, .. history]);
        newTables = tables.Count;
        var cells = all.System.Cells;
        (isNew, isPrimary) = (new bool[cells], new bool[cells]);
        (wasHidden, wasPublic) = (new bool[cells], new bool[cells]);
        for (var table = 0; table < all.Tables.Count; table++)
        {
            for (var row = 0; row < all.Tables[table].Cells.Count; row++)
            {
                Mark(table, row);
            }
        }

        Problem = Build(policy);
    }

    public SuppressionProblem Problem { get; }

    public static JointRelease Of(
        IReadOnlyList<CountTable> tables,
        IReadOnlyList<CountTable> history,
        SuppressionPolicy policy
    ) => new(tables, history, policy);

    public ProtectedTables Read(SuppressionAnswer answer)
    {
        var hidden = new IReadOnlyList<bool>[newTables];
        for (var table = 0; table < newTables; table++)
        {
            hidden[table] =
            [
                .. Enumerable
                    .Range(0, all.Tables[table].Cells.Count)
                    .Select(row => all.CellOf(table, row))
                    .Select(cell => answer.Hidden[cell] || isPrimary[cell]),
            ];
        }

        var shown = Enumerable
            .Range(0, all.System.Cells)
            .Where(cell => isNew[cell] && !all.FirstRow(cell).IsDerived)
            .ToList();
        return new(
            hidden,
            shown.Count(cell => isPrimary[cell]),
            shown.Count(cell => answer.Hidden[cell] && Problem.Role[cell] == CellRole.Free),
            shown.Count(cell => wasHidden[cell] && !isPrimary[cell]),
            [
                .. shown
                    .Where(cell => isPrimary[cell] && wasPublic[cell])
                    .Select(cell => all.Names[cell]),
            ],
            answer
        );
    }

    public InputRefusedException Refusal(int cell)
    {
        var because = wasPublic.Contains(true)
            ? "what was published before and the totals give it away"
            : "the totals give it away";
        return new(
            $"{all.FirstRow(cell).Place}: {all.Names[cell]} cannot be protected, whatever else is hidden: {because}. Merge categories, or leave a total out."
        );
    }

    private void Mark(int table, int row)
    {
        var cell = all.CellOf(table, row);
        var given = all.Tables[table].Cells[row];
        if (table < newTables)
        {
            isNew[cell] = true;
            if (given.Count is null && !given.IsDerived)
            {
                throw new InputRefusedException(
                    $"{given.Place}: the count is missing; the table to protect needs all its counts."
                );
            }
        }
        else if (given.Count is null)
        {
            wasHidden[cell] |= !given.IsDerived;
        }
        else
        {
            wasPublic[cell] = true;
        }
    }

    private SuppressionProblem Build(SuppressionPolicy policy)
    {
        var value = TrueCounts.Of(all, policy);
        var cells = value.Length;
        var ceiling = 1.5 * value.DefaultIfEmpty().Max();
        var (low, high) = (new double[cells], new double[cells]);
        var cost = new long[cells];
        var role = new CellRole[cells];
        var protection = new Protection[cells];
        for (var cell = 0; cell < cells; cell++)
        {
            var row = all.FirstRow(cell);
            var asked = policy.Ask(value[cell], row);
            isPrimary[cell] = asked is not null && !row.IsDerived;
            cost[cell] = policy.CostOf(value[cell], row);
            role[cell] =
                wasPublic[cell] ? CellRole.Public
                : asked is not null || row.IsDerived || wasHidden[cell] ? CellRole.Hidden
                : !isNew[cell] || (value[cell] == 0 && !policy.HidesZeros) ? CellRole.Public
                : CellRole.Free;
            (low[cell], high[cell]) = Limits(policy, row, value[cell], asked is not null, ceiling);
            protection[cell] = Attainable(asked ?? default, value[cell], low[cell], high[cell]);
        }

        return new(all.System, value, low, high, cost, role, protection);
    }

    private static (double Low, double High) Limits(
        SuppressionPolicy policy,
        TableCell row,
        long value,
        bool primary,
        double ceiling
    )
    {
        if (
            row.IsDerived
            || policy.Attacker == AttackerView.Counts
            || policy.HidesZeros
            || value == 0
        )
        {
            return (0, ceiling);
        }

        return policy.Attacker == AttackerView.Rule && policy.Threshold > 0
            ? primary && value < policy.Threshold
                ? (1, policy.Threshold - 1)
                : (Math.Min(value, policy.Threshold), ceiling)
            : (1, ceiling);
    }

    /// <summary>Nobody can ask for a range beyond what the attacker knows from the rule itself.</summary>
    private static Protection Attainable(Protection asked, long value, double low, double high) =>
        new(
            (long)Math.Min(asked.Lower, value - low),
            (long)Math.Min(asked.Upper, high - value),
            (long)Math.Min(asked.Width, high - low)
        );
}
