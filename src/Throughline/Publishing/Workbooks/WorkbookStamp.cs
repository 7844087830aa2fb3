using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Throughline.Process;
using Throughline.Publishing.Tree;

namespace Throughline.Publishing.Workbooks;

/// <summary>
/// What a workbook's file remembers of the day it was made: of which district and edition it is, and which version of each answer it
/// showed. By it, what was changed on paper is told from what was changed here meanwhile.
/// </summary>
public sealed record WorkbookStamp(
    string District,
    string Edition,
    IReadOnlyDictionary<string, StampedAnswer> Answers
)
{
    public const string AboutName = "throughline-workbook";
    public const string AnswerName = "throughline-answer:";

    /// <summary>The school's id, or "" for the district's own.</summary>
    public string School { get; init; } = "";

    public static readonly WorkbookStamp None = new(
        "",
        "",
        new Dictionary<string, StampedAnswer>(StringComparer.Ordinal)
    );

    /// <param name="isFilled">A blank workbook showed no answer, so that each one here was written unseen.</param>
    public static WorkbookStamp Of(
        string district,
        string edition,
        IEnumerable<AnswerView> answers,
        bool isFilled
    ) =>
        new(
            district,
            edition,
            answers
                .Where(_ => isFilled)
                .DistinctBy(answer => answer.PromptCode)
                .ToDictionary(
                    answer => answer.PromptCode,
                    answer => new StampedAnswer(answer.Version, HashOf(Regular(answer.Text))),
                    StringComparer.Ordinal
                )
        );

    /// <summary>As it is written into the file, by the names above: one short property for each answer.</summary>
    public IReadOnlyDictionary<string, string> ToProperties() =>
        Answers
            .Select(pair =>
                KeyValuePair.Create(
                    AnswerName + pair.Key,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{pair.Value.Version}:{pair.Value.Hash}"
                    )
                )
            )
            .Prepend(KeyValuePair.Create(AboutName, $"{District} {Edition} {School}".TrimEnd()))
            .ToDictionary(StringComparer.Ordinal);

    public static WorkbookStamp Read(IEnumerable<KeyValuePair<string, string>> properties)
    {
        var (district, edition, school) = ("", "", "");
        var read = new Dictionary<string, StampedAnswer>(StringComparer.Ordinal);
        foreach (var (name, value) in properties)
        {
            if (name == AboutName)
            {
                (district, edition, school) = value.Split(' ') switch
                {
                    [var first, var second] => (first, second, ""),
                    [var first, var second, var third] => (first, second, third),
                    _ => (value, "", ""),
                };
            }
            else if (
                name.StartsWith(AnswerName, StringComparison.Ordinal)
                && value.Split(':') is [var version, var hash]
                && int.TryParse(version, CultureInfo.InvariantCulture, out var number)
            )
            {
                read[name[AnswerName.Length..]] = new StampedAnswer(number, hash);
            }
        }

        return new WorkbookStamp(district, edition, read) { School = school };
    }

    /// <summary>An answer as it survives a document: what no document can hold is not there, spaces around it neither.</summary>
    public static string Regular(string text) =>
        SafeText.Clean(text.ReplaceLineEndings("\n")).Trim();

    public static string HashOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
}

public sealed record StampedAnswer(int Version, string Hash);
