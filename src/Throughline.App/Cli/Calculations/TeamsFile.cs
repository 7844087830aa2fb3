using System.Text.Json;
using System.Text.Json.Serialization;
using Throughline.Analysis;
using Throughline.Analysis.Training;

namespace Throughline.App.Cli.Calculations;

/// <summary>
/// Teams and sessions as one JSON object: the members of <see cref="TrainingNeeds"/>, a place as
/// <c>{"latitude":42.3,"longitude":-71.1}</c>. An unknown or missing member is refused.
/// </summary>
public static class TeamsFile
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        NumberHandling = JsonNumberHandling.Strict,
    };

    public static TrainingNeeds Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            var needs =
                JsonSerializer.Deserialize<TrainingNeeds>(file, Strict)
                ?? throw new InputRefusedException(
                    $"{Path.GetFileName(path)}: an object is expected."
                );
            return needs.Checked();
        }
        catch (JsonException broken)
        {
            throw new InputRefusedException(
                $"{Path.GetFileName(path)}, line {broken.LineNumber + 1}, {broken.Path ?? "$"}: this is no file of teams and sessions. A member is missing, unknown or of another kind.",
                broken
            );
        }
    }
}
