using System.Globalization;
using Throughline.Feedback.Answering;
using Throughline.Feedback.Questionnaires;

namespace Throughline.App.Respondents;

/// <summary>
/// Statements to vote on, some at a time: those first of which a vote tells most, and more for whoever asks. Votes on what is not on the
/// page come along hidden.
/// </summary>
public sealed class StatementsHtml(HtmlText html, FormView view, RespondentTexts texts)
{
    /// <summary>What was shown so far, each field once.</summary>
    public const string SeenField = "seen";

    /// <param name="posted">The values of <see cref="SeenField"/>.</param>
    public static IReadOnlySet<string> SeenIn(IEnumerable<string?> posted) =>
        posted.OfType<string>().ToHashSet(StringComparer.Ordinal);

    public void Write(Question question)
    {
        var rows = view.Round.Order.Of(question);
        var shown = Shown(question, rows);
        html.Raw("<p class=\"help\">").Text(texts["vote.how"]).Raw("</p>");
        foreach (var row in shown)
        {
            Vote(question, row);
        }

        CarryAlong(question, rows.Except(shown));
        More(question, rows, shown);
        if (question.Other)
        {
            Own(question);
        }
    }

    private List<Option> Shown(Question question, IReadOnlyList<Option> rows)
    {
        // For parents, who read it all.
        if (view.Secret.Length == 0 || view.Parts is not null || rows.Count <= Votes.ShownAtOnce)
        {
            return [.. rows];
        }

        if (view.Seen is { } seen)
        {
            return
            [
                .. rows.Where(row =>
                        !IsVotedOn(question, row) && !seen.Contains(AnswerFields.Row(question, row))
                    )
                    .Take(Votes.ShownAtOnce),
            ];
        }

        var voted = rows.Count(row => IsVotedOn(question, row));
        var fresh = rows.Where(row => !IsVotedOn(question, row))
            .Take(Math.Max(0, Votes.ShownAtOnce - voted))
            .ToHashSet();
        return [.. rows.Where(row => IsVotedOn(question, row) || fresh.Contains(row))];
    }

    private bool IsVotedOn(Question question, Option row) =>
        view.Entries[AnswerFields.Row(question, row)].Count > 0;

    private void Vote(Question question, Option row)
    {
        var field = AnswerFields.Row(question, row);
        html.Raw("<fieldset class=\"vote\"")
            .Attribute("id", QuestionHtml.IdOf(field))
            .Raw("><legend>")
            .Words(row.Text, view.Language)
            .Raw("</legend><div>");
        foreach (var option in question.Options)
        {
            html.Raw("<label class=\"o\"><input type=\"radio\"")
                .Attribute("name", AnswerFields.Prefix + field)
                .Attribute("value", option.Code)
                .Raw(view.Entries[field].Contains(option.Code) ? " checked" : "")
                .Raw("><span>")
                .Words(option.Text, view.Language)
                .Raw("</span></label>");
        }

        html.Raw("</div></fieldset>");
    }

    private void CarryAlong(Question question, IEnumerable<Option> hidden)
    {
        foreach (var row in hidden.Where(row => IsVotedOn(question, row)))
        {
            var field = AnswerFields.Row(question, row);
            Hidden(AnswerFields.Prefix + field, view.Entries.First(field)!);
        }
    }

    private void More(Question question, IReadOnlyList<Option> rows, List<Option> shown)
    {
        var seen = shown
            .Select(row => AnswerFields.Row(question, row))
            .Concat(view.Seen ?? new HashSet<string>())
            .ToHashSet(StringComparer.Ordinal);
        var left = rows.Count(row =>
            !IsVotedOn(question, row) && !seen.Contains(AnswerFields.Row(question, row))
        );
        if (left == 0)
        {
            return;
        }

        foreach (var field in seen)
        {
            Hidden(SeenField, field);
        }

        html.Raw("<p><button class=\"back\" name=\"go\" value=\"more\">")
            .Text(texts["vote.more"])
            .Raw("</button></p>");
    }

    private void Own(Question question)
    {
        var field = AnswerFields.Other(question);
        var id = QuestionHtml.IdOf(field);
        html.Raw("<label class=\"more\"")
            .Attribute("for", id)
            .Raw(">")
            .Text(texts["vote.own"])
            .Raw("</label><p class=\"help\"")
            .Attribute("id", id + "-hint")
            .Raw(">")
            .Text(texts["vote.own-hint"])
            .Raw("</p><textarea rows=\"2\"")
            .Attribute("id", id)
            .Attribute("name", AnswerFields.Prefix + field)
            .Attribute("maxlength", Votes.TextLimit.ToString(CultureInfo.InvariantCulture))
            .Attribute("aria-describedby", id + "-hint")
            .Raw(">\n")
            .Text(view.Entries.First(field))
            .Raw("</textarea>");
    }

    private void Hidden(string name, string value) =>
        html.Raw("<input type=\"hidden\"")
            .Attribute("name", name)
            .Attribute("value", value)
            .Raw(">");
}
