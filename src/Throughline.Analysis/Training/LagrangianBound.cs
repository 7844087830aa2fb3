namespace Throughline.Analysis.Training;

/// <summary>
/// A lower bound of whole-customer facility location, and of every plan with one customer at one site: the demand that each customer be served
/// once is priced (subgradient steps), which leaves a knapsack a site (Holmberg, Rönnqvist, Yuan 1999). Where a capacity is too large for the
/// knapsack's table, the knapsack is replaced by taking every customer that pays, which is a weaker and still valid bound.
/// </summary>
internal sealed class LagrangianBound
{
    private const int MostCapacity = 5000;
    private const int Steps = 400;
    private readonly WholeProblem problem;
    private readonly double[] price;
    private readonly double[,] with;

    private LagrangianBound(WholeProblem problem)
    {
        this.problem = problem;
        price = new double[problem.Customers];
        with = new double[problem.Sites, problem.Customers];
    }

    /// <summary>No plan costs less.</summary>
    public long Value { get; private set; }

    /// <summary>No plan that sends the customer to the site costs less.</summary>
    public double Of(int site, int customer) => with[site, customer];

    /// <summary>Whether every assignment that fits can be part of a plan of at most this cost.</summary>
    public bool LeavesOutNothing(long guess) =>
        with.Cast<double>().All(bound => bound > 1e300 || bound <= guess);

    public static LagrangianBound Of(WholeProblem problem, CancellationToken cancel)
    {
        var bound = new LagrangianBound(problem);
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

        var (best, since, step) = (double.NegativeInfinity, 0, 1.0);
        var served = new int[problem.Customers];
        for (var i = 0; i < Steps && step > 1e-4; i++)
        {
            cancel.ThrowIfCancellationRequested();
            Array.Clear(served);
            var value = prices.Sum();
            for (var site = 0; site < problem.Sites; site++)
            {
                var knapsack = new Knapsack(problem, site, prices);
                var worth = problem.Opening[site] + knapsack.Value(problem.Capacity[site]);
                if (worth < 0)
                {
                    value += worth;
                    knapsack.Take(served);
                }
            }

            if (value > best + (1e-6 * Math.Abs(value)))
            {
                (best, since) = (value, 0);
                prices.CopyTo(bound.price, 0);
            }
            else if (++since >= 15)
            {
                (step, since) = (step / 2, 0);
                bound.price.CopyTo(prices, 0);
                continue;
            }

            var square = served.Sum(times => (double)(1 - times) * (1 - times));
            if (square == 0)
            {
                break;
            }

            var length = step * Math.Max(1, (0.01 * Math.Abs(best)) + best - value) / square;
            for (var customer = 0; customer < prices.Length; customer++)
            {
                prices[customer] += length * (1 - served[customer]);
            }
        }

        bound.Finish();
        return bound;
    }

    private void Finish()
    {
        var value = price.Sum();
        var worth = new double[problem.Sites];
        var sacks = new Knapsack[problem.Sites];
        for (var site = 0; site < problem.Sites; site++)
        {
            sacks[site] = new Knapsack(problem, site, price);
            worth[site] = problem.Opening[site] + sacks[site].Value(problem.Capacity[site]);
            value += Math.Min(0, worth[site]);
        }

        Value = (long)Math.Ceiling(value - (1e-9 * Math.Abs(value)) - 1e-6);
        for (var site = 0; site < problem.Sites; site++)
        {
            for (var customer = 0; customer < problem.Customers; customer++)
            {
                var room = problem.Capacity[site] - problem.Use[site, customer];
                // Without this site's own part, with it opened for this customer; the rest of the room at its best.
                with[site, customer] =
                    room < 0
                        ? double.PositiveInfinity
                        : value
                            - Math.Min(0, worth[site])
                            + problem.Opening[site]
                            + problem.Cost[site, customer]
                            - price[customer]
                            + sacks[site].Value(room)
                            - (1e-9 * Math.Abs(value))
                            - 1e-6;
            }
        }
    }

    /// <summary>The customers that pay at a site, at given prices: the best selection for every room.</summary>
    private sealed class Knapsack
    {
        private readonly List<(int Customer, double Gain, int Use)> items = [];
        private readonly double[]? best;
        private readonly List<bool[]> taken = [];
        private readonly double all;

        public Knapsack(WholeProblem problem, int site, double[] price)
        {
            var room = (int)Math.Min(problem.Capacity[site], int.MaxValue);
            for (var customer = 0; customer < problem.Customers; customer++)
            {
                var gain = price[customer] - problem.Cost[site, customer];
                if (gain > 0 && problem.Use[site, customer] <= room)
                {
                    items.Add((customer, gain, (int)problem.Use[site, customer]));
                    all += gain;
                }
            }

            if (room > MostCapacity)
            {
                return;
            }

            best = new double[room + 1];
            foreach (var (_, gain, use) in items)
            {
                var takes = new bool[room + 1];
                for (var at = room; at >= use; at--)
                {
                    if (best[at - use] + gain > best[at])
                    {
                        best[at] = best[at - use] + gain;
                        takes[at] = true;
                    }
                }

                taken.Add(takes);
            }
        }

        public double Value(long room) => best is null ? -all : -best[room];

        public void Take(int[] served)
        {
            var room = best is null ? 0 : best.Length - 1;
            for (var i = items.Count - 1; i >= 0; i--)
            {
                if (best is null)
                {
                    served[items[i].Customer]++;
                }
                else if (taken[i][room])
                {
                    served[items[i].Customer]++;
                    room -= items[i].Use;
                }
            }
        }
    }
}
