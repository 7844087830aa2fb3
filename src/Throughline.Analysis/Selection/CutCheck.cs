namespace Throughline.Analysis.Selection;

/// <summary>
/// Proves that Σ weightₜ·cₜ ≤ bound for every panel, by trying them: a panel above the bound may lose less than some amount against the
/// multipliers' estimate, each deviation from the estimate's choice loses a known amount, and so few deviations need trying.
/// </summary>
internal sealed class CutCheck
{
    public const long MostSteps = 20_000_000;

    /// <summary>Losses are doubles: this much is forgiven, so that rounding never prunes a panel.</summary>
    private const double Forgiven = 1e-6;
    private readonly Certificate certificate;
    private readonly int[] order;
    private readonly double[] left;
    private readonly int[][] rowsOf;
    private readonly double[] multipliers;
    private readonly int[] used;
    private readonly int[] available;
    private readonly double budget;
    private int seats;
    private int seatsAvailable;
    private long steps;

    public CutCheck(Certificate certificate, CertifiedCut cut)
    {
        this.certificate = certificate;
        var types = certificate.Types.Count;
        left = new double[types];
        rowsOf = new int[types][];
        multipliers = [.. cut.Rows.Select(value => double.IsFinite(value) ? value : 0)];
        used = new int[certificate.Rows.Count];
        available = new int[certificate.Rows.Count];
        var size = double.IsFinite(cut.Size) ? cut.Size : 0;
        var estimate = size * certificate.Size;
        for (var row = 0; row < multipliers.Length; row++)
        {
            var (min, max) = (certificate.Rows[row].Min, certificate.Rows[row].Max);
            estimate += multipliers[row] * (multipliers[row] > 0 ? max : min);
        }

        for (var type = 0; type < types; type++)
        {
            rowsOf[type] =
            [
                .. Enumerable
                    .Range(0, certificate.Rows.Count)
                    .Where(row => certificate.Rows[row].Types.Contains(type)),
            ];
            left[type] = cut.Weights[type] - size - rowsOf[type].Sum(row => multipliers[row]);
            var count = certificate.Types[type].Members.Count;
            estimate +=
                (certificate.Types[type].MustHave ? left[type] : Math.Max(0, left[type])) * count;
            seatsAvailable += count;
            foreach (var row in rowsOf[type])
            {
                available[row] += count;
            }
        }

        order = [.. Enumerable.Range(0, types).OrderByDescending(type => Math.Abs(left[type]))];
        // Whole numbers: a panel above the bound is above it by at least 1.
        budget = estimate - (cut.Bound + 1) + Forgiven;
    }

    /// <summary>True where it holds, false where a panel breaks it, null where the steps did not suffice.</summary>
    public bool? Run() =>
        budget < 0 ? true
        : Breaks(0, 0) ? false
        : steps > MostSteps ? null
        : true;

    /// <summary>Whether some panel that agrees with the choices so far loses no more than the budget.</summary>
    private bool Breaks(int at, double lost)
    {
        if (++steps > MostSteps || lost + RowLoss() > budget)
        {
            return false;
        }

        if (at == order.Length)
        {
            return seats == certificate.Size
                && Enumerable
                    .Range(0, used.Length)
                    .All(row => used[row] >= certificate.Rows[row].Min);
        }

        var type = order[at];
        var count = certificate.Types[type].Members.Count;
        Take(type, 0, -count);
        var found = false;
        for (var step = 0; step <= count && !found; step++)
        {
            var chosen = left[type] > 0 ? count - step : step;
            if (certificate.Types[type].MustHave)
            {
                chosen = count;
            }

            var loss =
                certificate.Types[type].MustHave ? 0
                : left[type] > 0 ? step * left[type]
                : step * -left[type];
            if (lost + loss > budget)
            {
                break;
            }

            Take(type, chosen, 0);
            found = Possible(type) && Breaks(at + 1, lost + loss);
            Take(type, -chosen, 0);
            if (certificate.Types[type].MustHave)
            {
                break;
            }
        }

        Take(type, 0, count);
        return found;
    }

    private void Take(int type, int chosen, int free)
    {
        seats += chosen;
        seatsAvailable += free;
        foreach (var row in rowsOf[type])
        {
            used[row] += chosen;
            available[row] += free;
        }
    }

    private bool Possible(int type)
    {
        if (seats > certificate.Size || seats + seatsAvailable < certificate.Size)
        {
            return false;
        }

        foreach (var row in rowsOf[type])
        {
            if (
                used[row] > certificate.Rows[row].Max
                || used[row] + available[row] < certificate.Rows[row].Min
            )
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What the rows lose for certain: one that cannot fill up to its most any more, or is above its least.</summary>
    private double RowLoss()
    {
        var loss = 0d;
        for (var row = 0; row < used.Length; row++)
        {
            var (min, max) = (certificate.Rows[row].Min, certificate.Rows[row].Max);
            loss +=
                multipliers[row] > 0
                    ? multipliers[row] * Math.Max(0, max - used[row] - available[row])
                : multipliers[row] < 0 ? -multipliers[row] * Math.Max(0, used[row] - min)
                : 0;
        }

        return loss;
    }
}
