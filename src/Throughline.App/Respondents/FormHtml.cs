using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Throughline.Feedback.Answering;
using Throughline.Feedback.Passages;
using Throughline.Feedback.Questionnaires;
using Throughline.Publishing.Tree;
using Section = Throughline.Feedback.Questionnaires.Section;

namespace Throughline.App.Respondents;

/// <summary>One page of the form: no chrome, big targets, everything by the keyboard, and nothing that needs a script.</summary>
public sealed class FormHtml(RespondentWords words, PageFrame frame)
{
    /// <summary>Says in an address and in the form which part of a plan is spoken of.</summary>
    public const string PassageField = "p";

    public string Write(FormView view)
    {
        var texts = words.In(view.Language);
        var html = new HtmlText();
        frame.Begin(
            html,
            view.Round,
            texts,
            view.Form.Title.In(view.Language),
            trial: view.Trial,
            isWhole: view.Parts is not null,
            underName: head => Steps(head, view, texts)
        );
        var section = view.Form.Sections[view.Section];
        html.Raw("<main id=\"main\"><form method=\"post\" action=\"")
            .Text(view.Trial?.Action ?? view.Round.Path)
            .Raw("\" accept-charset=\"utf-8\"")
            .Raw(view.Parts is null ? " novalidate>" : ">");
        Hidden(html, view);
        Languages(html, view, texts);
        Head(html, view, section, texts);
        var questions = new QuestionHtml(html, view, texts);
        if (view.Parts is { } parts)
        {
            Whole(html, view, parts, questions);
        }
        else
        {
            foreach (var question in section.Questions)
            {
                if (IsAskedHere(question, section, view))
                {
                    questions.Write(question);
                }
            }
        }

        Buttons(html, view, texts);
        html.Raw("</form></main>");
        frame.End(html, view.Round, texts, view.Form.Unreviewed.Contains(view.Language));
        return html.ToString();
    }

    /// <summary>Every section under its heading; what depends on an answer is hidden by the script.</summary>
    private static void Whole(
        HtmlText html,
        FormView view,
        IReadOnlyList<Section> parts,
        QuestionHtml questions
    )
    {
        foreach (var part in parts)
        {
            html.Raw("<div");
            QuestionHtml.ShowIf(html, part.ShowIf);
            html.Raw(">");
            if (!part.Title.IsEmpty)
            {
                html.Raw("<h2>").Words(part.Title, view.Language).Raw("</h2>");
            }

            html.Paragraphs(part.Text, view.Language, "said");
            foreach (var question in part.Questions)
            {
                questions.Write(question);
            }

            html.Raw("</div>");
        }
    }

    private static void Steps(HtmlText html, FormView view, RespondentTexts texts)
    {
        if (view.Form.Sections.Count > 1)
        {
            html.Raw("<progress class=\"steps\"")
                .Attribute("aria-label", Page(texts, view))
                .Raw(" max=\"")
                .Number(view.Form.Sections.Count)
                .Raw("\" value=\"")
                .Number(view.Section + 1)
                .Raw("\"></progress>");
        }
    }

    private static string Page(RespondentTexts texts, FormView view) =>
        texts["page", view.Section + 1, view.Form.Sections.Count];

    private static void Hidden(HtmlText html, FormView view)
    {
        void Field(string name, string value) =>
            html.Raw("<input type=\"hidden\"")
                .Attribute("name", name)
                .Raw(" value=\"")
                .Raw(value)
                .Raw("\">");
        foreach (var (name, value) in view.Trial?.Fields ?? [])
        {
            html.Raw("<input type=\"hidden\"")
                .Attribute("name", name)
                .Attribute("value", value)
                .Raw(">");
        }

        Field("a", view.Secret);
        Field("e", view.Edition.ToString(CultureInfo.InvariantCulture));
        Field("l", view.Language);
        Field(
            "s",
            view.Parts is null
                ? view.Section.ToString(CultureInfo.InvariantCulture)
                : WholeForm.Mark
        );
        if (view.Passage is { } passage)
        {
            Field(PassageField, passage.Key);
        }

        // The Enter key presses the first button of a form: it must not be a language.
        html.Raw(
            "<button class=\"first\" name=\"go\" value=\"next\" tabindex=\"-1\" aria-hidden=\"true\"></button>"
        );
    }

    private void Languages(HtmlText html, FormView view, RespondentTexts texts)
    {
        var offered = view.Form.Languages.Where(words.Has).ToList();
        if (offered.Count < 2)
        {
            return;
        }

        html.Raw("<nav class=\"tongues\"").Attribute("aria-label", texts["language"]).Raw(">");
        foreach (var language in offered)
        {
            var name = words.In(language).OwnName;
            if (language == view.Language)
            {
                html.Raw("<b").Attribute("lang", language).Raw(">").Text(name).Raw("</b>");
                continue;
            }

            if (view.Parts is not null)
            {
                // A button asks the server, which may be out of reach.
                html.Raw("<a href=\"/f/")
                    .Text(view.Round.Code)
                    .Raw("/whole?l=")
                    .Text(language)
                    .Raw("\"")
                    .Attribute("lang", language)
                    .Raw(">")
                    .Text(name)
                    .Raw("</a>");
                continue;
            }

            html.Raw("<button name=\"to\"")
                .Attribute("value", language)
                .Attribute("lang", language)
                .Raw(">")
                .Text(name)
                .Raw("</button>");
        }

        html.Raw("</nav>");
    }

    private static void Head(HtmlText html, FormView view, Section section, RespondentTexts texts)
    {
        var language = view.Language;
        if (view.Notice is not null)
        {
            html.Raw("<p class=\"notice\" role=\"alert\">").Text(view.Notice).Raw("</p>");
        }

        if (view.Form.Sections.Count > 1)
        {
            html.Raw("<p class=\"where\">").Text(Page(texts, view)).Raw("</p>");
        }

        html.Raw("<h1>")
            .Words(
                view.Section == 0 || section.Title.IsEmpty ? view.Form.Title : section.Title,
                language
            )
            .Raw("</h1>");
        Problems(html, view, texts);
        About(html, view, texts);
        if (view.Section == 0)
        {
            html.Paragraphs(view.Form.Introduction, language, "lead");
            if (!section.Title.IsEmpty && view.Parts is null)
            {
                html.Raw("<h2>").Words(section.Title, language).Raw("</h2>");
            }
        }

        html.Paragraphs(section.Text, language, "said");
    }

    /// <summary>The part that was chosen beside the plan, in the plan's language.</summary>
    private static void About(HtmlText html, FormView view, RespondentTexts texts)
    {
        if (view.Passage is { } passage)
        {
            html.Raw("<p class=\"about\">")
                .Text(texts["about-part"])
                .Raw(" <strong")
                .Attribute("lang", view.Round.About!.Language)
                .Raw(" dir=\"auto\">")
                .Text(passage.Name)
                .Raw("</strong></p>");
        }
    }

    private static void Problems(HtmlText html, FormView view, RespondentTexts texts)
    {
        if (view.Problems.Count == 0)
        {
            return;
        }

        html.Raw("<div class=\"problems\" role=\"alert\" tabindex=\"-1\"><h2>")
            .Text(texts["title-problem"])
            .Raw("</h2><ul>");
        foreach (var problem in view.Problems)
        {
            html.Raw("<li><a href=\"#")
                .Text(QuestionHtml.IdOf(problem.Code))
                .Raw("\">")
                .Text(About(view, problem))
                .Raw("</a> ")
                .Text(texts[problem.Key, [.. problem.Values]])
                .Raw("</li>");
        }

        html.Raw("</ul></div>");
    }

    /// <summary>The question that the problem is about, in its own words.</summary>
    private static string About(FormView view, EntryProblem problem) =>
        view
            .Form.Sections[view.Section]
            .Questions.First(question =>
                question.Code == problem.Code || AnswerFields.Of(question).Contains(problem.Code)
            )
            .Text.In(view.Language);

    private static void Buttons(HtmlText html, FormView view, RespondentTexts texts)
    {
        var isLast = view.Section == view.Form.Sections.Count - 1;
        html.Raw("<div class=\"go\"><button class=\"on\" name=\"go\" value=\"next\">")
            .Text(texts[isLast ? "send" : "next"])
            .Raw("</button>");
        if (view.Section > 0)
        {
            html.Raw("<button class=\"back\" name=\"go\" value=\"back\">")
                .Text(texts["back"])
                .Raw("</button>");
        }

        html.Raw("</div>");
    }

    /// <summary>What depends on an earlier page is known; what depends on this one is shown, for the script to hide.</summary>
    private static bool IsAskedHere(Question question, Section section, FormView view) =>
        question.ShowIf is null
        || section.Questions.Any(other => other.Code == question.ShowIf.Question)
        || ReadSection.Visible(question.ShowIf, view.Entries);
}
