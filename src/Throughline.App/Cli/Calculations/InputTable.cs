using System.Text;
using Sylvan.Data.Csv;
using Throughline.Analysis;

namespace Throughline.App.Cli.Calculations;

/// <summary>
/// A comma-separated file that a calculation reads: streamed row by row, columns found by name, and every complaint with the file, the
/// row as a spreadsheet numbers it, and the column.
/// </summary>
public sealed class InputTable : IDisposable
{
    private const int LongestRow = 1 << 20;
    private const int MostColumns = 20_000;
    private static readonly UTF8Encoding StrictUtf8 = new(false, true);
    private readonly CsvDataReader reader;
    private readonly Dictionary<string, int> positions = new(StringComparer.OrdinalIgnoreCase);

    private InputTable(string path, CsvDataReader reader)
    {
        File = Path.GetFileName(path);
        this.reader = reader;
        Columns = ReadHeader();
    }

    /// <summary>The file's name, as complaints show it.</summary>
    public string File { get; }

    /// <summary>The names of the columns in their order, trimmed.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <exception cref="InputRefusedException">The file is empty, no UTF-8 text, or lacks one of the columns.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static InputTable Open(string path, params IReadOnlyList<string> required) =>
        Of(
            new StreamReader(path, StrictUtf8, detectEncodingFromByteOrderMarks: true),
            path,
            required
        );

    /// <summary>The same of a text that is already open; it is closed with the table.</summary>
    public static InputTable Of(TextReader text, string path, params IReadOnlyList<string> required)
    {
        try
        {
            var table = new InputTable(path, Guarded(path, () => Reader(text)));
            foreach (var name in required)
            {
                table.Require(name);
            }

            return table;
        }
        catch
        {
            text.Dispose();
            throw;
        }
    }

    public bool Has(string column) => positions.ContainsKey(column);

    public void Require(string column)
    {
        if (!Has(column))
        {
            throw new InputRefusedException(
                $"{File}, row 1: there is no column “{column}”. It has: {string.Join(", ", Columns.Take(20))}."
            );
        }
    }

    /// <summary>The rows after the header; blank ones are passed over, ragged ones refused.</summary>
    public IEnumerable<InputRow> Rows(CancellationToken cancel = default)
    {
        for (var row = 2; Guarded(File, reader.Read); row++)
        {
            if (row % 4096 == 0)
            {
                cancel.ThrowIfCancellationRequested();
            }

            var fields = reader.RowFieldCount;
            if (fields == 0 || (fields == 1 && reader.GetFieldSpan(0).Trim().IsEmpty))
            {
                continue;
            }

            if (fields != Columns.Count)
            {
                throw new InputRefusedException(
                    $"{File}, row {row}: it has {fields} cells, the header has {Columns.Count}."
                );
            }

            yield return new InputRow(this, row);
        }
    }

    public void Dispose() => reader.Dispose();

    internal string Cell(int row, string column) =>
        positions.TryGetValue(column, out var position)
            ? reader.GetFieldSpan(position).Trim().ToString()
            : throw new InputRefusedException($"{File}, row {row}: there is no column “{column}”.");

    internal string Cell(int position) => reader.GetFieldSpan(position).Trim().ToString();

    private static CsvDataReader Reader(TextReader text) =>
        CsvDataReader.Create(
            text,
            new CsvDataReaderOptions
            {
                HasHeaders = false,
                Delimiter = ',',
                Comment = '\0',
                BufferSize = 1 << 16,
                MaxBufferSize = LongestRow,
            }
        );

    private static T Guarded<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (DecoderFallbackException broken)
        {
            throw new InputRefusedException(
                $"{Path.GetFileName(path)}: this is no UTF-8 text. Save it as CSV UTF-8.",
                broken
            );
        }
        catch (CsvRecordTooLargeException broken)
        {
            throw new InputRefusedException(
                $"{Path.GetFileName(path)}: one row is over {LongestRow:N0} characters long; a quotation mark may not be closed.",
                broken
            );
        }
        catch (CsvFormatException broken)
        {
            throw new InputRefusedException(
                $"{Path.GetFileName(path)}, row {broken.RowNumber + 1}: a quotation mark is out of place.",
                broken
            );
        }
    }

    private string[] ReadHeader()
    {
        if (!Guarded(File, reader.Read) || reader.RowFieldCount == 0)
        {
            throw new InputRefusedException($"{File}: the file is empty.");
        }

        if (reader.RowFieldCount > MostColumns)
        {
            throw new InputRefusedException(
                $"{File}, row 1: it has {reader.RowFieldCount:N0} columns, {MostColumns:N0} are the most."
            );
        }

        var names = new string[reader.RowFieldCount];
        for (var column = 0; column < names.Length; column++)
        {
            names[column] = reader.GetFieldSpan(column).Trim().Trim('\uFEFF').Trim('"').ToString();
            if (names[column].Length > 0 && !positions.TryAdd(names[column], column))
            {
                throw new InputRefusedException(
                    $"{File}, row 1: the column “{names[column]}” stands there twice."
                );
            }
        }

        if (names is [var only] && only.AsSpan().IndexOfAny(';', '\t') >= 0)
        {
            throw new InputRefusedException(
                $"{File}, row 1: the columns are parted by semicolons or tabs. Save it as CSV with commas."
            );
        }

        return names;
    }
}
