namespace Throughline.Plan;

/// <summary>
/// The day by which a decision has to be made: a day somebody set, or the launch date less the lead, counted in calendar days.
/// Null where neither is known.
/// </summary>
public static class NeededBy
{
    /// <summary>Two years: nothing has to be decided earlier than that.</summary>
    public const int LongestLead = 730;

    public static DateOnly? Of(DateOnly? launch, int? leadDays, DateOnly? set) =>
        set ?? (launch is { } day && leadDays is { } lead ? day.AddDays(-lead) : null);
}
