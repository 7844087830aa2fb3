using CsCheck;
using MathNet.Numerics.Distributions;
using Throughline.Analysis.Projection;

namespace Throughline.Analysis.Tests.Projection;

public sealed class PortableMathTests
{
    [Fact]
    public void The_exponential_and_the_logarithm_agree_with_the_platform() =>
        Gen.Double[-600, 600]
            .Sample(x =>
            {
                Assert.Equal(1, PortableMath.Exp(x) / Math.Exp(x), 1e-14);
                Assert.Equal(x, PortableMath.Log(PortableMath.Exp(x)), 1e-11);
                Assert.Equal(
                    Math.Log(Math.Abs(x) + 1e-300),
                    PortableMath.Log(Math.Abs(x) + 1e-300),
                    1e-13
                );
            });

    [Fact]
    public void The_normal_quantile_agrees_with_its_distribution() =>
        Gen.Double[1e-12, 1 - 1e-12]
            .Sample(p => Assert.Equal(p, Normal.CDF(0, 1, PortableMath.NormalQuantile(p)), 1e-12));

    [Theory]
    [InlineData(0.975, 1.959963984540054)]
    [InlineData(0.9, 1.2815515655446004)]
    [InlineData(1e-10, -6.361340902404056)]
    [InlineData(1e-20, -9.262340089798408)]
    public void The_normal_quantile_has_its_known_values(double p, double expected) =>
        Assert.Equal(expected, PortableMath.NormalQuantile(p), 1e-12);

    [Fact]
    public void The_ends_are_the_ends()
    {
        Assert.Equal(0, PortableMath.Exp(-1000));
        Assert.Equal(double.PositiveInfinity, PortableMath.Exp(1000));
        Assert.Equal(double.NegativeInfinity, PortableMath.Log(0));
        Assert.True(double.IsNaN(PortableMath.Log(-1)));
        Assert.Equal(1, PortableMath.Exp(0));
        Assert.Equal(0, PortableMath.Log(1));
    }
}
