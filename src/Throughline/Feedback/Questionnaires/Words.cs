using System.Text.Json;
using System.Text.Json.Serialization;

namespace Throughline.Feedback.Questionnaires;

/// <summary>The same words in several languages.</summary>
[JsonConverter(typeof(Converter))]
public sealed class Words : IEquatable<Words>
{
    public static readonly Words None = new(new Dictionary<string, string>(StringComparer.Ordinal));

    private readonly IReadOnlyDictionary<string, string> texts;

    public Words(IReadOnlyDictionary<string, string> texts) => this.texts = texts;

    public bool IsEmpty => texts.Count == 0;

    public IEnumerable<string> Languages => texts.Keys;

    /// <summary>In this language; where it is not there, in the one that was written first.</summary>
    public string In(string language) =>
        texts.TryGetValue(language, out var text) ? text
        : texts.Count > 0 ? texts.First().Value
        : "";

    public bool Has(string language) => texts.ContainsKey(language);

    /// <summary>The language that <see cref="In"/> answers in: it is marked on the page where it is another.</summary>
    public string LanguageOf(string asked) =>
        texts.Count == 0 || texts.ContainsKey(asked) ? asked : texts.First().Key;

    public Words With(string language, string text) =>
        new(new Dictionary<string, string>(texts, StringComparer.Ordinal) { [language] = text });

    public Words Without(string language) =>
        new(
            texts
                .Where(pair => pair.Key != language)
                .ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal)
        );

    public static Words Of(string language, string text) =>
        new(new Dictionary<string, string>(StringComparer.Ordinal) { [language] = text });

    public bool Equals(Words? other) =>
        other is not null
        && texts.Count == other.texts.Count
        && texts.All(pair => other.texts.TryGetValue(pair.Key, out var text) && text == pair.Value);

    public override bool Equals(object? obj) => Equals(obj as Words);

    public override int GetHashCode() =>
        texts.Aggregate(0, (hash, pair) => hash ^ HashCode.Combine(pair.Key, pair.Value));

    /// <summary>As an object of texts by language.</summary>
    private sealed class Converter : JsonConverter<Words>
    {
        public override Words Read(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options
        )
        {
            var texts = JsonSerializer.Deserialize<Dictionary<string, string>>(ref reader, options);
            return texts is null || texts.ContainsValue(null!)
                ? throw new JsonException("A text is empty where words were expected.")
                : new Words(texts);
        }

        public override void Write(
            Utf8JsonWriter writer,
            Words value,
            JsonSerializerOptions options
        ) => JsonSerializer.Serialize(writer, value.texts, options);
    }
}
