using Throughline.Kernel;
using Throughline.Kernel.Languages;
using Throughline.Kernel.Tables;

namespace Throughline.Feedback.Questionnaires;

/// <summary>
/// A questionnaire as a table, for a translator: a row for every text, a column for every language. Written and read back it is the
/// same; only the order of the languages within one text is that of the columns.
/// </summary>
public static class QuestionnaireTable
{
    internal const string Prefix = "questionnaires.table";

    /// <summary>What a form of the greatest size needs.</summary>
    private const int MostRows = 90_000;

    private const int MostCharacters = 10_000_000;

    internal static readonly string[] Parts =
    [
        "title",
        "introduction",
        "thanks",
        "languages",
        "section",
        "section-text",
        "question",
        "help",
        "option",
        "row",
    ];

    internal static readonly IReadOnlyList<string> Kinds =
    [
        .. Enum.GetValues<QuestionKind>().Select(kind => TableCell.Word(kind)),
    ];

    private static readonly string[] Yes = ["yes"];

    /// <param name="Questionnaire">Null where something is wrong.</param>
    /// <param name="Errors">Rows count from 1 under the heads.</param>
    public sealed record Reading(
        Questionnaire? Questionnaire,
        Sentence? Refusal,
        IReadOnlyList<CellError> Errors
    );

    /// <param name="language">The language of the heads.</param>
    public static byte[] Write(Questionnaire form, LanguageFiles files, string? language = null)
    {
        var tags = Tags(form);
        var shape = Shape(tags, files);
        var texts = files.In(language);
        var rows = new QuestionnaireRows(form, tags, shape, texts);
        return CsvText.Write([
            [.. shape.Columns.Select(column => shape.NameOf(column, texts))],
            .. rows.All()
                .Select(cells =>
                    shape.Columns.Select(column => cells.GetValueOrDefault(column.Key))
                ),
        ]);
    }

    public static Reading Read(string text, LanguageFiles files)
    {
        var shape = Shape([], files);
        // The heads that are none of ours are languages, or nothing.
        IReadOnlyList<string> heads =
            text.Length > MostCharacters ? []
            : TableText.Read(text) is [var first, ..] ? first
            : [];
        var tags = heads
            .Select(head => head.Trim())
            .Where(head => head.Length > 0 && shape.ColumnNamed(head) is null)
            .ToList();
        if (tags.Find(tag => !TableCell.IsLanguage(tag)) is { } strange)
        {
            return Refused(Of("unknown-head", strange.Length > 100 ? strange[..100] : strange));
        }

        if (
            tags.Count == 0
            || tags.Count != tags.Distinct(StringComparer.OrdinalIgnoreCase).Count()
        )
        {
            return Refused(Of("no-languages"));
        }

        var table = PastedTable.Read(text, Shape(tags, files), MostRows, MostCharacters);
        return table.Refusal is { } refusal ? Refused(refusal)
            : !table.HadHead ? Refused(Of("no-languages"))
            : new ReadQuestionnaireTable(table, tags).Read();
    }

    internal static Sentence Of(string key, params object?[] values) =>
        new($"{Prefix}.refusal.{key}", values);

    private static Reading Refused(Sentence sentence) => new(null, sentence, []);

    /// <summary>The languages it is asked in, then such as have texts only.</summary>
    private static List<string> Tags(Questionnaire form) =>
        [
            .. form
                .Languages.Concat(form.Unreviewed)
                .Concat(QuestionnaireCheck.AllWords(form).SelectMany(one => one.Words.Languages))
                .Distinct(),
        ];

    private static TableShape Shape(IReadOnlyList<string> tags, LanguageFiles files) =>
        new(
            Prefix,
            [
                new("part", CellKind.Choice, Required: true, Words: Parts),
                new("code"),
                .. tags.Select(tag => new TableColumn(
                    tag,
                    Most: 6 * QuestionnaireCheck.TextLimit,
                    IsNamed: false
                )),
                new("kind", CellKind.Choice, Words: Kinds),
                new("required", CellKind.Choice, Words: Yes),
                new("condition", Most: 20_000),
                new("least"),
                new("most"),
                new("other", CellKind.Choice, Words: Yes),
                new("segment"),
                new("topics"),
            ],
            files
        );
}
