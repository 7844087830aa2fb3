using Throughline.App.Cli.Calculations;

namespace Throughline.App.Tests.Calculations;

public sealed class CountMarkTests
{
    [Theory]
    [InlineData("*")]
    [InlineData("s")]
    [InlineData("S")]
    [InlineData("-")]
    [InlineData("‡")]
    [InlineData("")]
    [InlineData("n/a")]
    public void A_mark_of_suppression_is_hidden_and_never_zero(string mark) =>
        Assert.Equal(new CountMark(null, null), CountMark.Read(mark, out _));

    [Theory]
    [InlineData("<10", 9)]
    [InlineData("< 10", 9)]
    [InlineData("n<5", 4)]
    [InlineData("≤15", 15)]
    public void A_mark_with_a_limit_tells_the_attacker_the_limit(string mark, long most) =>
        Assert.Equal(new CountMark(null, most), CountMark.Read(mark, out _));

    [Theory]
    [InlineData("0", 0)]
    [InlineData("1047", 1047)]
    public void A_count_is_a_count(string text, long count) =>
        Assert.Equal(new CountMark(count, null), CountMark.Read(text, out _));

    [Theory]
    [InlineData("-3")]
    [InlineData("1,047")]
    [InlineData("2.5")]
    [InlineData("2,5")]
    [InlineData("NaN")]
    [InlineData("9999999999999999999999")]
    [InlineData("ten")]
    public void Anything_else_is_refused_with_a_reason(string text)
    {
        Assert.Null(CountMark.Read(text, out var reason));
        Assert.NotEmpty(reason);
    }
}
