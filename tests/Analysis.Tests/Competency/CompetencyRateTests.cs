using CsCheck;
using Throughline.Analysis.Competency;

namespace Throughline.Analysis.Tests.Competency;

public sealed class CompetencyRateTests
{
    /// <summary>A class of graduates as four groups: neither route, course only, exam only, both.</summary>
    private static readonly Gen<(int Neither, int Course, int Exam, int Both)> Classes = Gen.Select(
        Gen.Int[0, 500],
        Gen.Int[0, 500],
        Gen.Int[0, 500],
        Gen.Int[0, 500]
    );

    [Fact]
    public void Each_competent_student_counts_once() =>
        Classes.Sample(group =>
        {
            var (neither, course, exam, both) = group;
            var rate = CompetencyRate.Of(
                course + both,
                exam + both,
                both,
                neither + course + exam + both
            );
            Assert.True(rate.IsExact);
            Assert.Equal(course + exam + both, rate.Least);
        });

    [Fact]
    public void The_truth_lies_in_the_interval_and_both_ends_can_be_true() =>
        Classes.Sample(group =>
        {
            var (neither, course, exam, both) = group;
            var graduates = neither + course + exam + both;
            var (a, b) = (course + both, exam + both);
            var rate = CompetencyRate.Of(a, b, null, graduates);
            Assert.InRange(course + exam + both, rate.Least, rate.Most);
            Assert.Equal(rate.Least, CompetencyRate.Of(a, b, Math.Min(a, b), graduates).Least);
            Assert.Equal(rate.Most, CompetencyRate.Of(a, b, a + b - rate.Most, graduates).Most);
        });

    [Fact]
    public void A_decision_never_changes_when_the_overlap_becomes_known() =>
        Gen.Select(Classes, Gen.Int[0, 1000])
            .Sample(
                (group, target) =>
                {
                    var (neither, course, exam, both) = group;
                    var graduates = neither + course + exam + both;
                    var (a, b) = (course + both, exam + both);
                    var before = CompetencyRate.Of(a, b, null, graduates).Against(target / 10m);
                    var after = CompetencyRate.Of(a, b, both, graduates).Against(target / 10m);
                    Assert.True(before == TargetComparison.Undecided || before == after);
                }
            );

    [Fact]
    public void What_is_shown_never_claims_a_target_that_was_missed() =>
        Gen.Select(Classes, Gen.Int[0, 100])
            .Sample(
                (group, target) =>
                {
                    var (neither, course, exam, both) = group;
                    var graduates = neither + course + exam + both;
                    var rate = CompetencyRate.Of(course + both, exam + both, both, graduates);
                    if (rate.Against(target) == TargetComparison.NotMet)
                    {
                        Assert.True(rate.ShownPercent()!.Value.Most < target);
                    }
                }
            );

    [Theory]
    [InlineData(2996, TargetComparison.NotMet)]
    [InlineData(2999, TargetComparison.NotMet)]
    [InlineData(3000, TargetComparison.Met)]
    [InlineData(3001, TargetComparison.Met)]
    public void Thirty_percent_is_not_reached_by_rounding(int competent, TargetComparison expected)
    {
        Assert.Equal(expected, CompetencyRate.Of(competent, 0, 0, 10_000).Against(30m));
    }

    [Fact]
    public void A_shown_share_is_cut_off_and_not_rounded() =>
        Assert.Equal((29.9m, 29.9m), CompetencyRate.Of(2996, 0, 0, 10_000).ShownPercent());

    [Fact]
    public void An_unknown_overlap_can_leave_the_answer_open()
    {
        var rate = CompetencyRate.Of(80, 60, null, 400);
        Assert.Equal((80, 140), (rate.Least, rate.Most));
        Assert.Equal(TargetComparison.Undecided, rate.Against(30m));
        Assert.Equal(TargetComparison.Met, rate.Against(20m));
        Assert.Equal(TargetComparison.NotMet, rate.Against(35.01m));
    }

    [Theory]
    [InlineData(-1, 0, null, 10, CompetencyFault.Negative)]
    [InlineData(0, 0, -1, 10, CompetencyFault.Negative)]
    [InlineData(11, 0, null, 10, CompetencyFault.RouteAboveGraduates)]
    [InlineData(0, 11, null, 10, CompetencyFault.RouteAboveGraduates)]
    [InlineData(5, 3, 4, 10, CompetencyFault.BothAboveRoute)]
    [InlineData(8, 7, 4, 10, CompetencyFault.UnionAboveGraduates)]
    public void Impossible_counts_are_refused(
        int course,
        int exam,
        int? both,
        int graduates,
        CompetencyFault fault
    )
    {
        Assert.Equal(fault, CompetencyRate.FaultOf(course, exam, both, graduates));
        Assert.Throws<ArgumentException>(() => CompetencyRate.Of(course, exam, both, graduates));
    }

    [Fact]
    public void Very_large_counts_do_not_overflow() =>
        Assert.Equal(
            int.MaxValue,
            CompetencyRate.Of(int.MaxValue, int.MaxValue, null, int.MaxValue).Most
        );

    [Fact]
    public void Without_graduates_there_is_no_share()
    {
        var rate = CompetencyRate.Of(0, 0, null, 0);
        Assert.Null(rate.ShownPercent());
        Assert.Equal(TargetComparison.Undecided, rate.Against(0));
    }
}
