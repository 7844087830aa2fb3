using System.Text.Json;

namespace Throughline.Feedback.Questionnaires.Reading.SurveyJs;

/// <summary>Texts of SurveyJS: one alone, or one for each language with the first one called "default".</summary>
internal sealed class SjsTexts(SourceTexts texts, string main)
{
    public Words Of(string where, JsonElement? text) => texts.Plain(where, Said(text));

    public Words Html(string where, JsonElement? text) => texts.Html(where, Said(text));

    /// <summary>The same words in no language in particular: a name that stands where a title was left out.</summary>
    public Words Same(string where, string text) => texts.Plain(where, [(main, text)]);

    public static bool IsText(JsonElement value) =>
        value.ValueKind == JsonValueKind.String
        || (
            value.ValueKind == JsonValueKind.Object
            && value.EnumerateObject().Any()
            && value
                .EnumerateObject()
                .All(one =>
                    one.Value.ValueKind == JsonValueKind.String
                    && (one.NameEquals("default") || SourceLanguages.IsTag(one.Name))
                )
        );

    private IEnumerable<(string Language, string Text)> Said(JsonElement? text) =>
        text switch
        {
            { ValueKind: JsonValueKind.Object } => text.Entries()
                .Select(one => (one.Key == "default" ? main : one.Key, one.Value.Text()))
                .OrderBy(one => one.Item1 != main),
            { } one => [(main, one.Text())],
            null => [],
        };
}
