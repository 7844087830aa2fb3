namespace Throughline.Directory.Reading;

/// <summary>Streams the rows of one comma-separated table within the limits; ragged rows are reported and passed over.</summary>
sealed class CsvTable : IDisposable
{
    const int RowsBetweenReports = 1_000;
    readonly string file;
    readonly DirectoryLimits limits;
    readonly ReadingTally tally;
    readonly IProgress<long>? progress;
    readonly CancellationToken cancel;
    readonly CsvRows rows;
    readonly int fields;

    public CsvTable(
        Stream stream,
        string file,
        DirectoryLimits limits,
        ReadingTally tally,
        IProgress<long>? progress,
        CancellationToken cancel
    )
    {
        (this.file, this.limits, this.tally, this.progress, this.cancel) = (
            file,
            limits,
            tally,
            progress,
            cancel
        );
        rows = new CsvRows(stream, file, limits);
        try
        {
            Header = rows.Read()
                ? ReadHeader()
                : throw new DirectoryRefusedException(DirectorySentences.Empty(file));
            fields = Header.Count;
            rows.HeaderIsRead();
        }
        catch
        {
            rows.Dispose();
            throw;
        }
    }

    public IReadOnlyList<string> Header { get; }

    /// <summary>The row as a spreadsheet numbers it: the header is row 1.</summary>
    public int Row => rows.Row;

    public ReadOnlySpan<char> Cell(int column)
    {
        return rows.Cell(column);
    }

    public bool Read()
    {
        while (rows.Read())
        {
            if (Row % RowsBetweenReports == 0)
            {
                cancel.ThrowIfCancellationRequested();
                progress?.Report(Row - 1);
            }

            if (Row - 1 > limits.Rows)
            {
                throw new DirectoryRefusedException(
                    DirectorySentences.TooManyRows(file, limits.Rows),
                    Row
                );
            }

            if (!IsBlank() && HasItsFields() && CellsAreShort())
            {
                return true;
            }
        }

        cancel.ThrowIfCancellationRequested();
        progress?.Report(Row - 1);
        return false;
    }

    public void Dispose()
    {
        rows.Dispose();
    }

    bool IsBlank()
    {
        return rows.Fields == 0 || (rows.Fields == 1 && fields > 1 && rows.Cell(0).Trim().IsEmpty);
    }

    bool HasItsFields()
    {
        var found = rows.Fields;
        // Some exports close every row with commas that no header names.
        while (found > fields && rows.Cell(found - 1).IsEmpty && found <= HeaderWidth)
        {
            found--;
        }

        if (found == fields)
        {
            return true;
        }

        tally.Refuse(file, Row, "", DirectorySentences.Ragged(fields, rows.Fields));
        return false;
    }

    bool CellsAreShort()
    {
        if (rows.Length <= limits.CellLength)
        {
            return true;
        }

        for (var column = 0; column < fields; column++)
        {
            if (rows.Cell(column).Length > limits.CellLength)
            {
                tally.Refuse(
                    file,
                    Row,
                    Header[column],
                    DirectorySentences.CellTooLong(limits.CellLength)
                );
                return false;
            }
        }

        return true;
    }

    int HeaderWidth { get; set; }

    string[] ReadHeader()
    {
        HeaderWidth = rows.Fields;
        if (HeaderWidth > limits.Columns)
        {
            throw new DirectoryRefusedException(
                DirectorySentences.TooManyColumns(file, limits.Columns),
                1
            );
        }

        var names = new string[HeaderWidth];
        for (var column = 0; column < HeaderWidth; column++)
        {
            var name = rows.Cell(column).Trim().Trim('\uFEFF').Trim();
            names[column] = DirectorySentences.Shown(name);
        }

        var named = Array.FindLastIndex(names, name => name.Length > 0) + 1;
        return named switch
        {
            0 => throw new DirectoryRefusedException(DirectorySentences.Empty(file)),
            1 when names[0].AsSpan().ContainsAny(';', '\t', '|') =>
                throw new DirectoryRefusedException(DirectorySentences.NotCommas(file), 1),
            _ => names[..named],
        };
    }
}
