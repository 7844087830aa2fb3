using Throughline.Analysis.Selection;

namespace Throughline.Analysis.Tests.Selection;

public sealed class KnownAnswerTests
{
    [Theory]
    [InlineData("ma_districts_60_k12", 12, "respondents.csv", "categories.csv")]
    [InlineData("ma_districts_120_k12", 12, "respondents.csv", "categories.csv")]
    [InlineData("ma_districts_all_k12", 12, "respondents.csv", "categories.csv")]
    [InlineData("sortition_foundation_150_k22", 22, "candidates.csv", "features.csv")]
    public void The_sorted_probabilities_are_the_known_ones(
        string folder,
        int size,
        string pool,
        string quotas
    )
    {
        var known = KnownPool.Read(folder, size, pool, quotas);

        var result = CohortSelection.Select(
            known.Problem,
            cancel: TestContext.Current.CancellationToken
        );

        var ours = known.Problem.Ids.Select(result.ProbabilityOf).Order().ToList();
        Assert.Equal(known.Known.Count, ours.Count);
        Assert.All(ours.Zip(known.Known), pair => Assert.Equal(pair.Second, pair.First, 1e-6));
        Assert.True(result.Proved);
        Assert.Equal(size, ours.Sum(), 1e-9);
    }

    [Theory]
    [InlineData("example_large_200", 200, "respondents.csv", "categories.csv", 0.1)]
    [InlineData("sf_scaled_300", 45, "people.csv", "features.csv", 0.15)]
    public void Everyone_has_the_same_chance_where_that_is_possible(
        string folder,
        int size,
        string pool,
        string quotas,
        double chance
    )
    {
        var result = CohortSelection.Select(
            KnownPool.Read(folder, size, pool, quotas).Problem,
            cancel: TestContext.Current.CancellationToken
        );

        Assert.True(result.Proved);
        Assert.All(result.TypeProbabilities, p => Assert.Equal(chance, p, 1e-7));
    }

    [Fact]
    public void Each_of_the_thousand_panels_meets_every_quota_and_nobody_loses_more_than_the_rounding()
    {
        var problem = KnownPool.Read("ma_districts_all_k12", 12).Problem;
        var result = CohortSelection.Select(problem, cancel: TestContext.Current.CancellationToken);

        var lottery = PublicLottery.Of(problem, result.Mixture);

        Assert.Equal(PublicLottery.Count, lottery.Panels.Count);
        Assert.All(
            lottery.Panels,
            panel =>
            {
                Assert.Equal(12, panel.Distinct().Count());
                Assert.All(
                    problem.Rows,
                    row =>
                        Assert.InRange(
                            panel.Count(id => row.Types.Contains(problem.TypeOf(id))),
                            row.Min,
                            row.Max
                        )
                );
            }
        );
        var seats = lottery.Panels.SelectMany(panel => panel).CountBy(id => id).ToDictionary();
        Assert.All(
            problem.Ids,
            id => Assert.True(seats[id] >= Math.Floor(1000 * result.ProbabilityOf(id)))
        );
    }

    [Fact]
    public void A_seed_draws_the_same_number_that_a_hash_program_gives()
    {
        // printf '2026-11-26:0' | sha256sum begins with 16 hexadecimal digits; their remainder by 1000 is the number.
        Assert.Equal(923, PublicLottery.Draw("2026-11-26"));
    }
}
