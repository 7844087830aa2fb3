using System.Globalization;
using Throughline.Kernel.Languages;
using Throughline.Kernel.Tables;

namespace Throughline.Feedback.Questionnaires;

/// <summary>The rows of <see cref="QuestionnaireTable"/>, each by column key.</summary>
internal sealed class QuestionnaireRows(
    Questionnaire form,
    IReadOnlyList<string> tags,
    TableShape shape,
    Texts texts
)
{
    public IEnumerable<Dictionary<string, string>> All()
    {
        yield return Row("title", "", form.Title);
        yield return Row("introduction", "", form.Introduction);
        yield return Row("thanks", "", form.Thanks);
        yield return Languages();
        foreach (var section in form.Sections)
        {
            var head = Row("section", section.Code, section.Title);
            head["condition"] = Of(section.ShowIf);
            yield return head;
            if (!section.Text.IsEmpty)
            {
                yield return Row("section-text", "", section.Text);
            }

            foreach (var row in section.Questions.SelectMany(Rows))
            {
                yield return row;
            }
        }
    }

    /// <summary>How each language stands: read by a person, a draft, or not asked in at all.</summary>
    private Dictionary<string, string> Languages()
    {
        var row = Row("languages", "", Words.None);
        foreach (var tag in tags)
        {
            var draft = form.Unreviewed.Contains(tag);
            row[tag] = form.Languages.Contains(tag)
                ? draft
                    ? TableStanding.Draft
                    : TableStanding.Read
                : draft
                    ? TableStanding.NotAskedDraft
                    : TableStanding.NotAsked;
        }

        return row;
    }

    private IEnumerable<Dictionary<string, string>> Rows(Question question)
    {
        var head = Row("question", question.Code, question.Text);
        head["kind"] = Word("kind", TableCell.Word(question.Kind));
        head["required"] = question.Required ? Word("required", "yes") : "";
        head["other"] = question.Other ? Word("other", "yes") : "";
        head["condition"] = Of(question.ShowIf);
        head["least"] = Of(question.Least);
        head["most"] = Of(question.Most);
        head["segment"] = question.Segment is { } segment ? TableCell.Write(segment) : "";
        head["topics"] = string.Join(' ', question.Topics.Select(topic => TableCell.Word(topic)));
        yield return head;
        if (!question.Help.IsEmpty)
        {
            yield return Row("help", "", question.Help);
        }

        foreach (var option in question.Options)
        {
            yield return Row("option", option.Code, option.Text);
        }

        foreach (var row in question.Rows)
        {
            yield return Row("row", row.Code, row.Text);
        }
    }

    private Dictionary<string, string> Row(string part, string code, Words words)
    {
        var row = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["part"] = Word("part", part),
            ["code"] = code.Length > 0 ? TableCell.Write(code) : "",
        };
        foreach (var tag in words.Languages)
        {
            row[tag] = TableCell.Write(words.In(tag));
        }

        return row;
    }

    private string Word(string column, string code) =>
        shape.WordOf(shape.Columns.First(one => one.Key == column), code, texts);

    private static string Of(Condition? condition) =>
        condition is null ? "" : $"{condition.Question} = {string.Join(" | ", condition.Is)}";

    private static string Of(double? number) =>
        number?.ToString("R", CultureInfo.InvariantCulture) ?? "";
}

/// <summary>How a language stands, as a table says it.</summary>
internal static class TableStanding
{
    public const string Read = "read";
    public const string Draft = "draft";
    public const string NotAsked = "not asked";
    public const string NotAskedDraft = "not asked, draft";

    public static readonly IReadOnlyList<string> All = [Read, Draft, NotAsked, NotAskedDraft];
}
