namespace Throughline.Kernel;

/// <summary>Where a thing of the system or of a school stands, under the district's address.</summary>
public static class Places
{
    /// <summary>What both the system and each school have, at the same path under theirs.</summary>
    private static readonly string[] AtBothLevels =
    [
        "direction/goals",
        "document",
        "plan",
        "process",
        "restore",
    ];

    /// <summary>Within those, what the district has once for all.</summary>
    private static readonly string[] OnceForAll =
    [
        "plan/organization",
        "process/starting-point/find",
    ];

    private static readonly string[] Lists =
    [
        "direction/goals",
        "plan/actions",
        "plan/decisions",
        "plan/responsibilities",
    ];

    public static string In(SchoolId? school, string path) =>
        school is { } one && AreAtBothLevels(path) ? $"schools/{one}/{path}" : path;

    public static bool AreAtBothLevels(string path) =>
        AtBothLevels.Any(place => IsUnder(path, place))
        && !OnceForAll.Any(place => IsUnder(path, place));

    /// <summary>The list that a path belongs to: <c>plan/decisions</c> of <c>plan/decisions/…/edit</c>.</summary>
    public static string ListOf(string path) =>
        Array.Find(Lists, list => IsUnder(path, list)) ?? path.Split('/')[0];

    private static bool IsUnder(string path, string place) =>
        path.StartsWith(place, StringComparison.Ordinal)
        && (path.Length == place.Length || path[place.Length] is '/' or '?' or '#');
}
