using Throughline.Plan;

namespace Throughline.Tests.Plan;

public sealed class NeededByTests
{
    [Theory]
    [InlineData("2028-02-29", 1, "2028-02-28")]
    [InlineData("2028-02-29", 366, "2027-02-28")]
    [InlineData("2028-03-01", 1, "2028-02-29")]
    [InlineData("2027-03-01", 1, "2027-02-28")]
    [InlineData("2027-01-01", 1, "2026-12-31")]
    [InlineData("2027-08-30", 240, "2027-01-02")]
    [InlineData("2027-08-30", 0, "2027-08-30")]
    public void The_day_is_the_launch_less_the_lead(string launch, int lead, string expected) =>
        Assert.Equal(DateOnly.Parse(expected), NeededBy.Of(DateOnly.Parse(launch), lead, null));

    [Fact]
    public void A_day_that_somebody_set_stands_whatever_the_launch_is()
    {
        var set = new DateOnly(2027, 3, 2);

        Assert.Equal(set, NeededBy.Of(new DateOnly(2027, 8, 30), 90, set));
        Assert.Equal(set, NeededBy.Of(null, null, set));
    }

    [Fact]
    public void Without_a_launch_or_a_lead_there_is_no_day()
    {
        Assert.Null(NeededBy.Of(null, 90, null));
        Assert.Null(NeededBy.Of(new DateOnly(2027, 8, 30), null, null));
    }
}
