using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Throughline.Feedback.Questionnaires;

/// <summary>Our own format, which a district can take along: read and written without loss. What is unknown in it is refused, not ignored.</summary>
public static class QuestionnaireJson
{
    public const int MostBytes = 2_000_000;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 16,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    private static readonly JsonSerializerOptions Readable = new(Options) { WriteIndented = true };

    public static byte[] Write(Questionnaire questionnaire) =>
        JsonSerializer.SerializeToUtf8Bytes(questionnaire, Options);

    /// <summary>One question, to be compared with another.</summary>
    internal static string Text(Question question) => JsonSerializer.Serialize(question, Options);

    /// <summary>The same, for people to read.</summary>
    public static byte[] WriteReadably(Questionnaire questionnaire) =>
        JsonSerializer.SerializeToUtf8Bytes(questionnaire, Readable);

    /// <exception cref="JsonException">It is no questionnaire; the message says where.</exception>
    public static Questionnaire Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<Questionnaire>(json, Options)
        ?? throw new JsonException("The file is empty.");
}
