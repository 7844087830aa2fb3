using System.Runtime.InteropServices;

namespace Throughline.Analysis.Disclosure;

/// <summary>What an attacker can say of a hidden cell.</summary>
/// <param name="Cell">The number of the cell in the <see cref="LinkedTables"/>.</param>
/// <param name="LinearLow">The least by linear bounds.</param>
/// <param name="LinearHigh">The most by linear bounds; infinite where nothing bounds it.</param>
/// <param name="Low">The least in whole counts.</param>
/// <param name="High">The most in whole counts.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct CellRange(
    int Cell,
    double LinearLow,
    double LinearHigh,
    double Low,
    double High
)
{
    public double Width => High - Low;
}

/// <summary>What an audit found, as far as it came.</summary>
/// <param name="Ranges">The ranges, in the order of the cells.</param>
/// <param name="Looked">How many cells were attacked.</param>
/// <param name="Complete">Whether that is all of them.</param>
public sealed record AuditAnswer(IReadOnlyList<CellRange> Ranges, int Looked, bool Complete);

/// <summary>What the attacker brings to the published tables.</summary>
/// <param name="Least">
/// The least count of any hidden cell: 0, or 1 for an attacker who knows that zeros are always shown.
/// </param>
/// <param name="Threshold">Below it a count is small; 0 where the rule is not known.</param>
/// <param name="Width">A small count that can be narrowed to a range less wide than this is opened.</param>
public sealed record AttackerKnowledge(long Least = 0, long Threshold = 10, long Width = 3)
{
    /// <summary>
    /// Whether a range opens a cell: it holds a single count, or it lies among the small counts and is narrower than
    /// <see cref="Width"/>. What was only derived and never hidden by anybody is opened only if it is small and not zero.
    /// </summary>
    public bool Opens(CellRange range, bool isDerived) =>
        isDerived
            ? range.Low >= 1 && range.High < Threshold && range.Width < Width
            : range.Width < 1 || (range.High < Threshold && range.Width < Width);
}

/// <summary>Plays the attacker on published tables.</summary>
public static class TableAudit
{
    private const int LargePart = 40;
    private const int Pushes = 12;

    /// <summary>
    /// The range of every cell that no table publishes, by linear programs over all sums of all tables, and in whole counts where the
    /// linear answer is in fractions: two programs a cell. (The "attacker's problem" of Fischetti and Salazar, 2001.)
    /// </summary>
    /// <param name="tables">Everything the attacker has.</param>
    /// <param name="attacker">What the attacker knows beside.</param>
    /// <param name="progress">Told how many cells are done.</param>
    /// <param name="cancel">Stops the audit.</param>
    /// <returns>The ranges in the order of the cells.</returns>
    /// <exception cref="InputRefusedException">No counts at all fit the tables.</exception>
    public static IReadOnlyList<CellRange> Ranges(
        LinkedTables tables,
        AttackerKnowledge attacker,
        IProgress<int>? progress = null,
        CancellationToken cancel = default
    ) => Whole(Run(tables, attacker, all: true, progress, cancel), cancel);

    /// <summary>
    /// The ranges of those cells alone that are opened. A cell of which tables are known that are far enough apart needs no program of
    /// its own, which is what makes a whole state's tables feasible.
    /// </summary>
    /// <inheritdoc cref="Ranges"/>
    public static IReadOnlyList<CellRange> Opened(
        LinkedTables tables,
        AttackerKnowledge attacker,
        IProgress<int>? progress = null,
        CancellationToken cancel = default
    ) => Whole(Run(tables, attacker, all: false, progress, cancel), cancel);

    /// <summary>The same, but when stopped it answers with what was found until then.</summary>
    /// <param name="tables">Everything the attacker has.</param>
    /// <param name="attacker">What the attacker knows beside.</param>
    /// <param name="all">The ranges of all cells; otherwise of those that are opened.</param>
    /// <param name="progress">Told how many cells are done.</param>
    /// <param name="cancel">Stops the audit.</param>
    /// <exception cref="InputRefusedException">No counts at all fit the tables.</exception>
    public static AuditAnswer Run(
        LinkedTables tables,
        AttackerKnowledge attacker,
        bool all,
        IProgress<int>? progress = null,
        CancellationToken cancel = default
    )
    {
        var wanted = all ? (long?)null : Math.Max(1, attacker.Width);
        var found = Attack(tables, attacker, wanted, progress, cancel);
        return all
            ? found
            : found with
            {
                Ranges =
                [
                    .. found.Ranges.Where(range =>
                        attacker.Opens(range, tables.FirstRow(range.Cell).IsDerived)
                    ),
                ],
            };
    }

    /// <summary>The ranges of all cells, or of those that are not seen to be as wide as wanted.</summary>
    internal static AuditAnswer Attack(
        LinkedTables tables,
        AttackerKnowledge attacker,
        long? wanted,
        IProgress<int>? progress,
        CancellationToken cancel
    )
    {
        // What anybody can subtract counts as hidden too: the audit says what the subtraction gives.
        var hidden = tables
            .Counts.Select((count, cell) => count is null || tables.FirstRow(cell).IsDerived)
            .ToList();
        var known = tables.Counts.Select(count => count ?? 0).ToList();
        // Solvers do not tell "no counts fit" from "nothing bounds them": a limit that no count comes near does.
        var beyond = 1000.0 * (known.Sum() + 1000);
        var low = new double[hidden.Count];
        var high = new double[hidden.Count];
        for (var cell = 0; cell < hidden.Count; cell++)
        {
            var (least, most) = tables.Limits(cell);
            low[cell] = tables.FirstRow(cell).IsDerived ? least : Math.Max(least, attacker.Least);
            high[cell] = Math.Min(most, beyond);
        }

        var ranges = new List<CellRange>();
        var done = 0;
        foreach (var part in HiddenPart.Split(tables.System, hidden, known))
        {
            if (cancel.IsCancellationRequested)
            {
                break;
            }

            using var search = new RangeSearch(part, low, high, beyond / 4);
            for (
                var round = 0;
                round < Pushes
                    && wanted is not null
                    && part.Cells.Length >= LargePart
                    && !cancel.IsCancellationRequested;
                round++
            )
            {
                search.Push(round);
            }

            foreach (var cell in part.Cells)
            {
                if (cancel.IsCancellationRequested)
                {
                    break;
                }

                if (wanted is null || search.SeenWidth(cell) < wanted)
                {
                    ranges.Add(search.Range(cell) ?? throw Contradiction(tables, part));
                }

                progress?.Report(++done);
            }
        }

        ranges.Sort((one, other) => one.Cell.CompareTo(other.Cell));
        return new(ranges, done, done == hidden.Count(one => one));
    }

    private static IReadOnlyList<CellRange> Whole(AuditAnswer answer, CancellationToken cancel)
    {
        if (!answer.Complete)
        {
            cancel.ThrowIfCancellationRequested();
        }

        return answer.Ranges;
    }

    private static InputRefusedException Contradiction(LinkedTables tables, HiddenPart part) =>
        new(
            $"{tables.FirstRow(part.Cells[0]).Place}: no counts fit the totals around {tables.Names[part.Cells[0]]}; the tables contradict each other."
        );
}
