using System.Globalization;

namespace Throughline.Directory.Reading;

/// <summary>Gathers the districts from the rows of their schools.</summary>
sealed class DistrictRegister(string file, string nameColumn, ReadingTally tally)
{
    readonly SortedDictionary<int, Facts> districts = [];

    public void Add(int code, int row, string name, string? town, string? state)
    {
        if (!districts.TryGetValue(code, out var facts))
        {
            facts = new Facts { Code = code.ToString("D8", CultureInfo.InvariantCulture) };
            districts.Add(code, facts);
        }

        facts.Names[name] = facts.Names.TryGetValue(name, out var seen)
            ? (seen.Row, seen.Times + 1)
            : (row, 1);
        facts.State ??= state;
        facts.See(town, name);
    }

    public string CodeOf(int code)
    {
        return districts.TryGetValue(code, out var facts)
            ? facts.Code
            : code.ToString("D8", CultureInfo.InvariantCulture);
    }

    public List<DirectoryDistrict> All()
    {
        var all = new List<DirectoryDistrict>(districts.Count);
        foreach (var facts in districts.Values)
        {
            var name = MostUsedName(facts);
            all.Add(new DirectoryDistrict(facts.Code, name, facts.TownFor(name), facts.State));
        }

        return all;
    }

    /// <summary>One mistyped name must not rename a district.</summary>
    string MostUsedName(Facts facts)
    {
        if (facts.Names.Count == 1)
        {
            return facts.Names.First().Key;
        }

        var name = facts
            .Names.OrderByDescending(pair => pair.Value.Times)
            .ThenBy(pair => pair.Value.Row)
            .First()
            .Key;
        foreach (var (other, (row, _)) in facts.Names.Where(pair => pair.Key != name))
        {
            tally.Refuse(file, row, nameColumn, DirectorySentences.OtherDistrictName);
        }

        return name;
    }

    sealed class Facts
    {
        public required string Code { get; init; }
        public Dictionary<string, (int Row, int Times)> Names { get; } = new(1);
        public string? State { get; set; }

        string? town;
        string? namesake;
        bool several;

        public void See(string? schoolTown, string name)
        {
            several |= town is not null && schoolTown is not null && schoolTown != town;
            town ??= schoolTown;
            namesake = schoolTown == name ? name : namesake;
        }

        public string? TownFor(string name)
        {
            return !several ? town
                : namesake == name ? name
                : null;
        }
    }
}
