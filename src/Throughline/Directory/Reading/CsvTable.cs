using System.Text;
using Sylvan.Data.Csv;

namespace Throughline.Directory.Reading;

/// <summary>Streams the rows of one comma-separated table within the limits; ragged rows are reported and passed over.</summary>
sealed class CsvTable : IDisposable
{
    const int RowsBetweenReports = 1_000;
    static readonly UTF8Encoding StrictUtf8 = new(false, true);
    readonly string file;
    readonly DirectoryLimits limits;
    readonly ReadingTally tally;
    readonly IProgress<long>? progress;
    readonly CancellationToken cancel;
    readonly CsvDataReader rows;
    readonly Func<bool> nextRow;
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
        var text = new StreamReader(stream, StrictUtf8, false, 1 << 16);
        try
        {
            rows = Guarded(() => CsvDataReader.Create(text, Options(limits)));
            nextRow = rows.Read;
            Header = Guarded(nextRow)
                ? ReadHeader()
                : throw new DirectoryRefusedException(DirectorySentences.Empty(file));
            fields = Header.Count;
        }
        catch
        {
            text.Dispose();
            throw;
        }
    }

    public IReadOnlyList<string> Header { get; }

    /// <summary>The row as a spreadsheet numbers it: the header is row 1.</summary>
    public int Row { get; private set; } = 1;

    public ReadOnlySpan<char> Cell(int column)
    {
        return rows.GetFieldSpan(column);
    }

    public bool Read()
    {
        while (Guarded(nextRow))
        {
            Row++;
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

    static CsvDataReaderOptions Options(DirectoryLimits limits)
    {
        return new CsvDataReaderOptions
        {
            HasHeaders = false,
            Delimiter = ',',
            // A row beginning with "#" is a row; a NUL never arrives here.
            Comment = '\0',
            BufferSize = 1 << 16,
            MaxBufferSize = limits.RowLength,
        };
    }

    bool IsBlank()
    {
        return rows.RowFieldCount == 0
            || (rows.RowFieldCount == 1 && fields > 1 && rows.GetFieldSpan(0).Trim().IsEmpty);
    }

    bool HasItsFields()
    {
        var found = rows.RowFieldCount;
        // Some exports close every row with commas that no header names.
        while (found > fields && rows.GetFieldSpan(found - 1).IsEmpty && found <= HeaderWidth)
        {
            found--;
        }

        if (found == fields)
        {
            return true;
        }

        tally.Refuse(file, Row, "", DirectorySentences.Ragged(fields, rows.RowFieldCount));
        return false;
    }

    bool CellsAreShort()
    {
        if (rows.GetRawRecordSpan().Length <= limits.CellLength)
        {
            return true;
        }

        for (var column = 0; column < fields; column++)
        {
            if (rows.GetFieldSpan(column).Length > limits.CellLength)
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
        HeaderWidth = rows.RowFieldCount;
        if (HeaderWidth > limits.Columns)
        {
            throw new DirectoryRefusedException(
                DirectorySentences.TooManyColumns(file, limits.Columns, HeaderWidth),
                1
            );
        }

        var names = new string[HeaderWidth];
        for (var column = 0; column < HeaderWidth; column++)
        {
            var name = rows.GetFieldSpan(column).Trim().Trim('\uFEFF').Trim();
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

    T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (CsvRecordTooLargeException)
        {
            throw new DirectoryRefusedException(
                DirectorySentences.RowTooLong(file, Row + 1, limits.RowLength),
                Row + 1
            );
        }
        catch (CsvFormatException)
        {
            throw new DirectoryRefusedException(
                DirectorySentences.BadQuotes(file, Row + 1),
                Row + 1
            );
        }
        catch (InvalidDataException)
        {
            throw new DirectoryRefusedException(DirectorySentences.Damaged(file));
        }
    }
}
