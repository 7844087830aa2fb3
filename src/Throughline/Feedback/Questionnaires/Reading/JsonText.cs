using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;

namespace Throughline.Feedback.Questionnaires.Reading;

/// <summary>JSON of other programs: what is missing or of another kind reads as nothing, what cannot be text is refused.</summary>
internal static class JsonText
{
    private static readonly JsonDocumentOptions Options = new()
    {
        MaxDepth = SourceLimits.MostDepth,
        // The later of two would silently win.
        AllowDuplicateProperties = false,
    };

    public static JsonDocument Parse(byte[] bytes)
    {
        if (!Utf8.IsValid(bytes))
        {
            throw new ReadingRefusedException(ReadingSentences.NotUtf8);
        }

        try
        {
            return JsonDocument.Parse(SourceBytes.WithoutMark(bytes), Options);
        }
        catch (JsonException fault)
        {
            throw new ReadingRefusedException(
                ReadingSentences.NotJson(
                    (fault.LineNumber ?? 0) + 1,
                    (fault.BytePositionInLine ?? 0) + 1
                )
            );
        }
    }

    public static JsonElement? Find(this JsonElement element, string key) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(key, out var found)
        && found.ValueKind != JsonValueKind.Null
            ? found
            : null;

    public static JsonElement? Find(this JsonElement element, string key, string inside) =>
        element.Find(key)?.Find(inside);

    /// <summary>A text, a number or a truth value as text; empty where it is none of them.</summary>
    public static string Text(this JsonElement element)
    {
        try
        {
            return element.ValueKind switch
            {
                JsonValueKind.String => SourceLimits.Text(
                    element.GetString()!,
                    Start(element.GetString()!)
                ),
                JsonValueKind.Number => element.GetRawText(),
                JsonValueKind.True => "true",
                JsonValueKind.False => "false",
                _ => "",
            };
        }
        catch (InvalidOperationException)
        {
            // Half a character: the parser lets it pass, and no text can hold it.
            throw new ReadingRefusedException(ReadingSentences.NoText(element.GetRawText()));
        }
    }

    public static string Text(this JsonElement element, string key) =>
        element.Find(key)?.Text() ?? "";

    public static string Name(this JsonElement element, string key) =>
        element.Text(key) is var name ? SourceLimits.Name(name, key) : "";

    public static bool Is(this JsonElement element, string key) =>
        element.Text(key).ToUpperInvariant() is "TRUE" or "ON" or "YES" or "1";

    public static double? Number(this JsonElement element, string key) =>
        double.TryParse(
            element.Text(key),
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out var number
        ) && double.IsFinite(number)
            ? number
            : null;

    public static IEnumerable<JsonElement> Items(this JsonElement? element) =>
        element is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    /// <summary>The entries of an object by key, or of a list by place: some programs write an empty object as a list.</summary>
    public static IEnumerable<(string Key, JsonElement Value)> Entries(this JsonElement? element) =>
        element switch
        {
            { ValueKind: JsonValueKind.Object } map => map.EnumerateObject()
                .Select(one => (SourceLimits.Name(Key(one), "JSON"), one.Value)),
            { ValueKind: JsonValueKind.Array } list => list.EnumerateArray()
                .Select((one, i) => ($"{i}", one)),
            _ => [],
        };

    /// <summary>Whether there is anything in it: not null, not false, not empty.</summary>
    public static bool HasContent(this JsonElement? element) =>
        element?.ValueKind switch
        {
            null or JsonValueKind.Null or JsonValueKind.Undefined or JsonValueKind.False => false,
            JsonValueKind.Object => element.Value.EnumerateObject().Any(),
            JsonValueKind.Array => element.Value.GetArrayLength() > 0,
            JsonValueKind.String => element.Value.Text().Length > 0,
            _ => true,
        };

    private static string Key(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            throw new ReadingRefusedException(ReadingSentences.NoText("JSON"));
        }
    }

    private static string Start(string text) => text[..Math.Min(40, text.Length)];
}
