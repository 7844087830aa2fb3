using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Throughline.Feedback.Answering;

/// <summary>
/// What was entered, by the code of its question: one value, or the list of what was chosen or ranked. A matrix has an entry for each
/// row (<c>code.row</c>), something written in has its own (<c>code.other</c>).
/// </summary>
public sealed class AnswerEntries
{
    private static readonly JsonWriterOptions Writing = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private readonly Dictionary<string, IReadOnlyList<string>> entries = new(
        StringComparer.Ordinal
    );

    public bool IsEmpty => entries.Count == 0;

    public IEnumerable<string> Codes => entries.Keys;

    public IReadOnlyList<string> this[string code] =>
        entries.TryGetValue(code, out var values) ? values : [];

    public string? First(string code) => this[code] is [var first, ..] ? first : null;

    public void Set(string code, IReadOnlyList<string> values)
    {
        if (values.Count == 0)
        {
            entries.Remove(code);
        }
        else
        {
            entries[code] = values;
        }
    }

    public string ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Writing))
        {
            json.WriteStartObject();
            foreach (var (code, values) in entries)
            {
                json.WritePropertyName(code);
                if (values is [var one])
                {
                    json.WriteStringValue(one);
                    continue;
                }

                json.WriteStartArray();
                foreach (var value in values)
                {
                    json.WriteStringValue(value);
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static AnswerEntries FromJson(ReadOnlySpan<byte> utf8)
    {
        var entries = new AnswerEntries();
        var reader = new Utf8JsonReader(utf8);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var code = reader.GetString()!;
            reader.Read();
            entries.entries[code] =
                reader.TokenType == JsonTokenType.StartArray
                    ? ReadList(ref reader)
                    : [reader.GetString()!];
        }

        return entries;
    }

    public static AnswerEntries FromJson(string json) => FromJson(Encoding.UTF8.GetBytes(json));

    private static List<string> ReadList(ref Utf8JsonReader reader)
    {
        var values = new List<string>();
        while (reader.Read() && reader.TokenType == JsonTokenType.String)
        {
            values.Add(reader.GetString()!);
        }

        return values;
    }
}
