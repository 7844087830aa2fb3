using System.Globalization;

namespace Throughline.Directory.Reading;

/// <summary>One table of a OneRoster zip: columns by name, rows marked for deletion passed over, odd columns and dates reported.</summary>
sealed class RosterTable : IDisposable
{
    readonly CsvTable rows;
    readonly string name;
    readonly ReadingTally tally;
    readonly Dictionary<string, int> places = new(StringComparer.OrdinalIgnoreCase);
    readonly List<(string Column, string Reason)> leftOut = [];
    int deleted;
    int oddDates;

    public RosterTable(
        RosterArchive archive,
        string name,
        DirectoryLimits limits,
        ReadingTally tally,
        IProgress<long>? progress,
        CancellationToken cancel
    )
    {
        (this.name, this.tally) = (name, tally);
        rows = new CsvTable(archive.Open(name), name, limits, tally, progress, cancel);
        try
        {
            MapColumns();
        }
        catch
        {
            rows.Dispose();
            throw;
        }
    }

    public int Row => rows.Row;

    public bool Has(string column)
    {
        return places.ContainsKey(column);
    }

    public bool Read()
    {
        while (rows.Read())
        {
            if (Cell("status").Equals("tobedeleted", StringComparison.OrdinalIgnoreCase))
            {
                deleted++;
                continue;
            }

            var changed = Cell("dateLastModified");
            oddDates += changed.IsEmpty || IsTimestamp(changed) ? 0 : 1;
            return true;
        }

        Report();
        return false;
    }

    public ReadOnlySpan<char> Cell(string column)
    {
        return places.TryGetValue(column, out var place) ? rows.Cell(place).Trim() : [];
    }

    public void Refuse(string column, string reason)
    {
        tally.Refuse(name, Row, column, reason);
    }

    public void Dispose()
    {
        rows.Dispose();
    }

    static bool IsTimestamp(ReadOnlySpan<char> text)
    {
        return text.Length >= 10
            && DateOnly.TryParseExact(
                text[..10],
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out _
            )
            && (text.Length == 10 || text[10] is 'T' or ' ');
    }

    void MapColumns()
    {
        for (var column = 0; column < rows.Header.Count; column++)
        {
            var header = rows.Header[column];
            if (header.Length == 0)
            {
                continue;
            }

            if (!places.TryAdd(header, column))
            {
                throw new DirectoryRefusedException(
                    DirectorySentences.DoubledColumns(name, [header]),
                    1
                );
            }

            if (!OneRosterColumns.IsKnown(name, header))
            {
                leftOut.Add(
                    (
                        header,
                        DirectorySentences.UnknownRosterColumn(OneRosterColumns.Near(name, header))
                    )
                );
            }
            else if (OneRosterColumns.IsPersonal(name, header))
            {
                leftOut.Add((header, DirectorySentences.Personal));
            }
        }

        string[] missing = [.. OneRosterColumns.Required(name).Where(column => !Has(column))];
        if (missing.Length > 0)
        {
            throw new DirectoryRefusedException(
                DirectorySentences.MissingRosterColumns(
                    name,
                    missing,
                    OneRosterColumns.Required(name)
                ),
                1
            );
        }
    }

    void Report()
    {
        foreach (var (column, reason) in leftOut)
        {
            tally.LeaveOut($"{name} {column}", reason, Row - 1);
        }

        if (deleted > 0)
        {
            tally.LeaveOut($"{name} status", DirectorySentences.ToBeDeleted, deleted);
        }

        if (oddDates > 0)
        {
            tally.LeaveOut($"{name} dateLastModified", DirectorySentences.OddDates, oddDates);
        }
    }
}
