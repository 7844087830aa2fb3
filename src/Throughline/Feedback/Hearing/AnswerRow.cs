using System.Globalization;
using System.Text.Json;
using Throughline.Data;

namespace Throughline.Feedback.Hearing;

/// <summary>One answer after the other as the cells of a row, in letters that are used again for the next: a table of any length costs no memory.</summary>
internal sealed class AnswerRow
{
    private const int Id = 0;
    private const int Group = 1;
    private const int Language = 2;
    private const int Edition = 3;
    private const int SentOn = 4;

    /// <summary>For the columns before the entries.</summary>
    private const int RoomForOwn = 64;

    private const string Between = "; ";

    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> places;
    private readonly ReadOnlyMemory<char>[] cells;
    private readonly int own;
    private char[] letters = new char[4096];
    private int used;

    /// <param name="places">Of each field among the entries' columns.</param>
    /// <param name="own">How many columns come before them.</param>
    public AnswerRow(Dictionary<string, int> places, int own)
    {
        this.places = places.GetAlternateLookup<ReadOnlySpan<char>>();
        this.own = own;
        cells = new ReadOnlyMemory<char>[own + places.Count];
    }

    /// <summary>Good until the next answer.</summary>
    public ReadOnlySpan<ReadOnlyMemory<char>> Cells => cells;

    public void Fill(SentAnswer answer, string? group)
    {
        Array.Clear(cells);
        used = 0;
        // An entry has at most as many letters as bytes; several are joined by two where a comma and marks stood.
        var most = RoomForOwn + answer.Entries.Length;
        if (letters.Length < most)
        {
            letters = new char[2 * most];
        }

        answer.Id.Value.TryFormat(Free, out var length, "n");
        cells[Id] = Take(length);
        cells[Group] = group.AsMemory();
        cells[Language] = answer.Language.AsMemory();
        answer.Edition.TryFormat(Free, out length, default, CultureInfo.InvariantCulture);
        cells[Edition] = Take(length);
        answer.SentOn.TryFormat(Free, out length, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        cells[SentOn] = Take(length);
        FillEntries(answer.Entries);
    }

    private Span<char> Free => letters.AsSpan(used);

    private ReadOnlyMemory<char> Take(int length)
    {
        var taken = letters.AsMemory(used, length);
        used += length;
        return taken;
    }

    private void FillEntries(ReadOnlySpan<byte> entries)
    {
        Span<char> name = stackalloc char[256];
        var reader = new Utf8JsonReader(entries);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isKnown = places.TryGetValue(name[..reader.CopyString(name)], out var place);
            reader.Read();
            if (!isKnown)
            {
                reader.Skip();
            }
            else if (reader.TokenType == JsonTokenType.String)
            {
                cells[own + place] = Take(reader.CopyString(Free));
            }
            else
            {
                cells[own + place] = Joined(ref reader);
            }
        }
    }

    private ReadOnlyMemory<char> Joined(ref Utf8JsonReader reader)
    {
        var begin = used;
        while (reader.Read() && reader.TokenType == JsonTokenType.String)
        {
            if (used > begin)
            {
                Between.CopyTo(Free);
                used += Between.Length;
            }

            used += reader.CopyString(Free);
        }

        return letters.AsMemory(begin, used - begin);
    }
}
