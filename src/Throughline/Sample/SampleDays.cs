using System.Globalization;
using Throughline.Analysis.SchoolCalendar;

namespace Throughline.Sample;

/// <summary>
/// The calendar of the sample, counted from today so that its team is always two weeks into its year: school day 0 is the launch
/// meeting, 9 the last full day before today, below 0 the days before the launch, above 10 the days to come.
/// </summary>
internal sealed class SampleDays
{
    /// <summary>A decision may be needed four months before the launch and still lie ahead.</summary>
    private const int ShortestRunUp = 150;

    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById(
        SampleSchools.TimeZone
    );

    public SampleDays(DateTime now)
    {
        Today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(now, Zone));
        TeamLaunch = Today.AddDays(-14);
        while (IsWeekend(TeamLaunch))
        {
            TeamLaunch = TeamLaunch.AddDays(-1);
        }

        Launch = FirstSchoolDay(Today.Year);
        for (var year = Today.Year + 1; Launch < Today.AddDays(ShortestRunUp); year++)
        {
            Launch = FirstSchoolDay(year);
        }
    }

    public DateOnly Today { get; }

    public DateOnly TeamLaunch { get; }

    /// <summary>The first day of teaching.</summary>
    public DateOnly Launch { get; }

    /// <summary>The year of the latest enrollment that the state has published.</summary>
    public int ReportedYear => SchoolYear.Of(TeamLaunch).EndYear - 1;

    /// <summary>The class that graduates five school years from now.</summary>
    public int HeadlineClass => SchoolYear.Of(Today).EndYear + 4;

    public DateOnly On(int schoolDay)
    {
        var day = TeamLaunch;
        for (var left = Math.Abs(schoolDay); left > 0; left -= IsWeekend(day) ? 0 : 1)
        {
            day = day.AddDays(Math.Sign(schoolDay));
        }

        return day;
    }

    /// <summary>A time on the district's clock, as UTC.</summary>
    public DateTime At(int schoolDay, string clock) =>
        TimeZoneInfo.ConvertTimeToUtc(
            On(schoolDay)
                .ToDateTime(TimeOnly.ParseExact(clock, "H:mm", CultureInfo.InvariantCulture)),
            Zone
        );

    /// <summary>In the words of the sample's texts: "October 14".</summary>
    public static string Say(DateOnly day) => day.ToString("MMMM d", CultureInfo.InvariantCulture);

    /// <summary>The day after Labor Day.</summary>
    private static DateOnly FirstSchoolDay(int year)
    {
        var day = new DateOnly(year, 9, 1);
        while (day.DayOfWeek != DayOfWeek.Monday)
        {
            day = day.AddDays(1);
        }

        return day.AddDays(1);
    }

    private static bool IsWeekend(DateOnly day) =>
        day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
