using Throughline.Feedback.Answering;
using Throughline.Feedback.Questionnaires;

namespace Throughline.App.Respondents;

/// <summary>
/// What students will be asked, for their parents to read before (20 U.S.C. 1232h(c)): every page and every question in one, with fields
/// that nobody can fill in.
/// </summary>
public sealed class ParentHtml(PageFrame frame)
{
    public string Write(AskedRound round, RespondentWords words, string language)
    {
        var texts = words.In(language);
        var form = round.Questionnaire;
        var html = new HtmlText();
        frame.Begin(html, round, texts, texts["parents-title"]);
        html.Raw("<main id=\"main\" class=\"parents\">");
        Languages(html, form, words, texts);
        html.Raw("<h1>")
            .Text(texts["parents-title"])
            .Raw("</h1><p class=\"lead\">")
            .Text(texts["parents-text"])
            .Raw("</p><p class=\"lead\">")
            .Text(texts["parents-opt-out"])
            .Raw("</p><h2>")
            .Words(form.Title, language)
            .Raw("</h2>");
        html.Paragraphs(form.Introduction, language, "said");
        for (var section = 0; section < form.Sections.Count; section++)
        {
            Section(html, round, form, section, texts);
        }

        html.Raw("</main>");
        frame.End(html, round, texts, form.Unreviewed.Contains(language));
        return html.ToString();
    }

    private static void Section(
        HtmlText html,
        AskedRound round,
        Questionnaire form,
        int at,
        RespondentTexts texts
    )
    {
        var section = form.Sections[at];
        var view = new FormView(
            round,
            round.Edition,
            form,
            at,
            texts.Language,
            "",
            new AnswerEntries(),
            []
        );
        if (!section.Title.IsEmpty)
        {
            html.Raw("<h2>").Words(section.Title, texts.Language).Raw("</h2>");
        }

        html.Paragraphs(section.Text, texts.Language, "said");
        DependsOn(html, form, section.ShowIf, texts);
        var questions = new QuestionHtml(html, view, texts);
        foreach (var question in section.Questions)
        {
            DependsOn(html, form, question.ShowIf, texts);
            html.Raw("<fieldset disabled>");
            questions.Write(question);
            html.Raw("</fieldset>");
        }
    }

    private static void DependsOn(
        HtmlText html,
        Questionnaire form,
        Condition? condition,
        RespondentTexts texts
    )
    {
        if (condition is null)
        {
            return;
        }

        var options = form.Question(condition.Question)?.Options ?? [];
        var answers = condition.Is.Select(code =>
            options.FirstOrDefault(option => option.Code == code)?.Text.In(texts.Language) ?? code
        );
        html.Raw("<p class=\"help\">")
            .Text(texts["only-if", string.Join(" / ", answers)])
            .Raw("</p>");
    }

    private static void Languages(
        HtmlText html,
        Questionnaire form,
        RespondentWords words,
        RespondentTexts texts
    )
    {
        var offered = form.Languages.Where(words.Has).ToList();
        if (offered.Count < 2)
        {
            return;
        }

        html.Raw("<nav class=\"tongues\"").Attribute("aria-label", texts["language"]).Raw(">");
        foreach (var language in offered)
        {
            html.Raw(language == texts.Language ? "<b" : "<a")
                .Attribute("lang", language)
                .Raw(language == texts.Language ? ">" : "")
                .Raw(language == texts.Language ? "" : $" href=\"?l={language}\">")
                .Text(words.In(language).OwnName)
                .Raw(language == texts.Language ? "</b>" : "</a>");
        }

        html.Raw("</nav>");
    }
}
