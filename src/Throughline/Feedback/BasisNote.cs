using System.Text.Encodings.Web;
using System.Text.Json;

namespace Throughline.Feedback;

/// <summary>How parents were told, and how many asked that their child be left out: a count, never a list of names.</summary>
/// <param name="LeftOut">Null where nobody has counted.</param>
public sealed record BasisNote(string? Text, int? LeftOut)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>For the history.</summary>
    public override string ToString() => LeftOut is null ? Text ?? "" : $"{LeftOut} · {Text}";

    public string ToText() => JsonSerializer.Serialize(this, Options);

    public static BasisNote FromText(string text) =>
        JsonSerializer.Deserialize<BasisNote>(text, Options)!;
}
