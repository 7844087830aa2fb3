namespace Throughline.Directory.Reading;

/// <summary>Columns about persons. Only whether a cell is filled is looked at, so that the report can say how many were dropped.</summary>
sealed class PersonalColumns
{
    readonly CsvTable table;
    readonly ReadingTally tally;
    readonly List<(int Place, int[] Filled)> places = [];

    public PersonalColumns(
        CsvTable table,
        MassachusettsColumns columns,
        IEnumerable<string> names,
        ReadingTally tally
    )
    {
        (this.table, this.tally) = (table, tally);
        places.AddRange(
            names
                .Select(name => columns.PlaceOf(name, tally))
                .Where(place => place >= 0)
                .Select(place => (place, new int[1]))
        );
    }

    public void Look()
    {
        foreach (var (place, filled) in places)
        {
            filled[0] += table.Cell(place).IsEmpty ? 0 : 1;
        }
    }

    public void Report()
    {
        foreach (var (place, filled) in places)
        {
            tally.LeaveOut(table.Header[place], DirectorySentences.Personal, filled[0]);
        }
    }
}
