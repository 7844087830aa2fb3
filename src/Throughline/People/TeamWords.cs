using Throughline.Kernel;

namespace Throughline.People;

/// <summary>The parts that people have in a planning team, and which of them a team usually wants at its table.</summary>
public static class TeamWords
{
    public static readonly IReadOnlyList<string> TeamRoles =
    [
        "superintendent",
        "assistant-superintendent",
        "district-administrator",
        "building-administrator",
        "cs-teacher",
        "teacher",
        "technology-director",
        "tech-media-specialist",
        "stem-director",
        "department-head",
        "counselor",
        "librarian",
        "finance-officer",
        "school-committee-member",
        "student",
        "family-member",
        "community-partner",
        "higher-education",
        "industry",
    ];

    /// <summary>Each voice with the parts that bring it; any one of them is enough.</summary>
    private static readonly (string Voice, string[] Parts)[] Usual =
    [
        (
            "superintendent",
            ["superintendent", "assistant-superintendent", "district-administrator"]
        ),
        ("building-administrator", ["building-administrator"]),
        ("cs-teacher", ["cs-teacher"]),
        ("technology-director", ["technology-director", "tech-media-specialist"]),
        ("counselor", ["counselor"]),
        ("family-member", ["family-member"]),
    ];

    public static string RoleKey(Role role) => "people.role." + role.ToString().ToLowerInvariant();

    public static string TeamRoleKey(string teamRole) => "people.team-role." + teamRole;

    /// <summary>The voices that nobody at the table brings yet.</summary>
    public static IReadOnlyList<string> Missing(IEnumerable<string?> atTheTable)
    {
        var there = atTheTable.ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Usual.Where(usual => !usual.Parts.Any(there.Contains)).Select(usual => usual.Voice),
        ];
    }
}
