namespace Throughline.Kernel;

/// <summary>The day it is where the district is.</summary>
public static class DistrictDay
{
    public static DateOnly Of(DateTime utc, string timeZone) =>
        DateOnly.FromDateTime(
            TimeZoneInfo.ConvertTimeFromUtc(utc, TimeZoneInfo.FindSystemTimeZoneById(timeZone))
        );
}
