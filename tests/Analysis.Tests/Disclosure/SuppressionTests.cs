using CsCheck;
using Throughline.Analysis.Disclosure;

namespace Throughline.Analysis.Tests.Disclosure;

public sealed class SuppressionTests
{
    private static readonly Gen<SuppressionProblem> Small = Gen.Int[0, 1_000_000]
        .Select(BruteForce.Problem);

    [Fact]
    public void The_cost_is_what_trying_every_pattern_against_every_table_finds() =>
        Small.Sample(
            problem =>
            {
                var tables = BruteForce.Of(problem);
                var least = tables.LeastCost();
                if (least is null)
                {
                    Assert.Throws<UnprotectableException>(() => Suppression.Solve(problem));
                    return;
                }

                var answer = Suppression.Solve(problem);
                Assert.Equal(least, answer.Cost);
                Assert.True(answer.Proved);
                Assert.True(tables.Protects(answer.Hidden));
            },
            iter: 60,
            threads: 1
        );

    [Fact]
    public void The_audit_finds_the_ranges_that_trying_every_table_finds() =>
        Gen.Int[0, 1_000_000]
            .Sample(
                seed =>
                {
                    var problem = BruteForce.Problem(seed);
                    var tables = BruteForce.Of(problem);
                    var random = new Random(seed);
                    bool[] hidden =
                    [
                        .. problem.Role.Select(role =>
                            random.Next(2) == 0 && role != CellRole.Public
                        ),
                    ];
                    var linked = LinkedTables.Of(BruteForce.Published(seed, problem, hidden));
                    foreach (var range in TableAudit.Ranges(linked, new()))
                    {
                        var cell = Enumerable
                            .Range(0, hidden.Length)
                            .First(row => linked.CellOf(0, row) == range.Cell);
                        Assert.Equal(
                            tables.Range(hidden, cell),
                            ((long)range.Low, (long)range.High)
                        );
                    }
                },
                iter: 60,
                threads: 1
            );

    [Fact]
    public void Looked_at_by_neighborhoods_the_cost_is_the_same() =>
        Small.Sample(
            problem => Assert.Equal(CostOf(problem), CostByNeighborhoods(problem)),
            iter: 60,
            threads: 1
        );

    [Fact]
    public void What_anybody_can_work_out_is_published_and_nothing_else_opens_by_it() =>
        Small.Sample(PublishesWhatIsGivenAway, iter: 60, threads: 1);

    /// <summary>Tables where the linear solver's noise once passed for a cell that moves.</summary>
    [Theory]
    [InlineData(24)]
    [InlineData(31)]
    public void Noise_of_the_solver_hides_nothing(int seed) =>
        PublishesWhatIsGivenAway(BruteForce.Problem(seed));

    [Fact]
    public void A_table_in_three_dimensions_is_proved_in_few_rounds()
    {
        var table = ThreeWayTable.Of(3, 8, 6, 3);
        Assert.Equal(252, table.Cells.Count);
        var policy = new SuppressionPolicy { Attacker = AttackerView.Counts, HidesZeros = true };
        var problem = JointRelease.Of([table], [], policy).Problem;
        var answer = Suppression.Solve(problem);
        Assert.True(answer.Proved);
        Assert.InRange(answer.Rounds, 1, 40);
        Assert.Equal(answer.Cost, CostByNeighborhoods(problem));
    }

    [Fact]
    public void The_same_problem_has_the_same_answer() =>
        Small.Sample(
            problem => Assert.Equal(Patterns(problem), Patterns(problem)),
            iter: 10,
            threads: 1
        );

    [Fact]
    public void The_order_of_the_cells_does_not_change_the_cost() =>
        Gen.Select(Small, Gen.Int)
            .Sample(
                (problem, seed) => Assert.Equal(CostOf(problem), CostOf(Shuffled(problem, seed))),
                iter: 20,
                threads: 1
            );

    [Fact]
    public void When_stopped_the_best_pattern_known_is_the_answer_with_its_gap()
    {
        using var stop = new CancellationTokenSource();
        var problem = Enumerable
            .Range(0, 1000)
            .Select(BruteForce.Problem)
            .First(one => CostOf(one) > 3);
        var answer = Suppression.Solve(problem, progress: new StopAtOnce(stop), cancel: stop.Token);
        Assert.Equal(1, answer.Rounds);
        Assert.True(BruteForce.Of(problem).Protects(answer.Hidden));
        Assert.InRange(answer.Bound, 0, answer.Cost);
        Assert.Equal(
            answer.Proved ? 0 : (double)(answer.Cost - answer.Bound) / answer.Cost,
            answer.Gap
        );
    }

    private static void PublishesWhatIsGivenAway(SuppressionProblem problem)
    {
        var tables = BruteForce.Of(problem);
        bool[] all = [.. problem.Role.Select(role => role != CellRole.Public)];
        var left = GivenAway.All(problem, all, new(problem), CancellationToken.None);
        for (var cell = 0; cell < left.Length; cell++)
        {
            var before = tables.Range(all, cell);
            Assert.Equal(
                all[cell] && (problem.Role[cell] == CellRole.Hidden || before.Low < before.High),
                left[cell]
            );
            Assert.Equal(before, tables.Range(left, cell));
        }
    }

    private static IReadOnlyList<bool> Patterns(SuppressionProblem problem)
    {
        try
        {
            return Suppression.Solve(problem).Hidden;
        }
        catch (UnprotectableException)
        {
            return [];
        }
    }

    private static long? CostOf(SuppressionProblem problem)
    {
        try
        {
            return Suppression.Solve(problem).Cost;
        }
        catch (UnprotectableException)
        {
            return null;
        }
    }

    private static long? CostByNeighborhoods(SuppressionProblem problem)
    {
        try
        {
            using var search = new PatternSearch(
                problem,
                new SumBlocks(problem, largeSystem: 0),
                effort: 60,
                progress: null,
                CancellationToken.None
            );
            var answer = search.Run();
            Assert.True(answer.Proved);
            return answer.Cost;
        }
        catch (UnprotectableException)
        {
            return null;
        }
    }

    private static SuppressionProblem Shuffled(SuppressionProblem problem, int seed)
    {
        var order = Enumerable.Range(0, problem.System.Cells).ToArray();
        new Random(seed).Shuffle(order);
        var place = new int[order.Length];
        for (var cell = 0; cell < order.Length; cell++)
        {
            place[order[cell]] = cell;
        }

        T[] Moved<T>(IReadOnlyList<T> list) => Array.ConvertAll(order, cell => list[cell]);
        var sums = problem
            .System.Sums.Reverse()
            .Select(sum => new CellSum(
                place[sum.Total],
                [.. sum.Parts.Select(part => place[part])]
            ));
        return new(
            new CellSystem(order.Length, [.. sums]),
            Moved(problem.Value),
            Moved(problem.Low),
            Moved(problem.High),
            Moved(problem.Cost),
            Moved(problem.Role),
            Moved(problem.Protection)
        );
    }

    private sealed class StopAtOnce(CancellationTokenSource stop) : IProgress<SuppressionProgress>
    {
        public void Report(SuppressionProgress value) => stop.Cancel();
    }
}
