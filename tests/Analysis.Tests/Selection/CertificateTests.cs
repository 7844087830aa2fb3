using Throughline.Analysis.Selection;

namespace Throughline.Analysis.Tests.Selection;

public sealed class CertificateTests
{
    private static readonly Lazy<Certificate> Good = new(() =>
        CohortSelection.Select(KnownPool.Read("ma_districts_60_k12", 12).Problem).Certificate!
    );

    [Fact]
    public void A_certificate_survives_being_written_and_read()
    {
        var read = Certificate.Read(Good.Value.ToJson());

        Assert.True(CertificateCheck.Of(read).Holds);
        Assert.True(read.IsAbout(KnownPool.Read("ma_districts_60_k12", 12).Problem));
        Assert.False(read.IsAbout(KnownPool.Read("ma_districts_120_k12", 12).Problem));
    }

    [Fact]
    public void A_panel_that_breaks_a_quota_is_found()
    {
        var panels = Good.Value.Panels.ToList();
        panels[0] = panels[0] with { Seats = [.. Enumerable.Repeat(0, 12)] };

        Assert.Contains(
            CertificateCheck.Of(Good.Value with { Panels = panels }).Problems,
            problem => problem.Contains("are asked", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_lottery_that_is_feasible_but_less_fair_is_found()
    {
        // The first panel alone, with all the chance there is.
        var panel = Good.Value.Panels[0];
        var unfair = Good.Value with
        {
            Panels = [panel with { Chance = 1 }],
            Probabilities =
            [
                .. Good.Value.Types.Select(
                    (type, at) => (double)panel.Seats.Count(seat => seat == at) / type.Members.Count
                ),
            ],
        };

        Assert.Contains(
            CertificateCheck.Of(unfair).Problems,
            problem => problem.Contains("promises", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Levels_that_claim_less_than_is_possible_are_found()
    {
        var levels = Good.Value.Levels.ToList();
        levels[0] = levels[0] with { Value = levels[0].Value - 0.001 };

        Assert.Contains(
            CertificateCheck.Of(Good.Value with { Levels = levels }).Problems,
            problem => problem.Contains("leaves room", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Multipliers_that_prove_nothing_are_found()
    {
        var levels = Good.Value.Levels.ToList();
        levels[1] = levels[1] with
        {
            Proof = levels[1].Proof with { Rows = [.. levels[1].Proof.Rows.Select(_ => 0d)] },
        };

        Assert.False(CertificateCheck.Of(Good.Value with { Levels = levels }).Holds);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"format\":1}")]
    [InlineData("[1,2")]
    public void What_is_no_certificate_is_refused(string text) =>
        Assert.Throws<InputRefusedException>(() => Certificate.Read(text));
}
