using System.Text;
using Sylvan.Data.Csv;

namespace Throughline.Directory.Reading;

/// <summary>The rows of a comma-separated text, whatever their width; what breaks the text is told as a sentence.</summary>
sealed class CsvRows : IDisposable
{
    static readonly UTF8Encoding StrictUtf8 = new(false, true);
    readonly string file;
    readonly DirectoryLimits limits;
    readonly HeaderGuard text;
    readonly CsvDataReader rows;
    readonly Func<bool> next;

    public CsvRows(Stream stream, string file, DirectoryLimits limits)
    {
        (this.file, this.limits) = (file, limits);
        text = new HeaderGuard(new StreamReader(stream, StrictUtf8, false, 1 << 16), file, limits);
        try
        {
            rows = Guarded(() => CsvDataReader.Create(text, Options(limits)));
            next = rows.Read;
        }
        catch
        {
            text.Dispose();
            throw;
        }
    }

    /// <summary>The row as a spreadsheet numbers it: the first is row 1.</summary>
    public int Row { get; private set; }
    public int Fields => rows.RowFieldCount;
    public int Length => rows.GetRawRecordSpan().Length;

    public bool Read()
    {
        if (!Guarded(next))
        {
            return false;
        }

        Row++;
        return true;
    }

    public void HeaderIsRead()
    {
        text.HeaderIsRead = true;
    }

    public ReadOnlySpan<char> Cell(int column)
    {
        return rows.GetFieldSpan(column);
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

    T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (CsvRecordTooLargeException)
        {
            throw Refused(DirectorySentences.RowTooLong(file, Row + 1, limits.RowLength));
        }
        catch (CsvFormatException)
        {
            throw Refused(DirectorySentences.BadQuotes(file, Row + 1));
        }
        catch (InvalidDataException)
        {
            throw Refused(DirectorySentences.Damaged(file));
        }
    }

    DirectoryRefusedException Refused(string sentence)
    {
        return new DirectoryRefusedException(sentence, Row + 1);
    }
}
