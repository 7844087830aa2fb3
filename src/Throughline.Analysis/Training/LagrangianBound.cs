namespace Throughline.Analysis.Training;

/// <summary>
/// A lower bound of whole-customer facility location, of every plan with one customer at one site, and of every plan with a site open or closed: the
/// demand that each customer be served once is priced (subgradient steps), which leaves a knapsack a site (Holmberg, Rönnqvist, Yuan 1999) and the
/// choice of sites that together hold everybody.
/// </summary>
internal sealed class LagrangianBound
{
    private const int FirstSteps = 1000;
    private const int LaterSteps = 120;
    private const int Patience = 12;
    private readonly WholeProblem problem;
    private readonly SiteState[] state;
    private readonly double[] price;
    private readonly double[,] with;

    private LagrangianBound(WholeProblem problem, SiteState[] state, double[] price)
    {
        this.problem = problem;
        this.state = state;
        this.price = price;
        with = new double[problem.Sites, problem.Customers];
        IfOpen = new double[problem.Sites];
        IfClosed = new double[problem.Sites];
        Chosen = new double[problem.Sites];
    }

    /// <summary>No plan costs less.</summary>
    public double Value { get; private set; } = double.NegativeInfinity;

    /// <summary>No plan costs less, in whole numbers.</summary>
    public long Whole => double.IsInfinity(Value) ? long.MaxValue : (long)Math.Ceiling(Value);

    /// <summary>By site: no plan in which it is open costs less.</summary>
    public double[] IfOpen { get; }

    /// <summary>By site: no plan in which it is closed costs less.</summary>
    public double[] IfClosed { get; }

    /// <summary>By site: how often the last steps chose it, 0 to 1.</summary>
    public double[] Chosen { get; }

    /// <summary>Of each site: settled or free.</summary>
    public IReadOnlyList<SiteState> State => state;

    /// <summary>No plan that sends the customer to the site costs less.</summary>
    public double Of(int site, int customer) => with[site, customer];

    /// <summary>Whether every assignment that fits can be part of a plan of at most this cost.</summary>
    public bool LeavesOutNothing(long guess) =>
        with.Cast<double>().All(bound => bound > 1e300 || bound <= guess);

    /// <summary>The bound with nothing settled. A site that opens for nothing is open.</summary>
    public static LagrangianBound Of(WholeProblem problem, CancellationToken cancel)
    {
        var prices = new double[problem.Customers];
        for (var customer = 0; customer < problem.Customers; customer++)
        {
            prices[customer] = Enumerable
                .Range(0, problem.Sites)
                .Select(site => (double)problem.Cost[site, customer])
                .Order()
                .Take(2)
                .Last();
        }

        SiteState[] state =
        [
            .. problem.Opening.Select(cost => cost == 0 ? SiteState.Open : SiteState.Free),
        ];
        var bound = new LagrangianBound(problem, state, prices);
        bound.Raise(FirstSteps, null, cancel);
        bound.Finish();
        return bound;
    }

    /// <summary>The bound with more sites settled, from these prices on.</summary>
    /// <param name="settled">Of each site.</param>
    /// <param name="enough">A bound of so much is not raised further.</param>
    /// <param name="cancel">Ends by exception.</param>
    public LagrangianBound With(SiteState[] settled, long? enough, CancellationToken cancel)
    {
        var bound = new LagrangianBound(problem, settled, [.. price]);
        bound.Raise(LaterSteps, enough, cancel);
        bound.Finish();
        return bound;
    }

    private void Raise(int steps, long? enough, CancellationToken cancel)
    {
        double[] now = [.. price];
        var (since, step) = (0, 1.0);
        var served = new int[problem.Customers];
        var direction = new double[problem.Customers];
        var worth = new double[problem.Sites];
        var chosen = new bool[problem.Sites];
        for (var i = 0; i < steps && step > 1e-4; i++)
        {
            cancel.ThrowIfCancellationRequested();
            var sacks = Sacks(now, worth);
            var value = now.Sum() + SiteChoice.Least(problem, worth, state, chosen);
            if (double.IsInfinity(value))
            {
                return;
            }

            Serve(sacks, chosen, served);
            since = value > Value + (1e-5 * Math.Abs(value)) ? 0 : since + 1;
            if (value > Value)
            {
                Value = value;
                now.CopyTo(price, 0);
            }

            if (enough is { } much && Certain(Value) > much - 1)
            {
                return;
            }

            if (since >= Patience)
            {
                (step, since) = (step / 2, 0);
                price.CopyTo(now, 0);
                Array.Clear(direction);
            }

            // A little of the last direction is kept: it stops the steps from swinging to and fro.
            var square = 0.0;
            for (var customer = 0; customer < now.Length; customer++)
            {
                direction[customer] = 1 - served[customer] + (0.3 * direction[customer]);
                square += direction[customer] * direction[customer];
            }

            if (square == 0)
            {
                return;
            }

            var aim = enough ?? Value;
            var length = step * Math.Max(1, aim + (0.02 * Math.Abs(aim)) - value) / square;
            for (var customer = 0; customer < now.Length; customer++)
            {
                now[customer] += length * direction[customer];
            }
        }
    }

    private PricedKnapsack?[] Sacks(double[] prices, double[] worth)
    {
        var sacks = new PricedKnapsack?[problem.Sites];
        for (var site = 0; site < problem.Sites; site++)
        {
            if (state[site] != SiteState.Closed)
            {
                var sack = sacks[site] = new PricedKnapsack(problem, site, prices);
                worth[site] = problem.Opening[site] - sack.Worth();
            }
        }

        return sacks;
    }

    private void Serve(PricedKnapsack?[] sacks, bool[] chosen, int[] served)
    {
        Array.Clear(served);
        for (var site = 0; site < sacks.Length; site++)
        {
            Chosen[site] = (0.9 * Chosen[site]) + (chosen[site] ? 0.1 : 0);
            if (chosen[site])
            {
                sacks[site]!.Take(served);
            }
        }
    }

    private void Finish()
    {
        var prices = price.Sum();
        var worth = new double[problem.Sites];
        var sacks = Sacks(price, worth);
        Value = Certain(prices + Least(state));
        for (var site = 0; site < problem.Sites; site++)
        {
            var sack = sacks[site];
            IfOpen[site] = sack is null
                ? double.PositiveInfinity
                : Certain(prices + Least(Settled(site, SiteState.Open)));
            IfClosed[site] =
                state[site] == SiteState.Open
                    ? double.PositiveInfinity
                    : Certain(prices + Least(Settled(site, SiteState.Closed)));
            for (var customer = 0; customer < problem.Customers; customer++)
            {
                var room = problem.Capacity[site] - problem.Use[site, customer];
                // Opened for this customer; the rest of the room at its best.
                with[site, customer] =
                    room < 0 || sack is null
                        ? double.PositiveInfinity
                        : IfOpen[site]
                            - worth[site]
                            + problem.Opening[site]
                            + problem.Cost[site, customer]
                            - price[customer]
                            - sack.WorthOf(room);
            }
        }

        double Least(SiteState[] settled) =>
            SiteChoice.Least(problem, worth, settled, new bool[problem.Sites]);
    }

    private SiteState[] Settled(int site, SiteState how)
    {
        SiteState[] settled = [.. state];
        settled[site] = how;
        return settled;
    }

    /// <summary>Less than what the arithmetic may have added.</summary>
    private static double Certain(double value) =>
        double.IsInfinity(value) ? value : value - (1e-9 * Math.Abs(value)) - 1e-6;
}
