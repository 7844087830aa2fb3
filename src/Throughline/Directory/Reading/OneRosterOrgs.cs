namespace Throughline.Directory.Reading;

/// <summary>Finds the districts and schools among the organizations of a roster, and the district of every school.</summary>
sealed class OneRosterOrgs(DirectoryLimits limits, ReadingTally tally)
{
    const int DeepestTree = 16;
    static readonly string[] OtherTypes = ["department", "local", "state", "national"];
    readonly Dictionary<string, Org> orgs = new(StringComparer.Ordinal);
    readonly HashSet<(string Type, string Code)> codes = [];
    int others;

    sealed record Org(string Id, string Code, string Name, string Type, string Parent, int Row);

    public void Add(RosterTable table)
    {
        var type = table.Cell("type").ToString().ToLowerInvariant();
        if (type is not ("school" or "district") && !OtherTypes.Contains(type))
        {
            table.Refuse("type", DirectorySentences.UnknownOrgType);
            return;
        }

        others += OtherTypes.Contains(type) ? 1 : 0;
        if (
            Text(table, "sourcedId", true) is not { } id
            || Text(table, "name", true) is not { } name
            || Text(table, "identifier", false) is not { } identifier
        )
        {
            return;
        }

        var org = new Org(
            id,
            identifier.Length > 0 ? identifier : id,
            name,
            type,
            table.Cell("parentSourcedId").ToString(),
            table.Row
        );
        if (orgs.TryGetValue(id, out var first))
        {
            table.Refuse("sourcedId", DirectorySentences.DoubledCode(first.Row));
        }
        else if (!codes.Add((type, org.Code)))
        {
            table.Refuse("identifier", DirectorySentences.DoubledIdentifier);
        }
        else
        {
            orgs.Add(id, org);
        }
    }

    public List<DirectoryDistrict> Districts()
    {
        if (others > 0)
        {
            tally.LeaveOut($"{OneRosterColumns.Orgs} type", DirectorySentences.OtherOrgs, others);
        }

        return
        [
            .. orgs
                .Values.Where(org => org.Type == "district")
                .OrderBy(org => org.Code, StringComparer.Ordinal)
                .Select(org => new DirectoryDistrict(org.Code, org.Name, null, null)),
        ];
    }

    /// <summary>Schools by their sourcedId, in the order of the file.</summary>
    public OrderedDictionary<string, DirectorySchool> Schools()
    {
        var schools = new OrderedDictionary<string, DirectorySchool>(StringComparer.Ordinal);
        foreach (var org in orgs.Values.Where(org => org.Type == "school").OrderBy(org => org.Row))
        {
            if (DistrictOf(org, out var reason) is { } district)
            {
                schools.Add(
                    org.Id,
                    new DirectorySchool(
                        org.Code,
                        district,
                        org.Name,
                        SchoolKind.NotGiven,
                        null,
                        null,
                        null,
                        null,
                        default,
                        new SchoolFigures()
                    )
                );
            }
            else
            {
                tally.Refuse(OneRosterColumns.Orgs, org.Row, "parentSourcedId", reason);
            }
        }

        return schools;
    }

    /// <summary>A school may stand below another organization of its district; a circle of parents ends nowhere.</summary>
    string? DistrictOf(Org school, out string reason)
    {
        var org = school;
        for (var depth = 0; depth < DeepestTree; depth++)
        {
            if (org.Parent.Length == 0)
            {
                reason = DirectorySentences.NoDistrict;
                return null;
            }

            if (!orgs.TryGetValue(org.Parent, out org))
            {
                reason = DirectorySentences.UnknownParent;
                return null;
            }

            if (org.Type == "district")
            {
                reason = "";
                return org.Code;
            }
        }

        reason = DirectorySentences.NoDistrict;
        return null;
    }

    string? Text(RosterTable table, string column, bool required)
    {
        var text = table.Cell(column);
        var reason =
            text.IsEmpty && required
                ? DirectorySentences.Blank
                : CellText.Text(text, limits.TextLength);
        if (reason is null)
        {
            return text.ToString();
        }

        table.Refuse(column, reason);
        return null;
    }
}
