using System.Text;

namespace Throughline.Kernel.Tables;

/// <summary>
/// Rows and cells of what people copy: tabs between the cells as Excel and Google Sheets put them on the clipboard, or commas (or
/// semicolons) as in a CSV file. A quoted cell may hold line breaks, separators and doubled quotes.
/// </summary>
public static class TableText
{
    /// <summary>Wholly empty rows are left out. Never throws: a quote that is not closed is a character like others.</summary>
    /// <param name="columns">How many there may be: of a table with one, commas stand in its sentences and make no cells.</param>
    public static IReadOnlyList<IReadOnlyList<string>> Read(string text, int columns = int.MaxValue)
    {
        var source = text.TrimStart('\uFEFF').ReplaceLineEndings("\n");
        if (source.Contains('\t', StringComparison.Ordinal))
        {
            return Split(source, '\t');
        }

        // Commas make cells only where they make the same number in every row; otherwise they are in the sentences of one column.
        foreach (var separator in columns > 1 ? ",;" : "")
        {
            var rows = Split(source, separator);
            if (rows.Count > 0 && rows[0].Count > 1 && rows.All(row => row.Count == rows[0].Count))
            {
                return rows;
            }
        }

        return Split(source, '\t');
    }

    private static List<IReadOnlyList<string>> Split(string source, char separator)
    {
        List<IReadOnlyList<string>> rows = [];
        List<string> row = [];
        for (var at = 0; at <= source.Length; )
        {
            var (cell, end) = ReadCell(source, at, separator);
            row.Add(cell);
            if (end >= source.Length || source[end] == '\n')
            {
                if (row.Exists(value => value.Trim().Length > 0))
                {
                    rows.Add(row);
                }

                row = [];
            }

            at = end + 1;
        }

        return rows;
    }

    /// <summary>As a sheet takes it from the clipboard.</summary>
    public static string Write(IEnumerable<IEnumerable<string>> rows) =>
        string.Join('\n', rows.Select(row => string.Join('\t', row.Select(Quote))));

    private static string Quote(string cell) =>
        cell.AsSpan().IndexOfAny("\t\n\r\"") >= 0
            ? '"' + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + '"'
            : cell;

    private static (string Cell, int End) ReadCell(string source, int at, char separator)
    {
        if (at < source.Length && source[at] == '"' && Quoted(source, at, separator) is { } quoted)
        {
            return quoted;
        }

        var end = at;
        while (end < source.Length && source[end] != separator && source[end] != '\n')
        {
            end++;
        }

        return (source[at..end], end);
    }

    /// <summary>Null where the quote is not closed before a separator: then it is part of the text.</summary>
    private static (string Cell, int End)? Quoted(string source, int at, char separator)
    {
        var cell = new StringBuilder();
        for (var i = at + 1; i < source.Length; i++)
        {
            if (source[i] != '"')
            {
                cell.Append(source[i]);
            }
            else if (i + 1 < source.Length && source[i + 1] == '"')
            {
                cell.Append('"');
                i++;
            }
            else
            {
                var end = i + 1;
                return end >= source.Length || source[end] == separator || source[end] == '\n'
                    ? (cell.ToString(), end)
                    : null;
            }
        }

        return null;
    }
}
