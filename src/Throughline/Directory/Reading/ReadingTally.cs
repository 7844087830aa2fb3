namespace Throughline.Directory.Reading;

/// <summary>Collects what was refused or left out. The list is bounded, the count is not.</summary>
sealed class ReadingTally(DirectoryLimits limits)
{
    readonly List<RefusedCell> refused = [];
    readonly List<LeftOutColumn> leftOut = [];
    readonly List<string> notRead = [];

    public IReadOnlyList<RefusedCell> Refused => refused;
    public IReadOnlyList<LeftOutColumn> LeftOutColumns => leftOut;
    public IReadOnlyList<string> NotReadColumns => notRead;
    public int RefusedTotal { get; private set; }
    public bool ListIsFull => refused.Count >= limits.Listed;

    public void Refuse(string file, int row, string column, string reason)
    {
        RefusedTotal++;
        if (!ListIsFull)
        {
            refused.Add(new RefusedCell(file, row, column, reason));
        }
    }

    public void LeaveOut(string column, string reason, int rows)
    {
        leftOut.Add(new LeftOutColumn(column, reason, rows));
    }

    public void NotRead(string column)
    {
        notRead.Add(column);
    }

    /// <summary>Column rules speak after the last row: the list is put back into the order of the file.</summary>
    public IReadOnlyList<RefusedCell> InFileOrder()
    {
        return
        [
            .. refused.OrderBy(cell => cell.File, StringComparer.Ordinal).ThenBy(cell => cell.Row),
        ];
    }
}
