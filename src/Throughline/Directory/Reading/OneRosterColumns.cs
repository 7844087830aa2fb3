namespace Throughline.Directory.Reading;

/// <summary>The columns of the OneRoster CSV binding, versions 1.1 and 1.2 together, for the tables that are read.</summary>
static class OneRosterColumns
{
    public const string Manifest = "manifest.csv";
    public const string Orgs = "orgs.csv";
    public const string Sessions = "academicSessions.csv";
    public const string Users = "users.csv";
    public const string Roles = "roles.csv";
    public const string Enrollments = "enrollments.csv";

    static readonly Dictionary<string, (string[] Required, string[] Read, string[] Known)> Tables =
        new(StringComparer.OrdinalIgnoreCase)
        {
            [Manifest] = (["propertyName", "value"], [], []),
            [Orgs] = (["sourcedId", "name", "type", "parentSourcedId"], ["identifier"], []),
            [Sessions] = (
                ["sourcedId", "type", "startDate", "endDate", "schoolYear"],
                [],
                ["title", "parentSourcedId"]
            ),
            [Users] = (
                ["sourcedId"],
                ["role", "orgSourcedIds", "grades"],
                [
                    "enabledUser",
                    "primaryOrgSourcedId",
                    "agentSourcedIds",
                    "userMasterIdentifier",
                    "resourceSourcedIds",
                ]
            ),
            [Roles] = (
                ["sourcedId", "userSourcedId", "role", "orgSourcedId"],
                [],
                ["roleType", "beginDate", "endDate", "userProfileSourcedId"]
            ),
            [Enrollments] = (
                ["sourcedId", "schoolSourcedId", "userSourcedId", "role"],
                [],
                ["classSourcedId", "primary", "beginDate", "endDate"]
            ),
        };

    static readonly string[] Personal =
    [
        "username",
        "userIds",
        "givenName",
        "familyName",
        "middleName",
        "identifier",
        "email",
        "sms",
        "phone",
        "password",
        "preferredGivenName",
        "preferredMiddleName",
        "preferredFamilyName",
        "pronouns",
    ];

    public static IReadOnlyList<string> Required(string table)
    {
        return Tables[table].Required;
    }

    public static bool IsPersonal(string table, string column)
    {
        return table == Users && Contains(Personal, column);
    }

    public static bool IsKnown(string table, string column)
    {
        var (required, read, known) = Tables[table];
        return Contains(required, column)
            || Contains(read, column)
            || Contains(known, column)
            || Contains(["status", "dateLastModified"], column)
            || IsPersonal(table, column)
            || column.StartsWith("metadata.", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The known column that a misspelt one may mean; null when none is near.</summary>
    public static string? Near(string table, string column)
    {
        var (required, read, known) = Tables[table];
        IEnumerable<string> names =
        [
            .. required,
            .. read,
            .. known,
            "status",
            "dateLastModified",
            .. table == Users ? Personal : [],
        ];
        return names
            .Select(name =>
                (Name: name, Steps: Distance(name.ToUpperInvariant(), column.ToUpperInvariant()))
            )
            .Where(near => near.Steps <= 2)
            .OrderBy(near => near.Steps)
            .Select(near => near.Name)
            .FirstOrDefault();
    }

    public static bool LooksLikeRoster(HashSet<string> keys)
    {
        return keys.Contains("SOURCEDID")
            || keys.Contains("SOURCEDID_CL")
            || keys.Contains("ORGID")
            || keys.Contains("DATELASTMODIFIED");
    }

    public static IReadOnlyList<string> MissingFromOrgs(HashSet<string> keys)
    {
        return [.. Required(Orgs).Where(column => !keys.Contains(column.ToUpperInvariant()))];
    }

    static bool Contains(string[] names, string column)
    {
        return names.Contains(column, StringComparer.OrdinalIgnoreCase);
    }

    static int Distance(string first, string second)
    {
        if (Math.Abs(first.Length - second.Length) > 2)
        {
            return int.MaxValue;
        }

        var above = Enumerable.Range(0, second.Length + 1).ToArray();
        for (var row = 1; row <= first.Length; row++)
        {
            var current = new int[second.Length + 1];
            current[0] = row;
            for (var column = 1; column <= second.Length; column++)
            {
                var change = first[row - 1] == second[column - 1] ? 0 : 1;
                current[column] = Math.Min(
                    Math.Min(above[column], current[column - 1]) + 1,
                    above[column - 1] + change
                );
            }

            above = current;
        }

        return above[^1];
    }
}
