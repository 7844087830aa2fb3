using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Throughline.Process.Content;

/// <summary>Each file fits the JSON schema of its kind: `process.es.yaml` fits `schemas/process-texts.json`.</summary>
internal static class SchemaRule
{
    public static IEnumerable<ContentProblem> In(ContentSet set)
    {
        var schemas = new Dictionary<string, JsonSchema?>(StringComparer.Ordinal);
        foreach (
            var file in set
                .Structures.Concat(set.Texts)
                .Concat(set.PublicWords.SelectMany(files => files))
        )
        {
            var name = SchemaName(file);
            if (!schemas.TryGetValue(name, out var schema))
            {
                schemas[name] = schema = Load(set.Folder, name);
            }

            if (schema is null)
            {
                yield return new ContentProblem(
                    file.Path,
                    1,
                    $"The shape of this file is not checked, because there is no `schemas/{name}.json`.",
                    ContentSeverity.Notice
                );
                continue;
            }

            foreach (var fault in Faults(schema, JsonOf.Node(file.Root)))
            {
                yield return SchemaSentences.Say(file, fault);
            }
        }
    }

    public static bool ExpectsTexts(string folder, ContentFile structure) =>
        File.Exists(PathOf(folder, $"{Path.GetFileName(structure.Stem)}-texts"));

    static string SchemaName(ContentFile file) =>
        Path.GetFileName(file.Stem) + (file.Language is null ? "" : "-texts");

    static string PathOf(string folder, string name) =>
        Path.Combine(folder, "schemas", $"{name}.json");

    public static IEnumerable<ValidationError> Faults(JsonSchema schema, JToken content) =>
        schema.Validate(content).SelectMany(Innermost);

    public static JsonSchema? Load(string folder, string name)
    {
        var path = PathOf(folder, name);
        return File.Exists(path)
            ? JsonSchema.FromJsonAsync(File.ReadAllText(path)).GetAwaiter().GetResult()
            : null;
    }

    static IEnumerable<ValidationError> Innermost(ValidationError fault) =>
        fault switch
        {
            ChildSchemaValidationError many => many
                .Errors.Values.SelectMany(inner => inner)
                .SelectMany(Innermost),
            MultiTypeValidationError many => many
                .Errors.Values.SelectMany(inner => inner)
                .SelectMany(Innermost),
            _ => [fault],
        };
}
