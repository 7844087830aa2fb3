namespace Throughline.Directory.Reading;

/// <summary>What a roster's manifest says of itself: its version, and whether a table is whole or holds changes only.</summary>
static class OneRosterManifest
{
    static readonly string[] Versions = ["1.1", "1.2"];
    static readonly string[] PupilTables = ["file.users", "file.roles", "file.enrollments"];

    public static void CheckVersion(string file, IReadOnlyDictionary<string, string> properties)
    {
        if (
            !properties.TryGetValue("oneroster.version", out var version)
            || !Versions.Any(known => version.StartsWith(known, StringComparison.Ordinal))
        )
        {
            throw new DirectoryRefusedException(DirectorySentences.OtherRosterVersion(file));
        }
    }

    /// <summary>Counting a table of changes would make a school look as small as its news.</summary>
    public static bool HoldsOnlyChanges(IReadOnlyDictionary<string, string> properties)
    {
        return PupilTables.Any(table =>
            properties.TryGetValue(table, out var mode)
            && mode.Equals("delta", StringComparison.OrdinalIgnoreCase)
        );
    }
}
