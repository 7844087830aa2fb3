using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Direction;
using Throughline.Kernel;
using Throughline.Plan;
using Throughline.Testing;

namespace Throughline.Tests.Sample;

/// <summary>The sample is made on any day of the year, and its team is always two weeks in.</summary>
public sealed class SampleDaysTests
{
    [Theory]
    [InlineData("2026-03-09T04:30Z")]
    [InlineData("2026-06-30T12:00Z")]
    [InlineData("2026-11-01T23:00Z")]
    [InlineData("2027-01-01T03:00Z")]
    [InlineData("2028-02-29T15:00Z")]
    [InlineData("2026-08-15T15:00Z")]
    public async Task On_any_day_it_is_two_weeks_in_and_one_decision_is_late(string moment)
    {
        var at = DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture);
        await using var here = await SampleWorkspace.Create(DatabaseKind.Sqlite, at);
        var rows = await here.In<ThroughlineDb, List<Happening>>(db =>
            db.Set<Happening>().AsNoTracking().ToListAsync()
        );
        Assert.DoesNotContain(rows, row => row.When > here.Now);
        var since = here.Today.DayNumber - here.District.TeamLaunchDate!.Value.DayNumber;
        Assert.InRange(since, 13, 16);
        Assert.True(here.District.LaunchDate > here.Today.AddDays(100));
        var decisions = await here.In<DecisionQueries, IReadOnlyList<DecisionView>>(use =>
            use.All()
        );
        Assert.Single(decisions, one => one.IsLate(here.Today));
        var headline = await here.In<HeadlineQueries, HeadlineView?>(use => use.Current());
        Assert.InRange(headline!.TargetClass - here.Today.Year, 4, 5);
    }
}
