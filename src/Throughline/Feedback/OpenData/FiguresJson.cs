using System.Text.Json;
using System.Text.Json.Serialization;

namespace Throughline.Feedback.OpenData;

/// <summary>The figures as they are stored and as anybody downloads them.</summary>
public static class FiguresJson
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
        WriteIndented = true,
    };

    public static byte[] Write(Figures figures) =>
        JsonSerializer.SerializeToUtf8Bytes(figures, Format);

    public static Figures Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<Figures>(json, Format)!;
}
