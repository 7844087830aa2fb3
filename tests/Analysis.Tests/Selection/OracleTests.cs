using CsCheck;

namespace Throughline.Analysis.Tests.Selection;

public sealed class OracleTests
{
    [Fact]
    public void Leximin_is_what_trying_every_panel_gives() =>
        Gen.Int.Sample(seed => Assert.Null(OracleComparison.DifferenceOf(seed)), iter: 150);
}
