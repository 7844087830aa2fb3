using Throughline.Analysis.Selection;

namespace Throughline.Analysis.Tests.Selection;

public sealed class CohortSelectionTests
{
    [Theory]
    [InlineData("ma_districts_60_k12", 12, 0.09677, 0.56452, 4.88925)]
    [InlineData("ma_districts_120_k12", 12, 0.05449, 0.23077, 4.14299)]
    public void Goldilocks_reaches_the_known_balance(
        string folder,
        int size,
        double min,
        double max,
        double value
    )
    {
        var result = CohortSelection.Select(
            KnownPool.Read(folder, size).Problem,
            SelectionMethod.Goldilocks,
            cancel: TestContext.Current.CancellationToken
        );

        Assert.True(result.Proved);
        Assert.Equal(min, result.Spread.Min, 1e-5);
        Assert.Equal(max, result.Spread.Max, 1e-5);
        Assert.Equal(value, result.Certificate!.Goldilocks!.Value, 1e-5);
    }

    [Fact]
    public void Maximin_has_leximins_smallest_chance_and_its_proof()
    {
        var result = CohortSelection.Select(
            KnownPool.Read("ma_districts_60_k12", 12).Problem,
            SelectionMethod.Maximin,
            cancel: TestContext.Current.CancellationToken
        );

        Assert.True(result.Proved);
        Assert.Equal(2 / 15d, result.Spread.Min, 1e-9);
    }

    [Fact]
    public void The_order_of_the_input_changes_nothing()
    {
        var turned = SelectionProblem.Of(
            [.. TinyPool.Candidates.Reverse()],
            [.. TinyPool.Quotas.Reverse()],
            2
        );

        Assert.Equal(TinyPool.Problem().Digest, turned.Digest);
        Assert.Equal(
            PublicLottery.Of(turned, CohortSelection.Select(turned).Mixture).Hash,
            PublicLottery
                .Of(TinyPool.Problem(), CohortSelection.Select(TinyPool.Problem()).Mixture)
                .Hash
        );
    }

    [Fact]
    public void Who_must_be_in_is_in_every_panel_and_who_is_apart_never_meets()
    {
        var rules = new SelectionRules(
            ["a"],
            [
                ["a", "e"],
            ]
        );
        var problem = TinyPool.Problem(rules: rules);
        var result = CohortSelection.Select(problem);

        Assert.True(result.Proved);
        Assert.Equal(1, result.ProbabilityOf("a"), 1e-12);
        Assert.Equal(0, result.ProbabilityOf("e"), 1e-12);
        Assert.Equal(1, result.ProbabilityOf("f"), 1e-12);
        var reason = Reasons.Of(result)[problem.TypeOf("e")];
        Assert.Equal(ChanceKind.Impossible, reason.Kind);
        Assert.Contains("never together: a, e", reason.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_was_passed_over_twice_has_three_times_the_chance_of_their_peers()
    {
        var pool = Enumerable
            .Range(0, 4)
            .Select(id => new Candidate(
                $"{id}",
                new Dictionary<string, string>(StringComparer.Ordinal) { ["all"] = "yes" },
                id == 0 ? 3 : 1
            ));
        var result = CohortSelection.Select(
            SelectionProblem.Of([.. pool], [new Quota("all", "yes", 0, 9)], 1)
        );

        Assert.Equal(0.5, result.ProbabilityOf("0"), 1e-9);
        Assert.Equal(1 / 6d, result.ProbabilityOf("1"), 1e-9);
        Assert.True(result.Proved);
    }

    [Fact]
    public void Stopped_early_the_best_so_far_says_its_gap()
    {
        using var stop = new CancellationTokenSource();
        var steps = 0;
        var result = CohortSelection.Select(
            KnownPool.Read("ma_districts_120_k12", 12).Problem,
            progress: new Told(progress =>
            {
                if (progress.Step == "finding panels" && ++steps == 5)
                {
                    stop.Cancel();
                }
            }),
            cancel: stop.Token
        );

        Assert.False(result.Proved);
        Assert.Null(result.Certificate);
        Assert.Equal(
            12,
            result.TypeProbabilities.Zip(result.Problem.Types, (p, t) => p * t.Count).Sum(),
            1e-9
        );
        Assert.InRange(
            result.Gap,
            2 / 29d - result.Spread.Min - 1e-9,
            2 / 29d - result.Spread.Min + 1e-9
        );
    }

    [Fact]
    public void Where_no_panel_exists_each_named_change_lets_one_exist()
    {
        var quotas = TinyPool.Quotas.ToList();
        quotas[0] = new Quota("region", "north", 2, 2);
        var problem = SelectionProblem.Of(TinyPool.Candidates, quotas, 2);
        Assert.Throws<NoPanelException>(() => CohortSelection.Select(problem));

        var repairs = QuotaRepair.Find(problem);

        Assert.True(repairs.Count >= 2);
        Assert.All(
            repairs,
            repair =>
                Assert.True(
                    CohortSelection.IsPossible(
                        SelectionProblem.Of(
                            TinyPool.Candidates,
                            [.. problem.Rows.Select(row => Changed(row, repair))],
                            2
                        )
                    )
                )
        );
        Assert.Equal(repairs.Count, repairs.Select(repair => repair.Sentence).Distinct().Count());
    }

    [Fact]
    public void A_withdrawal_changes_one_place_and_keeps_the_quotas()
    {
        var problem = KnownPool.Read("ma_districts_60_k12", 12).Problem;
        var lottery = PublicLottery.Of(problem, CohortSelection.Select(problem).Mixture);
        var panel = lottery.Panels[0];
        var reserve = Replacement.Reserves(problem, panel, 3, "seed")[0];
        var withdrawn = reserve.CanReplace[0];

        var replaced = Replacement.After(problem, panel, [withdrawn], "seed");

        Assert.Empty(PanelCheck.Swap(problem, panel, withdrawn, reserve.Id));
        Assert.Single(replaced.Comes);
        Assert.Empty(replaced.Leaves);
        Assert.DoesNotContain(withdrawn, replaced.Panel);
        Assert.All(
            PanelCheck.Counts(problem, replaced.Panel),
            row => Assert.True(row.Holds, row.Row)
        );
    }

    [Fact]
    public void Balanced_cohorts_differ_and_the_first_is_the_nearest_to_the_pool()
    {
        var problem = KnownPool.Read("ma_districts_60_k12", 12).Problem;

        var cohorts = BalancedCohorts.SideBySide(problem, 3, "seed");

        Assert.Equal(3, cohorts.Count);
        Assert.Equal(cohorts.OrderBy(cohort => cohort.Distance), cohorts);
        Assert.All(
            cohorts,
            cohort =>
                Assert.All(
                    PanelCheck.Counts(problem, cohort.Members),
                    row => Assert.True(row.Holds)
                )
        );
        Assert.True(cohorts[0].Members.Intersect(cohorts[1].Members).Count() <= 9);
    }

    [Fact]
    public void What_cannot_be_calculated_with_is_refused_in_words()
    {
        Refused("stands in the pool twice", [.. TinyPool.Candidates, TinyPool.Candidates[0]]);
        Refused(
            "no quota",
            [
                .. TinyPool.Candidates,
                TinyPool.Candidates[0] with
                {
                    Id = "x",
                    Features = new Dictionary<string, string>(),
                },
            ]
        );
        Refused(
            "weight",
            [.. TinyPool.Candidates, TinyPool.Candidates[0] with { Id = "x", Weight = double.NaN }]
        );
        Refused("size", TinyPool.Candidates, size: 7);
        Refused("twice", TinyPool.Candidates, [.. TinyPool.Quotas, TinyPool.Quotas[0]]);
        Refused(
            "negative",
            TinyPool.Candidates,
            [.. TinyPool.Quotas, new Quota("region", "west", -1, 1)]
        );
        Refused("not in the pool", TinyPool.Candidates, rules: new SelectionRules(["nobody"], []));
    }

    private static void Refused(
        string words,
        IReadOnlyList<Candidate> pool,
        IReadOnlyList<Quota>? quotas = null,
        int size = 2,
        SelectionRules? rules = null
    ) =>
        Assert.Contains(
            words,
            Assert
                .Throws<InputRefusedException>(() =>
                    SelectionProblem.Of(pool, quotas ?? TinyPool.Quotas, size, rules)
                )
                .Message,
            StringComparison.Ordinal
        );

    private static Quota Changed(PanelRow row, Relaxation repair) =>
        repair
            .Changes.Where(change => change.Row == row.Name)
            .Aggregate(
                row.Quota!,
                (quota, change) =>
                    change.Bound == "min"
                        ? quota with
                        {
                            Min = change.To,
                        }
                        : quota with
                        {
                            Max = change.To,
                        }
            );

    /// <summary>Reports at once, where the library's own would post to another thread.</summary>
    private sealed class Told(Action<SelectionProgress> tell) : IProgress<SelectionProgress>
    {
        public void Report(SelectionProgress value) => tell(value);
    }
}
