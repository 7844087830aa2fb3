using System.Globalization;

namespace Throughline.Analysis.SchoolCalendar;

/// <summary>
/// A US school year, July 1 to June 30, keyed by the calendar year in which it ends (2027 is shown "2026-27"), as the state's
/// report cards key it. The default value is not a school year; <see cref="Of"/> gives one for any date.
/// </summary>
public readonly record struct SchoolYear(int EndYear) : IComparable<SchoolYear>
{
    public DateOnly FirstDay => new(EndYear - 1, 7, 1);

    public DateOnly LastDay => new(EndYear, 6, 30);

    public SchoolYear Next => new(EndYear + 1);

    /// <summary>June 30 belongs to the year that ends, July 1 to the year that begins.</summary>
    public static SchoolYear Of(DateOnly day) => new(day.Month >= 7 ? day.Year + 1 : day.Year);

    public int CompareTo(SchoolYear other) => EndYear.CompareTo(other.EndYear);

    public static bool operator <(SchoolYear left, SchoolYear right) =>
        left.EndYear < right.EndYear;

    public static bool operator >(SchoolYear left, SchoolYear right) =>
        left.EndYear > right.EndYear;

    public static bool operator <=(SchoolYear left, SchoolYear right) =>
        left.EndYear <= right.EndYear;

    public static bool operator >=(SchoolYear left, SchoolYear right) =>
        left.EndYear >= right.EndYear;

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{EndYear - 1}-{EndYear % 100:00}");
}
