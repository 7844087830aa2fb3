using System.Globalization;
using Throughline.Feedback.Answering;
using Throughline.Feedback.Questionnaires;

namespace Throughline.App.Respondents;

/// <summary>One question as its fields.</summary>
public sealed class QuestionHtml(HtmlText html, FormView view, RespondentTexts texts)
{
    private string Language => view.Language;

    /// <summary>Of the field that a problem is about.</summary>
    public static string IdOf(string code) => AnswerFields.Prefix + code.Replace('.', '-');

    public void Write(Question question)
    {
        if (question.Kind == QuestionKind.Note)
        {
            html.Raw("<div class=\"said\">");
            html.Paragraphs(question.Text, Language, "");
            html.Raw("</div>");
            return;
        }

        var isGroup = question.HasOptions;
        html.Raw(isGroup ? "<fieldset" : "<div");
        html.Raw(" class=\"q").Raw(HasProblem(question) ? " wrong\"" : "\"");
        if (isGroup)
        {
            html.Attribute("id", IdOf(question.Code)).Raw(" tabindex=\"-1\"");
            Describe(question);
        }

        ShowIf(question);
        html.Raw(view.Parts is not null && question.Required ? " data-needed>" : ">");
        Label(question, isGroup);
        Hints(question);
        Fields(question);
        if (question.Other && question.Kind != QuestionKind.Statements)
        {
            Other(question);
        }

        html.Raw(isGroup ? "</fieldset>" : "</div>");
    }

    private void Fields(Question question)
    {
        switch (question.Kind)
        {
            case QuestionKind.Choice or QuestionKind.Scale:
                Options(question, "radio");
                break;
            case QuestionKind.Several:
                Options(question, "checkbox");
                break;
            case QuestionKind.Matrix:
                Matrix(question);
                break;
            case QuestionKind.Statements:
                new StatementsHtml(html, view, texts).Write(question);
                break;
            case QuestionKind.Ranking:
                Ranking(question);
                break;
            case QuestionKind.LongText:
                html.Raw("<textarea rows=\"4\"");
                Named(question.Code);
                Describe(question);
                html.Raw(">\n").Text(view.Entries.First(question.Code)).Raw("</textarea>");
                break;
            default:
                Line(question);
                break;
        }
    }

    private void Label(Question question, bool isGroup)
    {
        (
            isGroup
                ? html.Raw("<legend>")
                : html.Raw("<label").Attribute("for", IdOf(question.Code)).Raw(">")
        ).Words(question.Text, Language);
        if (!question.Required)
        {
            html.Raw(" <span class=\"opt\">(").Text(texts["optional"]).Raw(")</span>");
        }

        html.Raw(isGroup ? "</legend>" : "</label>");
    }

    private void Hints(Question question)
    {
        if (!question.Help.IsEmpty)
        {
            html.Raw("<p class=\"help\" id=\"")
                .Text(IdOf(question.Code))
                .Raw("-help\">")
                .Words(question.Help, Language)
                .Raw("</p>");
        }

        var fields = AnswerFields.Of(question).ToHashSet(StringComparer.Ordinal);
        foreach (
            var problem in view.Problems.Where(problem =>
                problem.Code == question.Code || fields.Contains(problem.Code)
            )
        )
        {
            html.Raw("<p class=\"problem\" id=\"")
                .Text(IdOf(question.Code))
                .Raw("-problem\">")
                .Text(texts[problem.Key, [.. problem.Values]])
                .Raw("</p>");
            break;
        }
    }

    private void Describe(Question question)
    {
        var ids = new List<string>();
        if (!question.Help.IsEmpty)
        {
            ids.Add(IdOf(question.Code) + "-help");
        }

        if (HasProblem(question))
        {
            ids.Add(IdOf(question.Code) + "-problem");
        }

        if (ids.Count > 0)
        {
            html.Attribute("aria-describedby", string.Join(' ', ids));
        }
    }

    private bool HasProblem(Question question) =>
        view.Problems.Any(problem =>
            problem.Code == question.Code
            || problem.Code.StartsWith(question.Code + ".", StringComparison.Ordinal)
        );

    /// <summary>For the script, which hides what is not asked on this page; without it everything is shown.</summary>
    private void ShowIf(Question question)
    {
        if (
            question.ShowIf is { } condition
            && view.Form.Sections[view.Section]
                .Questions.Any(other => other.Code == condition.Question)
        )
        {
            ShowIf(html, condition);
        }
    }

    public static void ShowIf(HtmlText html, Condition? condition)
    {
        if (condition is not null)
        {
            html.Attribute("data-if", AnswerFields.Prefix + condition.Question)
                .Attribute("data-is", string.Join(' ', condition.Is));
        }
    }

    private void Options(Question question, string type)
    {
        var chosen = view.Entries[question.Code];
        html.Raw(question.Kind == QuestionKind.Scale ? "<div class=\"scale\">" : "<div>");
        foreach (var option in question.Options)
        {
            html.Raw("<label class=\"o\"><input")
                .Attribute("type", type)
                .Attribute("name", AnswerFields.Prefix + question.Code)
                .Attribute("value", option.Code)
                .Raw(chosen.Contains(option.Code) ? " checked" : "")
                .Raw("><span>")
                .Words(option.Text, Language)
                .Raw("</span></label>");
        }

        html.Raw("</div>");
    }

    private void Other(Question question)
    {
        var field = AnswerFields.Other(question);
        html.Raw("<label class=\"more\" for=\"")
            .Text(IdOf(field))
            .Raw("\">")
            .Text(texts["other"])
            .Raw("</label><input type=\"text\" data-other");
        Named(field);
        html.Attribute("value", view.Entries.First(field)).Raw(">");
    }

    private void Matrix(Question question)
    {
        var id = IdOf(question.Code);
        html.Raw("<table class=\"matrix\"><thead><tr><td></td>");
        foreach (var option in question.Options)
        {
            html.Raw("<th scope=\"col\" id=\"")
                .Text($"{id}-c-{option.Code}")
                .Raw("\">")
                .Words(option.Text, Language)
                .Raw("</th>");
        }

        html.Raw("</tr></thead><tbody>");
        foreach (var row in question.Rows)
        {
            var field = AnswerFields.Row(question, row);
            html.Raw("<tr><th scope=\"row\" id=\"")
                .Text(IdOf(field))
                .Raw("\">")
                .Words(row.Text, Language)
                .Raw("</th>");
            foreach (var option in question.Options)
            {
                html.Raw("<td><label class=\"o\"><input type=\"radio\"")
                    .Attribute("name", AnswerFields.Prefix + field)
                    .Attribute("value", option.Code)
                    .Attribute("aria-labelledby", $"{IdOf(field)} {id}-c-{option.Code}")
                    .Raw(view.Entries[field].Contains(option.Code) ? " checked" : "")
                    .Raw("><span>")
                    .Words(option.Text, Language)
                    .Raw("</span></label></td>");
            }

            html.Raw("</tr>");
        }

        html.Raw("</tbody></table>");
    }

    /// <summary>A list for each place: it works with the keyboard, by voice and on paper, where dragging does not.</summary>
    private void Ranking(Question question)
    {
        var ranked = view.Entries[question.Code];
        var places = (int)Math.Min(question.Options.Count, question.Most ?? double.MaxValue);
        for (var place = 1; place <= places; place++)
        {
            var field = AnswerFields.Place(question, place);
            var chosen = place <= ranked.Count ? ranked[place - 1] : null;
            html.Raw("<label class=\"more\" for=\"")
                .Text(IdOf(field))
                .Raw("\">")
                .Text(texts["place", place])
                .Raw("</label><select");
            Named(field);
            html.Raw("><option value=\"\">").Text(texts["choose"]).Raw("</option>");
            foreach (var option in question.Options)
            {
                html.Raw("<option")
                    .Attribute("value", option.Code)
                    .Raw(option.Code == chosen ? " selected>" : ">")
                    .Text(option.Text.In(Language))
                    .Raw("</option>");
            }

            html.Raw("</select>");
        }
    }

    private void Line(Question question)
    {
        html.Raw(
            question.Kind switch
            {
                QuestionKind.Date => "<input type=\"date\"",
                QuestionKind.Number => "<input type=\"text\" inputmode=\"decimal\" class=\"short\"",
                _ => "<input type=\"text\"",
            }
        );
        Named(question.Code);
        Describe(question);
        if (question.Kind == QuestionKind.ShortText)
        {
            html.Attribute(
                "maxlength",
                ReadSection.ShortLimit.ToString(CultureInfo.InvariantCulture)
            );
        }

        html.Attribute("value", view.Entries.First(question.Code)).Raw(">");
    }

    private void Named(string field) =>
        html.Attribute("id", IdOf(field)).Attribute("name", AnswerFields.Prefix + field);
}
