using CsCheck;

namespace Throughline.Analysis.Tests.Selection;

public sealed class OracleTests
{
    [Fact]
    public void Leximin_is_what_trying_every_panel_gives() =>
        Gen.Int.Sample(seed => Assert.Null(OracleComparison.DifferenceOf(seed)), iter: 150);

    /// <summary>Pools whose cuts, rounded to the millionth, left more open than a certificate may.</summary>
    [Theory]
    [InlineData(101103)]
    [InlineData(108684)]
    [InlineData(109518)]
    public void A_cut_in_round_numbers_is_proved_to_the_last_digits(int seed) =>
        Assert.Null(OracleComparison.DifferenceOf(seed));
}
