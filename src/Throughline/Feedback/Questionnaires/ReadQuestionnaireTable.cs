using Throughline.Kernel;
using Throughline.Kernel.Tables;

namespace Throughline.Feedback.Questionnaires;

/// <summary>Puts the rows of a table together again. What stands where it cannot belong is an error at its cell; nothing is passed over.</summary>
internal sealed partial class ReadQuestionnaireTable(PastedTable table, IReadOnlyList<string> tags)
{
    private static readonly string[] OfQuestion =
    [
        "kind",
        "required",
        "condition",
        "least",
        "most",
        "other",
        "segment",
        "topics",
    ];

    private readonly Dictionary<string, Words> whole = new(StringComparer.Ordinal);
    private readonly List<(Section Section, List<Question> Questions)> sections = [];
    private PastedRow? standing;
    private Words? help;
    private List<Option> options = [];
    private List<Option> rows = [];

    public QuestionnaireTable.Reading Read()
    {
        foreach (var row in table.Rows)
        {
            Take(row);
        }

        return table.IsSound
            ? new(Form(), null, [])
            : new(null, null, [.. table.Errors.OrderBy(error => error.Row)]);
    }

    private Questionnaire Form() =>
        new()
        {
            Title = whole.GetValueOrDefault("title", Words.None),
            Introduction = whole.GetValueOrDefault("introduction", Words.None),
            Thanks = whole.GetValueOrDefault("thanks", Words.None),
            Languages =
            [
                .. tags.Where(tag => Standing(tag) is TableStanding.Read or TableStanding.Draft),
            ],
            Unreviewed =
            [
                .. tags.Where(tag =>
                    Standing(tag) is TableStanding.Draft or TableStanding.NotAskedDraft
                ),
            ],
            Sections = [.. sections.Select(one => one.Section with { Questions = one.Questions })],
        };

    /// <summary>A column that a translator added is a draft until somebody has read it.</summary>
    private string Standing(string tag) =>
        standing?[tag] is { Length: > 0 } said ? said : TableStanding.Draft;

    private void Take(PastedRow row)
    {
        var part = row["part"] ?? "";
        var words = part == "languages" ? Words.None : WordsOf(row);
        switch (part)
        {
            case "title" or "introduction" or "thanks":
                Alone(row);
                if (!whole.TryAdd(part, words))
                {
                    table.Refuse(row, "part", Of("twice"));
                }

                break;
            case "languages":
                Alone(row);
                Languages(row);
                break;
            case "section":
                Only(row, "condition");
                sections.Add((NewSection(row, words), []));
                (help, options, rows) = (null, [], []);
                break;
            case "section-text":
                Alone(row);
                SectionText(row, words);
                break;
            case "question":
                NewQuestion(row, words);
                break;
            case "help" or "option" or "row":
                OfLastQuestion(row, part, words);
                break;
        }
    }

    private void Languages(PastedRow row)
    {
        if (standing is not null)
        {
            table.Refuse(row, "part", Of("twice"));
        }

        standing = row;
        foreach (var tag in tags.Where(tag => !TableStanding.All.Contains(Standing(tag))))
        {
            table.Refuse(row, tag, Of("standing", string.Join("; ", TableStanding.All)));
        }
    }

    private Section NewSection(PastedRow row, Words words) =>
        new()
        {
            Code = CodeOf(row),
            Title = words,
            ShowIf = ConditionOf(row),
            Questions = [],
        };

    private void SectionText(PastedRow row, Words words)
    {
        if (sections is [.., { Questions.Count: 0 } last] && last.Section.Text.IsEmpty)
        {
            sections[^1] = (last.Section with { Text = words }, last.Questions);
        }
        else
        {
            table.Refuse(row, "part", Of("misplaced"));
        }
    }

    private void NewQuestion(PastedRow row, Words words)
    {
        var kind = TableCell.Value<QuestionKind>(row["kind"] ?? "");
        if (kind is null && row["kind"]?.Length is null or 0)
        {
            table.Refuse(row, "kind", Of("kind"));
        }

        if (sections.Count == 0)
        {
            table.Refuse(row, "part", Of("misplaced"));
            return;
        }

        (help, options, rows) = (null, [], []);
        sections[^1]
            .Questions.Add(
                new Question
                {
                    Code = CodeOf(row),
                    Kind = kind ?? QuestionKind.Note,
                    Text = words,
                    Required = row["required"] == "yes",
                    Other = row["other"] == "yes",
                    ShowIf = ConditionOf(row),
                    Least = NumberOf(row, "least"),
                    Most = NumberOf(row, "most"),
                    Segment = row["segment"] is { Length: > 0 } ? TextOf(row, "segment") : null,
                    Topics = TopicsOf(row),
                    Options = options,
                    Rows = rows,
                }
            );
    }

    private void OfLastQuestion(PastedRow row, string part, Words words)
    {
        Only(row);
        if (sections is not [.., { Questions: [.., var last] }])
        {
            table.Refuse(row, "part", Of("misplaced"));
            return;
        }

        if (part != "help")
        {
            (part == "option" ? options : rows).Add(new Option(CodeOf(row), words));
            return;
        }

        if (help is not null)
        {
            table.Refuse(row, "part", Of("twice"));
        }

        help = words;
        if (row["code"] is { Length: > 0 })
        {
            table.Refuse(row, "code", Of("not-here"));
        }

        sections[^1].Questions[^1] = last with { Help = words };
    }

    private void Alone(PastedRow row)
    {
        Only(row);
        if (row["code"] is { Length: > 0 })
        {
            table.Refuse(row, "code", Of("not-here"));
        }
    }

    /// <summary>What only a question has must be empty elsewhere.</summary>
    private void Only(PastedRow row, string? except = null)
    {
        foreach (
            var column in OfQuestion.Where(column =>
                column != except && row[column] is { Length: > 0 }
            )
        )
        {
            table.Refuse(row, column, Of("not-here"));
        }
    }

    private static Sentence Of(string key, params object?[] values) =>
        QuestionnaireTable.Of(key, values);
}
