namespace Throughline.Analysis.Selection;

/// <summary>
/// Turns probabilities into a lottery over panels, or proves by a cut that no lottery has them.
/// <para>
/// First panels are drawn by need: each next one maximizes what the average of the earlier ones still lacks, and any panel within 2 % of
/// the best will do. About as many as there are types nearly always suffice. Then columns are generated (Dantzig and Wolfe 1960) until
/// the distance is zero, which needs no proof, or until the exact search finds no panel that brings the mixture nearer; its dual
/// values are then a cut.
/// </para>
/// </summary>
internal sealed class MixtureSearch(
    SelectionProblem problem,
    PanelStore store,
    Action<int, int> progress,
    CancellationToken cancel
)
{
    /// <summary>The sum of the differences in expected numbers below which a mixture counts as reaching what is wanted.</summary>
    private const double Reached = 1e-8;
    private const double RoughGap = 0.02;
    private const int PanelsPerRound = 8;

    /// <returns>The lottery, or the cut.</returns>
    public (Mixture? Mixture, Cut? Cut) Find(double[] probabilities)
    {
        var expected = probabilities
            .Select((value, type) => value * problem.Types[type].Count)
            .ToArray();
        var face = PanelFace.Of(problem, expected);
        var search = new PanelSearch(problem, face);
        using var master = new MixtureMaster(expected);
        var here = new PanelStore();
        foreach (var panel in store.Panels.Where(panel => LiesOn(face, panel)))
        {
            here.Add(panel);
            master.Add(panel);
        }

        if (!DrawByNeed(search, master, here, expected))
        {
            return (null, new CutSearch(problem, cancel).EmptyFace(face, expected));
        }

        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            master.Solve();
            if (master.Distance <= Reached)
            {
                return (master.Mixture(), null);
            }

            var prices = master.Prices();
            if (!AddBetter(search, master, here, prices))
            {
                var cut = new CutSearch(problem, cancel).From(prices, face, expected);
                return cut is null ? (master.Mixture(), null) : (null, cut);
            }
        }
    }

    private bool LiesOn(PanelFace face, int[] panel)
    {
        for (var type = 0; type < panel.Length; type++)
        {
            if (panel[type] < face.Least[type] || panel[type] > face.Most[type])
            {
                return false;
            }
        }

        for (var row = 0; row < face.RowMin.Length; row++)
        {
            var sum = problem.Rows[row].Types.Sum(type => panel[type]);
            if (sum < face.RowMin[row] || sum > face.RowMax[row])
            {
                return false;
            }
        }

        return true;
    }

    private bool AddTo(MixtureMaster master, PanelStore here, int[] panel)
    {
        store.Add(panel);
        if (!here.Add(panel))
        {
            return false;
        }

        master.Add(panel);
        return true;
    }

    /// <summary>False where the face holds no panel.</summary>
    private bool DrawByNeed(
        PanelSearch search,
        MixtureMaster master,
        PanelStore here,
        double[] expected
    )
    {
        var drawn = new double[expected.Length];
        var most = expected.Length + (expected.Length / 5) + 20;
        var check = Math.Max(10, expected.Length / 5);
        for (int round = 1, again = 0; round <= most && again < 20; round++)
        {
            var lacking = expected
                .Select(
                    (value, type) => ((round * value) - drawn[type]) / problem.Types[type].Count
                )
                .ToArray();
            if (search.Best(WholeWeights.Of(lacking), RoughGap, cancel) is not var (panel, _))
            {
                return false;
            }

            again = AddTo(master, here, panel) ? 0 : again + 1;
            for (var type = 0; type < drawn.Length; type++)
            {
                drawn[type] += panel[type];
            }

            progress(round, most);
            if (round >= expected.Length / 2 && round % check == 0)
            {
                master.Solve();
                if (master.Distance <= Reached)
                {
                    break;
                }
            }
        }

        return true;
    }

    /// <summary>Panels that are worth more than those in use; false where there is none.</summary>
    private bool AddBetter(
        PanelSearch search,
        MixtureMaster master,
        PanelStore here,
        double[] prices
    )
    {
        var weights = WholeWeights.Of(prices);
        var worth = WholeWeights.Sum(weights, master.MostUsed());
        var found = false;
        var damped = (double[])prices.Clone();
        for (var round = 0; round < PanelsPerRound; round++)
        {
            // The first is the best there is; the others spread out from it.
            var (panel, _) = search
                .Best(WholeWeights.Of(damped), round == 0 ? 0 : RoughGap, cancel)!
                .Value;
            if (round == 0 && WholeWeights.Sum(weights, panel) <= worth + Rounding(panel))
            {
                return false;
            }

            found |= AddTo(master, here, panel);
            for (var type = 0; type < panel.Length; type++)
            {
                damped[type] -= 0.5 * panel[type] / problem.Types[type].Count;
            }
        }

        return found;
    }

    /// <summary>What rounding the prices to whole numbers can make of equal panels.</summary>
    private static long Rounding(int[] panel) => panel.Sum();
}
