using System.Globalization;
using Throughline.Analysis;

namespace Throughline.App.Cli.Calculations;

/// <summary>The current row of an <see cref="InputTable"/>: good until the next one is read.</summary>
public readonly struct InputRow(InputTable table, int number)
{
    /// <summary>As a spreadsheet numbers it: the header is row 1.</summary>
    public int Number => number;

    /// <summary>The cell's text, trimmed; empty where it is blank.</summary>
    public string Text(string column) => table.Cell(number, column);

    /// <summary>The text of the cell in a column, counted from 0, whether it has a name or not.</summary>
    public string Text(int position) => table.Cell(position);

    /// <summary>Where a cell of this row stands, as complaints name it.</summary>
    public string Place(string column) => $"{table.File}, row {number}, {column}";

    /// <summary>The cell's text, which must not be blank.</summary>
    public string Name(string column) =>
        Text(column) is { Length: > 0 } text ? text : throw Refused(column, "it is blank");

    /// <summary>A whole number of at least <paramref name="least"/>.</summary>
    public long Whole(string column, long least = 0)
    {
        var text = Name(column);
        if (
            !long.TryParse(
                text,
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var value
            )
        )
        {
            throw Refused(column, $"“{text}” is no whole number");
        }

        return value >= least ? value : throw Refused(column, $"{value} is below {least}");
    }

    /// <summary>A finite number with a decimal point; a decimal comma, NaN and infinity are refused.</summary>
    public double Real(string column)
    {
        var text = Name(column);
        return
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value)
            ? value
            : throw Refused(
                column,
                $"“{text}” is no number (digits, with a point before the decimals, are expected)"
            );
    }

    /// <summary>The complaint about a cell of this row.</summary>
    public InputRefusedException Refused(string column, string reason) =>
        new($"{Place(column)}: {reason}.");
}
