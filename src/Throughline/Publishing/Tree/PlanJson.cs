using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Throughline.Publishing.Tree;

/// <summary>The tree as JSON, with names that stay: camel case, blocks told apart by <c>kind</c>.</summary>
public static class PlanJson
{
    private static readonly JsonSerializerOptions Names = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Default,
        WriteIndented = true,
    };

    public static byte[] Write(PlanDocument document) =>
        JsonSerializer.SerializeToUtf8Bytes(document, Names);

    public static PlanDocument Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<PlanDocument>(json, Names)
        ?? throw new InvalidDataException("A plan's JSON holds no plan.");
}
