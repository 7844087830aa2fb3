namespace Throughline.Directory.Reading;

/// <summary>Reads the organizations of a OneRoster 1.1 or 1.2 CSV zip, its school year, and how many pupils each school has.</summary>
public static class OneRosterZip
{
    public const string Format = "oneroster";

    internal static DirectoryReading Read(
        Stream stream,
        string file,
        int? endYear,
        DirectoryLimits limits,
        IProgress<long>? progress,
        CancellationToken cancel
    )
    {
        var tally = new ReadingTally(limits);
        using var archive = new RosterArchive(stream, file, limits);
        RosterTable Open(string table) => new(archive, table, limits, tally, progress, cancel);

        var modes = ReadManifest(file, Open);
        var orgs = new OneRosterOrgs(limits, tally);
        Each(Open(OneRosterColumns.Orgs), orgs.Add);
        var years = new OneRosterYear();
        if (archive.Has(OneRosterColumns.Sessions))
        {
            Each(Open(OneRosterColumns.Sessions), years.Add);
        }

        var districts = orgs.Districts();
        var schools = orgs.Schools();
        if (OneRosterManifest.HoldsOnlyChanges(modes))
        {
            tally.LeaveOut($"{OneRosterColumns.Users} grades", DirectorySentences.OnlyChanges, 0);
        }
        else
        {
            var totals = new OneRosterPupils(schools).Count(archive, Open);
            RosterDisclosure.Apply(schools.Values, totals, limits.SmallestGroup, tally);
        }

        return new DirectoryReading(
            Format,
            endYear
                ?? years.EndYear
                ?? throw new DirectoryRefusedException(DirectorySentences.NoSchoolYear(file)),
            districts,
            [.. schools.Values],
            tally.InFileOrder(),
            tally.RefusedTotal,
            tally.LeftOutColumns,
            tally.NotReadColumns,
            limits.SmallestGroup
        );
    }

    static Dictionary<string, string> ReadManifest(string file, Func<string, RosterTable> open)
    {
        var properties = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        Each(
            open(OneRosterColumns.Manifest),
            table =>
                properties[table.Cell("propertyName").ToString()] = table.Cell("value").ToString()
        );
        OneRosterManifest.CheckVersion(file, properties);
        return properties;
    }

    static void Each(RosterTable table, Action<RosterTable> row)
    {
        using (table)
        {
            while (table.Read())
            {
                row(table);
            }
        }
    }
}
