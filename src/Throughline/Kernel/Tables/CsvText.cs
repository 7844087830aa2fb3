using System.Buffers;
using System.Text;

namespace Throughline.Kernel.Tables;

/// <summary>
/// A CSV file that opens well and does no harm: marked as UTF-8 for Excel, and no cell is taken for a formula. A cell that begins
/// with = + - @, a tab or a return gets an apostrophe before it, which <see cref="PastedTable"/> takes off again.
/// </summary>
public static class CsvText
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",;\"\r\n\t");

    public static byte[] Write(IEnumerable<IEnumerable<string?>> rows) =>
        [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Text(rows))];

    /// <summary>The same without the mark, for programs that read it on.</summary>
    public static string Text(IEnumerable<IEnumerable<string?>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            text.AppendJoin(',', row.Select(cell => Quote(Safe(cell ?? "")))).Append("\r\n");
        }

        return text.ToString();
    }

    /// <summary>One row at a time, for tables that are too long to be held; no string is made of a cell.</summary>
    public static void WriteRow(TextWriter to, ReadOnlySpan<ReadOnlyMemory<char>> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0)
            {
                to.Write(',');
            }

            WriteCell(to, cells[i].Span);
        }

        to.Write("\r\n");
    }

    private static void WriteCell(TextWriter to, ReadOnlySpan<char> cell)
    {
        var isQuoted = cell.IndexOfAny(Special) >= 0;
        if (isQuoted)
        {
            to.Write('"');
        }

        if (IsActive(cell))
        {
            to.Write('\'');
        }

        for (int end; (end = isQuoted ? cell.IndexOf('"') : -1) >= 0; cell = cell[(end + 1)..])
        {
            to.Write(cell[..(end + 1)]);
            to.Write('"');
        }

        to.Write(cell);
        if (isQuoted)
        {
            to.Write('"');
        }
    }

    public static string Safe(string cell) => IsActive(cell) ? "'" + cell : cell;

    /// <summary>The text as it was before <see cref="Safe"/>.</summary>
    public static string Plain(string cell) =>
        cell.Length > 1 && cell[0] == '\'' && IsActive(cell.AsSpan(1)) ? cell[1..] : cell;

    private static bool IsActive(ReadOnlySpan<char> cell) =>
        cell.Length > 0 && cell[0] is ('=' or '+' or '-' or '@' or '\t' or '\r');

    private static string Quote(string cell) =>
        cell.AsSpan().IndexOfAny(Special) >= 0
            ? '"' + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + '"'
            : cell;
}
