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
        RespectNullableAnnotations = true,
        AllowDuplicateProperties = false,
        Converters =
        {
            new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false),
        },
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
        JsonSerializer.Deserialize<Questionnaire>(json, Options) is { } form
            ? IsWhole(form)
                ? form
                : throw new JsonException("A list of the questionnaire has an empty entry.")
            : throw new JsonException("The file is empty.");

    /// <summary>The reader minds an empty property, not an empty entry of a list, nor a number beyond all numbers.</summary>
    private static bool IsWhole(Questionnaire form) =>
        form.Languages.Concat(form.Unreviewed).All(tag => tag is not null)
        && form.Sections.All(section =>
            section is not null
            && IsWhole(section.ShowIf)
            && section.Questions.All(question =>
                question is not null
                && IsWhole(question.ShowIf)
                && question.Options.Concat(question.Rows).All(option => option is not null)
                && double.IsFinite(question.Least ?? 0)
                && double.IsFinite(question.Most ?? 0)
            )
        );

    private static bool IsWhole(Condition? condition) =>
        condition is null || condition.Is.All(code => code is not null);
}
