using System.Text.Json;

namespace Throughline.Feedback.Questionnaires.Reading.SurveyJs;

/// <summary>Tables of SurveyJS: one choice a row is our matrix; other cells become questions of their own.</summary>
internal sealed class SjsMatrix(
    DraftForm form,
    SjsTexts texts,
    SjsOptions options,
    SjsLosses told,
    Losses losses
)
{
    public void Add(
        DraftSection? section,
        JsonElement element,
        Question question,
        Func<string, Question, DraftQuestion> draft
    )
    {
        var rows = options.Of(question.Code, element.Find("rows"));
        var columns = options.Of(question.Code, element.Find("columns"));
        question = question with
        {
            Required =
                question.Required
                || element.Is("eachRowRequired")
                || element.Is("isAllRowRequired"),
        };
        if (element.Name("cellType") == "checkbox")
        {
            Rows(
                section,
                question.Code,
                question,
                rows,
                question with
                {
                    Kind = QuestionKind.Several,
                    Options = columns,
                },
                "",
                draft
            );
        }
        else
        {
            form.Add(section, draft("", question with { Rows = rows, Options = columns }));
        }
    }

    /// <summary>A table whose columns each ask something of their own.</summary>
    public void AddColumns(
        DraftSection? section,
        JsonElement element,
        Question question,
        Func<string, Question, DraftQuestion> draft
    )
    {
        var rows = options.Of(question.Code, element.Find("rows"));
        var shared = options.Of(question.Code, element.Find("choices"));
        var columns = element.Find("columns").Items().ToList();
        SourceLimits.Count(columns.Count, SourceLimits.MostOptions, question.Code);
        if (rows.Count == 0 || columns.Count == 0)
        {
            losses.Add(question.Code, ReadingSentences.NoRows(ReadingSentences.All(question.Text)));
            told.Whole(question.Code, element);
            return;
        }

        if (columns.Count > Questionnaire.MostQuestions)
        {
            form.Add(
                section,
                question.Code,
                question.Text,
                columns.Count,
                () => [],
                () => told.Whole(question.Code, element)
            );
            return;
        }

        if (!columns.Exists(column => UsesShared(element, column)))
        {
            losses.Parts(question.Code, shared);
        }

        losses.Add(question.Code, ReadingSentences.Split(columns.Count));
        foreach (var column in columns)
        {
            var name = column.Name("name");
            told.Settings($"{question.Code}/{name}", column);
            var title = texts.Of(question.Code, column.Find("title"));
            var asked = question with
            {
                Code = $"{question.Code}-{name}",
                Required = question.Required || column.Is("isRequired"),
                Text = SourceTexts.Joined(
                    question.Text,
                    title.IsEmpty ? texts.Same(question.Code, name) : title
                ),
            };
            Column(section, element, column, asked, rows, shared, draft);
        }
    }

    private void Column(
        DraftSection? section,
        JsonElement element,
        JsonElement column,
        Question asked,
        List<Option> rows,
        List<Option> shared,
        Func<string, Question, DraftQuestion> draft
    )
    {
        var name = column.Name("name");
        var cell = CellOf(element, column);
        var own = options.Choices(asked.Code, column);
        var chosen = own.Count > 0 ? own : shared;
        switch (cell)
        {
            case "dropdown" or "radiogroup":
                form.Add(section, draft(name, asked with { Rows = rows, Options = chosen }));
                break;
            case "boolean":
                form.Add(
                    section,
                    draft(
                        name,
                        asked with
                        {
                            Rows = rows,
                            Options = options.YesNo(asked.Code, column),
                        }
                    )
                );
                break;
            case "rating":
                form.Add(
                    section,
                    draft(
                        name,
                        asked with
                        {
                            Rows = rows,
                            Options = options.Rating(asked.Code, column),
                        }
                    )
                );
                break;
            case "checkbox" or "tagbox":
                Rows(
                    section,
                    element.Name("name"),
                    asked,
                    rows,
                    asked with
                    {
                        Kind = QuestionKind.Several,
                        Options = chosen,
                    },
                    name + "/",
                    draft
                );
                break;
            case "text" or "comment":
                var kind =
                    cell == "comment"
                        ? QuestionKind.LongText
                        : SjsKinds.OfInput(column.Name("inputType"));
                Rows(
                    section,
                    element.Name("name"),
                    asked,
                    rows,
                    SjsKinds.WithLimits(column, asked with { Kind = kind }, losses),
                    name + "/",
                    draft
                );
                break;
            default:
                losses.Add(
                    asked.Code,
                    ReadingSentences.KindUnknown(cell, ReadingSentences.All(asked.Text))
                );
                told.Whole(asked.Code, column);
                losses.Parts(element.Name("name"), rows);
                break;
        }
    }

    private static string CellOf(JsonElement element, JsonElement column) =>
        column.Name("cellType") is { Length: > 0 } own and not "default" ? own
        : element.Name("cellType") is { Length: > 0 } common ? common
        : "dropdown";

    private static bool UsesShared(JsonElement element, JsonElement column) =>
        CellOf(element, column) is "dropdown" or "radiogroup" or "checkbox" or "tagbox"
        && !column.Find("choices").Items().Any();

    private void Rows(
        DraftSection? section,
        string where,
        Question whole,
        List<Option> rows,
        Question each,
        string id,
        Func<string, Question, DraftQuestion> draft
    )
    {
        if (rows.Count == 0)
        {
            losses.Whole(
                whole.Code,
                each,
                ReadingSentences.NoRows(ReadingSentences.All(whole.Text))
            );
            return;
        }

        losses.Add(whole.Code, ReadingSentences.Split(rows.Count));
        form.Add(
            section,
            whole.Code,
            whole.Text,
            rows.Count,
            () =>
                rows.Select(row =>
                    draft(
                        id + row.Code,
                        each with
                        {
                            Code = $"{whole.Code}-{row.Code}",
                            Text = SourceTexts.Joined(whole.Text, row.Text),
                        }
                    )
                ),
            () =>
            {
                losses.Parts(whole.Code, each);
                // Once for the table, however many of its columns find no room.
                losses.Parts(where, rows);
            }
        );
    }
}
