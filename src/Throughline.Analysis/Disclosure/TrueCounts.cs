namespace Throughline.Analysis.Disclosure;

/// <summary>
/// A count for every cell. Those that an earlier publication hid and the new tables do not hold are unknown to us as to anybody: any
/// counts that fit will do, because the attacker's ranges do not depend on which ones are true.
/// </summary>
internal static class TrueCounts
{
    /// <exception cref="InputRefusedException">No counts fit: the tables contradict each other.</exception>
    public static long[] Of(LinkedTables tables, SuppressionPolicy policy)
    {
        var missing = tables.Counts.Select(count => count is null).ToList();
        var value = tables.Counts.Select(count => count ?? 0).ToArray();
        var low = new double[value.Length];
        var high = new double[value.Length];
        for (var cell = 0; cell < value.Length; cell++)
        {
            (low[cell], high[cell]) = tables.Limits(cell);
            if (!tables.FirstRow(cell).IsDerived)
            {
                low[cell] = Math.Max(low[cell], policy.LeastHidden);
            }
        }

        foreach (var part in HiddenPart.Split(tables.System, missing, value))
        {
            var first = part.Cells[0];
            var point =
                IntegerAttack.Find(part, low, high, first, low[first], high[first])
                ?? throw new InputRefusedException(
                    $"{tables.FirstRow(first).Place}: no counts fit the totals around {tables.Names[first]}; the tables contradict each other."
                );
            for (var place = 0; place < point.Length; place++)
            {
                value[part.Cells[place]] = point[place];
            }
        }

        return value;
    }
}
