using System.Globalization;
using CsCheck;
using Throughline.Analysis.Training;
using Throughline.Testing;

namespace Throughline.Analysis.Tests.Training;

public sealed class FacilityLocationTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData("cap41", 1040444.375)]
    [InlineData("cap71", 932615.75)]
    [InlineData("cap104", 928941.75)]
    public void OR_Library_s_instances_have_their_published_optimum(string name, double optimum)
    {
        var answer = FacilityLocation.Solve(Located("cap", name, whole: false), Minute);
        Assert.Equal(((decimal)optimum, true), (answer.Cost, answer.Proved));
    }

    [Theory]
    [InlineData("p1", 8848)]
    [InlineData("p13", 8252)]
    [InlineData("p31", 13331)]
    [InlineData("p39", 11824)]
    [InlineData("p51", 7414)]
    public void Holmberg_s_instances_have_their_published_optimum(string name, double optimum)
    {
        var answer = FacilityLocation.Solve(Located("holmberg", name, whole: true), Minute);
        Assert.Equal(((decimal)optimum, true), (answer.Cost, answer.Proved));
    }

    [Fact]
    public void Small_instances_have_the_cost_that_trying_everything_finds() =>
        Small.Sample(
            problem =>
            {
                var cheapest = EveryWay.Cheapest(problem);
                if (cheapest is null)
                {
                    Assert.Throws<InputRefusedException>(() =>
                        FacilityLocation.Solve(problem, Minute)
                    );
                    return;
                }

                var answer = FacilityLocation.Solve(problem, Minute);
                Assert.Equal(cheapest, answer.Cost);
                Assert.Equal(answer.Cost, answer.Bound);
                Assert.True(answer.Proved);
                Assert.Equal(answer.Cost, CostOf(problem, answer));
                // Whoever may be split never costs more.
                var split = FacilityLocation.Solve(problem with { IsWhole = false }, Minute);
                Assert.True(split.Cost <= answer.Cost + 0.001m);
            },
            iter: 150,
            threads: 1
        );

    [Fact]
    public void A_bound_never_exceeds_the_cheapest_plan_with_the_assignment_or_the_site() =>
        Small.Sample(
            problem =>
            {
                var whole = new WholeProblem(problem, 1);
                var bound = LagrangianBound.Of(whole, CancellationToken.None);
                for (var site = 0; site < problem.Sites; site++)
                {
                    AssertBelow(problem, bound.IfOpen[site], site, isOpen: true);
                    if (problem.Opening[site] > 0)
                    {
                        // What costs nothing to open is open.
                        AssertBelow(problem, bound.IfClosed[site], site, isOpen: false);
                    }

                    for (var customer = 0; customer < problem.Customers; customer++)
                    {
                        if (EveryWay.Cheapest(problem, site, customer) is { } cost)
                        {
                            Assert.True(bound.Value <= (double)cost);
                            Assert.True(bound.Of(site, customer) <= (double)cost + 1e-6);
                        }
                    }
                }
            },
            iter: 150
        );

    [Fact]
    public void What_the_capacities_forbid_is_no_plan_and_what_is_stopped_says_its_gap()
    {
        // Three customers of 6 in two rooms of 10: enough seats, and no way to seat them as wholes.
        var crowded = new FacilityProblem
        {
            Capacity = [10, 10],
            Opening = [3, 3],
            Cost = new decimal[2, 3],
            Use = Grid(2, 3, (_, _) => 6L),
            IsWhole = true,
        };
        Assert.Throws<InputRefusedException>(() => FacilityLocation.Solve(crowded, Minute));

        using var stop = new CancellationTokenSource();
        var stopped = FacilityLocation.Solve(
            Located("holmberg", "p57", whole: true),
            Minute,
            (_, _) => stop.Cancel(),
            stop.Token
        );
        Assert.False(stopped.Proved);
        Assert.InRange(stopped.Bound, 25_800, 26_039);
        Assert.True(stopped.Cost >= 26_039);
    }

    [Fact]
    public void A_malformed_problem_is_refused()
    {
        var problem = Located("holmberg", "p1", whole: true);
        FacilityProblem[] refused =
        [
            problem with
            {
                Capacity = [],
            },
            problem with
            {
                Capacity = [.. problem.Capacity.Select(_ => 1L)],
            },
            problem with
            {
                Opening = [.. problem.Opening.Select(_ => -1m)],
            },
        ];
        Assert.All(
            refused,
            one => Assert.Throws<InputRefusedException>(() => FacilityLocation.Solve(one, Minute))
        );
    }

    private static readonly Gen<FacilityProblem> Small =
        from sites in Gen.Int[1, 4]
        from customers in Gen.Int[1, 6]
        from capacity in Gen.Long[1, 20].Array[sites]
        from opening in Gen.Int[0, 60].Array[sites]
        from demand in Gen.Long[0, 9].Array[customers]
        from cost in Gen.Int[-5, 40].Array[sites * customers]
        let problem = new FacilityProblem
        {
            Capacity = capacity,
            Opening = [.. opening.Select(one => (decimal)one)],
            Cost = Grid(
                sites,
                customers,
                (site, customer) => (decimal)cost[(site * customers) + customer]
            ),
            Use = Grid(sites, customers, (_, customer) => demand[customer]),
            IsWhole = true,
        }
        where demand.All(one => one <= capacity.Max())
        select problem;

    private static T[,] Grid<T>(int rows, int columns, Func<int, int, T> of)
    {
        var grid = new T[rows, columns];
        for (var at = 0; at < rows * columns; at++)
        {
            grid[at / columns, at % columns] = of(at / columns, at % columns);
        }

        return grid;
    }

    /// <summary>A bound of the plans with the site open, for whoever uses it or not, or closed.</summary>
    private static void AssertBelow(FacilityProblem problem, double bound, int site, bool isOpen)
    {
        var cost = EveryWay.Cheapest(
            problem,
            allows: open => open[site] == isOpen,
            // A site may be open for nobody.
            also: isOpen ? site : null
        );
        if (cost is { } known)
        {
            Assert.True(bound <= (double)known + 1e-6);
        }
    }

    private static decimal CostOf(FacilityProblem problem, FacilityAnswer answer)
    {
        var cost = answer.Open.Sum(site => problem.Opening[site]);
        for (var site = 0; site < problem.Sites; site++)
        {
            for (var customer = 0; customer < problem.Customers; customer++)
            {
                cost += (decimal)answer.Share[site, customer] * problem.Cost[site, customer];
            }
        }

        return cost;
    }

    private static FacilityProblem Located(string folder, string name, bool whole)
    {
        var numbers = File.ReadAllText(SharedData.Require("orlib", folder, $"{name}.txt"))
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => decimal.Parse(word, NumberStyles.Float, CultureInfo.InvariantCulture))
            .ToArray();
        var (sites, customers) = ((int)numbers[0], (int)numbers[1]);
        var rest = numbers[(2 + (2 * sites))..];
        var bySite = folder == "holmberg";
        decimal Demand(int customer) => bySite ? rest[customer] : rest[customer * (sites + 1)];
        decimal Cost(int site, int customer) =>
            bySite
                ? rest[customers + (site * customers) + customer]
                : rest[(customer * (sites + 1)) + 1 + site];
        return new FacilityProblem
        {
            Capacity =
            [
                .. Enumerable.Range(0, sites).Select(site => (long)numbers[2 + (2 * site)]),
            ],
            Opening = [.. Enumerable.Range(0, sites).Select(site => numbers[3 + (2 * site)])],
            Cost = Grid(sites, customers, Cost),
            Use = Grid(sites, customers, (_, customer) => (long)Demand(customer)),
            IsWhole = whole,
        };
    }
}
