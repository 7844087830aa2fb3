namespace Throughline.Analysis.Disclosure;

/// <summary>
/// The ranges of the cells of one part, with what every answer shows of the other cells. A bound above <c>beyond</c> is none.
/// </summary>
internal sealed class RangeSearch(HiddenPart part, double[] low, double[] high, double beyond)
    : IDisposable
{
    private const double Slack = 1e-6;
    private readonly LinearAttack attack = new(part, low, high);
    private readonly double[] seenLow = Filled(part, double.PositiveInfinity);
    private readonly double[] seenHigh = Filled(part, double.NegativeInfinity);

    /// <summary>How far apart whole counts were seen that fit; negative where none were.</summary>
    public double SeenWidth(int cell)
    {
        var place = attack.PositionOf(cell);
        return seenHigh[place] - seenLow[place];
    }

    public void Push(int round)
    {
        foreach (var point in attack.Push(round))
        {
            See(point);
        }
    }

    /// <summary>The exact range; null where no counts fit.</summary>
    public CellRange? Range(int cell)
    {
        if (
            attack.Extreme(cell, most: false) is not { } least
            || attack.Extreme(cell, most: true) is not { } most
        )
        {
            return null;
        }

        See(least);
        See(most);
        var isBounded = most.Value < beyond;
        var range = new CellRange(
            cell,
            Clean(least.Value),
            isBounded ? Clean(most.Value) : double.PositiveInfinity,
            // Adding zero makes a count of "minus nothing" what it is.
            Math.Ceiling(least.Value - Slack) + 0.0,
            isBounded ? Math.Floor(most.Value + Slack) : double.PositiveInfinity
        );
        // Whole counts reach it, or nothing bounds it: integers change nothing.
        if (least.IsWhole && (most.IsWhole || !isBounded))
        {
            return range;
        }

        return IntegerAttack.Bounds(part, low, high, cell) is var (fewest, greatest)
            ? range with
            {
                Low = fewest,
                High = isBounded ? greatest : range.High,
            }
            : null;
    }

    public void Dispose() => attack.Dispose();

    private void See(LinearExtreme extreme)
    {
        if (!extreme.IsWhole)
        {
            return;
        }

        for (var place = 0; place < seenLow.Length; place++)
        {
            // The solver's noise must not pass for a cell that moves.
            var count = Math.Round(extreme.Point[place]);
            seenLow[place] = Math.Min(seenLow[place], count);
            seenHigh[place] = Math.Max(seenHigh[place], count);
        }
    }

    /// <summary>Takes the noise of the solver off a bound.</summary>
    private static double Clean(double bound) =>
        (Math.Abs(bound - Math.Round(bound)) < Slack ? Math.Round(bound) : Math.Round(bound, 6))
        + 0.0;

    private static double[] Filled(HiddenPart part, double value)
    {
        var list = new double[part.Cells.Length];
        Array.Fill(list, value);
        return list;
    }
}
