namespace Throughline.Analysis.Training;

/// <summary>
/// Settles site by site whether it is open, the most promising part first. A part whose bound reaches the best plan's cost holds nothing cheaper. Where
/// no site is free, a guess leaves out every assignment whose bound is above it: if the rest holds a plan of at most the guess, it is the part's
/// cheapest, as whatever was left out costs more; if not, the part's bound is now above the guess and it waits its turn again.
/// </summary>
internal sealed class SiteTree
{
    // Looked for more often, a better plan costs more time than it saves.
    private static readonly int[] Dives = [1, 4, 16, 64, 256];
    private readonly WholeProblem problem;
    private readonly Action<long, long>? progress;
    private readonly long until;
    private readonly PriorityQueue<Part, (double Bound, int Number)> parts = new();
    private int made;
    private int taken;

    public SiteTree(WholeProblem problem, TimeSpan limit, Action<long, long>? progress)
    {
        this.problem = problem;
        this.progress = progress;
        until = Environment.TickCount64 + (long)limit.TotalMilliseconds;
    }

    /// <summary>The cheapest plan found, by customer; null where there is none.</summary>
    public int[]? Plan { get; private set; }

    /// <summary>What the plan costs; the largest number where there is none.</summary>
    public long Cost { get; private set; } = long.MaxValue;

    /// <summary>No plan costs less.</summary>
    public long Bound { get; private set; }

    /// <summary>False where the time was over or the search was canceled.</summary>
    public bool IsComplete { get; private set; }

    private TimeSpan Left =>
        TimeSpan.FromMilliseconds(Math.Max(1, until - Environment.TickCount64));

    public void Search(CancellationToken cancel)
    {
        try
        {
            var root = LagrangianBound.Of(problem, cancel);
            Bound = root.Whole;
            Add(root);
            IsComplete = SearchAll(cancel);
        }
        catch (OperationCanceledException)
        {
            // The best plan so far is the answer; whoever asked decides what it means that there is none.
        }

        Bound = IsComplete ? Cost : Math.Min(Bound, Cost);
    }

    private bool SearchAll(CancellationToken cancel)
    {
        while (parts.TryDequeue(out var part, out _) && part.Low < Cost)
        {
            Bound = Math.Max(Bound, part.Low);
            if (Environment.TickCount64 > until)
            {
                return false;
            }

            if (Dives.Contains(++taken))
            {
                Dive(part.Sites, cancel);
            }

            if (part.Sites.State.Contains(SiteState.Free))
            {
                Divide(part.Sites, cancel);
            }
            else if (!Deepen(part, cancel))
            {
                return false;
            }
        }

        return true;
    }

    private void Divide(LagrangianBound sites, CancellationToken cancel)
    {
        var settled = Settled(sites);
        if (Next(sites, settled) is not { } site)
        {
            Add(sites.With(settled, Best, cancel));
            return;
        }

        foreach (var how in (SiteState[])[SiteState.Open, SiteState.Closed])
        {
            SiteState[] child = [.. settled];
            child[site] = how;
            Add(sites.With(child, Best, cancel));
        }
    }

    private long? Best => Plan is null ? null : Cost;

    private void Add(LagrangianBound sites)
    {
        if (sites.Whole < Cost)
        {
            var step = Math.Max(1, Math.Abs(sites.Whole) / 5000);
            parts.Enqueue(new Part(sites, sites.Whole, step), (sites.Value, made++));
        }
    }

    /// <summary>Looks for a good plan, not for the best, where the bound points.</summary>
    private void Dive(LagrangianBound from, CancellationToken cancel)
    {
        var sites = from.With(Likely(from), Best, cancel);
        if (sites.Whole < Cost)
        {
            var guess = Math.Min(Cost - 1, sites.Whole + Math.Max(1, Math.Abs(sites.Whole) / 500));
            var most = Plan is null ? (long?)null : Cost - 1;
            _ = Take(CoreSearch.Glance(problem, sites, guess, most, Left, Better(), cancel));
        }
    }

    /// <summary>Searches a part with every site settled up to the next guess. False where the time was over.</summary>
    private bool Deepen(Part part, CancellationToken cancel)
    {
        var guess = Math.Min(Cost - 1, part.Low + part.Step);
        var isAll = guess == Cost - 1 || part.Sites.LeavesOutNothing(guess);
        var most = isAll && Plan is null ? (long?)null : guess;
        var found = Take(
            CoreSearch.Whole(problem, part.Sites, guess, most, Left, Better(), cancel)
        );
        if (found.IsComplete && found.Plan is null && !isAll)
        {
            parts.Enqueue(new Part(part.Sites, guess + 1, 4 * part.Step), (guess + 1, made++));
        }

        return found.IsComplete;
    }

    private CoreResult Take(CoreResult found)
    {
        if (found.Plan is not null)
        {
            (Cost, Plan) = (found.Cost, found.Plan);
        }

        return found;
    }

    private Action<long>? Better() => progress is null ? null : cost => progress(cost, Bound);

    /// <summary>What a plan cheaper than the best must do with each site.</summary>
    private SiteState[] Settled(LagrangianBound sites)
    {
        SiteState[] settled = [.. sites.State];
        for (var site = 0; site < settled.Length && Plan is not null; site++)
        {
            if (settled[site] == SiteState.Free && sites.IfOpen[site] > Cost - 1)
            {
                settled[site] = SiteState.Closed;
            }
            else if (settled[site] == SiteState.Free && sites.IfClosed[site] > Cost - 1)
            {
                settled[site] = SiteState.Open;
            }
        }

        return settled;
    }

    /// <summary>The free site about which the bound is least decided; null where none is free.</summary>
    private static int? Next(LagrangianBound sites, SiteState[] settled)
    {
        int? next = null;
        for (var site = 0; site < settled.Length; site++)
        {
            if (
                settled[site] == SiteState.Free
                && (
                    next is not { } before
                    || Math.Abs(sites.Chosen[site] - 0.5) < Math.Abs(sites.Chosen[before] - 0.5)
                )
            )
            {
                next = site;
            }
        }

        return next;
    }

    /// <summary>Open what the bound's last steps mostly chose, and as much more as holds everybody; the rest closed.</summary>
    private SiteState[] Likely(LagrangianBound sites)
    {
        SiteState[] likely = [.. sites.State];
        var missing = problem.LeastUse;
        foreach (
            var site in Enumerable
                .Range(0, problem.Sites)
                .Where(site => sites.State[site] != SiteState.Closed)
                .OrderByDescending(site =>
                    sites.State[site] == SiteState.Open ? 2 : sites.Chosen[site]
                )
        )
        {
            var open =
                sites.State[site] == SiteState.Open || sites.Chosen[site] >= 0.5 || missing > 0;
            likely[site] = open ? SiteState.Open : SiteState.Closed;
            missing -= open ? problem.Capacity[site] : 0;
        }

        return likely;
    }

    /// <summary>The plans that agree with what is settled.</summary>
    /// <param name="Sites">Their bound.</param>
    /// <param name="Low">None of them costs less, as far as was searched.</param>
    /// <param name="Step">How far the next search goes.</param>
    private sealed record Part(LagrangianBound Sites, long Low, long Step);
}
