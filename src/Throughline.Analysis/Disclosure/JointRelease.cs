namespace Throughline.Analysis.Disclosure;

/// <summary>New tables and all that was published before, as one problem of suppression.</summary>
internal sealed class JointRelease
{
    private const long KeptWidth = 3;
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

    public ProtectedTables Read(SuppressionAnswer answer, IEnumerable<int> less)
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
            [.. less.Select(cell => all.Names[cell])],
            answer
        );
    }

    public InputRefusedException Refusal(int cell)
    {
        var because = wasPublic.Contains(true)
            ? "what was published before and the totals give it away"
            : "the totals give it away";
        return new(
            $"{all.FirstRow(cell).Place}: {all.Names[cell]} cannot be protected, whatever else is hidden: {because}. Merge categories, leave a total out, or accept a narrower range."
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
        // Whole, so that the linear attack ends in whole counts more often.
        var ceiling = Math.Floor(1.5 * value.DefaultIfEmpty().Max());
        var (low, high) = (new double[cells], new double[cells]);
        var cost = new long[cells];
        var role = new CellRole[cells];
        var protection = new Protection[cells];
        var before = NarrowBefore(policy);
        for (var cell = 0; cell < cells; cell++)
        {
            var row = all.FirstRow(cell);
            var asked = IsOurs(cell) ? policy.Ask(value[cell], row) : null;
            isPrimary[cell] = asked is not null && !row.IsDerived;
            cost[cell] = policy.CostOf(value[cell], row);
            role[cell] =
                wasPublic[cell] ? CellRole.Public
                : asked is not null || row.IsDerived || wasHidden[cell] ? CellRole.Hidden
                : !isNew[cell] || (value[cell] == 0 && !policy.HidesZeros) ? CellRole.Public
                : CellRole.Free;
            (low[cell], high[cell]) = Limits(policy, cell, value[cell], asked is not null, ceiling);
            protection[cell] = Attainable(
                Asked(asked, cell, before),
                value[cell],
                low[cell],
                high[cell]
            );
        }

        return new(all.System, value, low, high, cost, role, protection);
    }

    /// <summary>Whether its count is known to us: it stands in a new table, or can be subtracted there.</summary>
    private bool IsOurs(int cell) =>
        isNew[cell]
        || (all.Counts[cell] is not null)
        || (
            all.FirstRow(cell).IsDerived
            && all.System.SumsOf(cell)
                .Select(sum => all.System.Sums[sum])
                .Any(sum => isNew[sum.Total] && sum.Parts.All(part => part == cell || isNew[part]))
        );

    /// <summary>
    /// The ranges that earlier publications alone already narrow: nobody can ask for more than those left.
    /// </summary>
    private Dictionary<string, double> NarrowBefore(SuppressionPolicy policy)
    {
        if (newTables == all.Tables.Count)
        {
            return [];
        }

        var history = LinkedTables.Of([.. all.Tables.Skip(newTables)]);
        var attacker = new AttackerKnowledge(policy.LeastHidden);
        return TableAudit
            .Attack(history, attacker, KeptWidth, progress: null, CancellationToken.None)
            .Ranges.ToDictionary(
                range => history.Names[range.Cell],
                range => range.Width,
                StringComparer.Ordinal
            );
    }

    /// <summary>
    /// What was hidden before must not be opened by what is added now: a count that nobody knows keeps a range worth hiding, one that is
    /// known to be no small one keeps more than one possible count.
    /// </summary>
    private Protection Asked(Protection? asked, int cell, Dictionary<string, double> before)
    {
        var own = asked ?? default;
        if (!wasHidden[cell] || wasPublic[cell])
        {
            return own;
        }

        var kept = all.Counts[cell] is null ? KeptWidth : 1;
        var left = before.GetValueOrDefault(all.Names[cell], kept);
        return own with { Width = Math.Max(own.Width, (long)Math.Min(kept, left)) };
    }

    private (double Low, double High) Limits(
        SuppressionPolicy policy,
        int cell,
        long value,
        bool primary,
        double ceiling
    )
    {
        var row = all.FirstRow(cell);
        var (least, most) = all.Limits(cell);
        if (row.IsDerived)
        {
            return (least, Math.Min(most, ceiling));
        }

        if (
            policy.Attacker == AttackerView.Rule
            && policy.Threshold > 0
            && value > 0
            && all.Counts[cell] is not null
        )
        {
            var small = primary && value < policy.Threshold;
            return small ? (1, policy.Threshold - 1) : (Math.Min(value, policy.Threshold), ceiling);
        }

        return (
            Math.Min(value, Math.Max(least, policy.LeastHidden)),
            Math.Max(value, Math.Min(most, ceiling))
        );
    }

    /// <summary>Nobody can ask for a range beyond what the attacker knows from the rule itself.</summary>
    private static Protection Attainable(Protection asked, long value, double low, double high) =>
        new(
            (long)Math.Min(asked.Lower, value - low),
            (long)Math.Min(asked.Upper, high - value),
            (long)Math.Min(asked.Width, high - low)
        );
}
