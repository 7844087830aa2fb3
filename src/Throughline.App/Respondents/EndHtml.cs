using Throughline.Feedback;
using Throughline.Feedback.Answering;

namespace Throughline.App.Respondents;

/// <summary>The pages after the form: the receipt, and that it is closed.</summary>
public sealed class EndHtml(PageFrame frame)
{
    /// <param name="number">Of the receipt, or the mark of a slot.</param>
    public string Received(AskedRound round, RespondentTexts texts, string number)
    {
        var form = round.Questionnaire;
        var isKiosk = round.Kind == ChannelKind.Kiosk;
        var html = new HtmlText();
        frame.Begin(html, round, texts, form.Title.In(texts.Language), startsAgain: isKiosk);
        html.Raw("<main id=\"main\"><h1>").Text(texts["received"]).Raw("</h1>");
        if (form.Thanks.IsEmpty)
        {
            html.Raw("<p class=\"lead\">").Text(texts["thanks"]).Raw("</p>");
        }
        else
        {
            html.Paragraphs(form.Thanks, texts.Language, "lead");
        }

        html.Raw("<section class=\"receipt\"><h2>")
            .Text(texts["receipt"])
            .Raw("</h2><p class=\"number\"><bdi dir=\"ltr\" data-receipt>")
            .Raw(number)
            .Raw("</bdi></p><p class=\"help\">")
            .Text(texts["receipt-why"])
            .Raw("</p></section>");
        if (round is { About: { } about, Kind: ChannelKind.Link })
        {
            html.Raw("<p><a class=\"on\" href=\"/plans/")
                .Text(round.District.Slug)
                .Raw("/")
                .Number(about.Version)
                .Raw("\">")
                .Text(texts["back-to-plan"])
                .Raw("</a></p>");
        }
        else if (round.Kind != ChannelKind.Personal)
        {
            html.Raw("<p><a class=\"")
                .Raw(isKiosk ? "on" : "again")
                .Raw("\" href=\"/f/")
                .Text(round.Code)
                .Raw("\">")
                .Text(texts[isKiosk ? "next-person" : "again"])
                .Raw("</a></p>");
        }

        html.Raw("</main>");
        frame.End(html, round, texts, form.Unreviewed.Contains(texts.Language));
        return html.ToString();
    }

    /// <summary>What was sent without a connection; the script fills in how much of it there is.</summary>
    public string Kept(AskedRound round, RespondentTexts texts)
    {
        var html = new HtmlText();
        frame.Begin(html, round, texts, texts["offline.title"], saysWhatWaits: false);
        html.Raw("<main id=\"main\"><div data-still><h1>")
            .Text(texts["offline.title"])
            .Raw("</h1><p class=\"lead\">")
            .Text(texts["offline.text"])
            .Raw("</p></div><div data-all-sent hidden><h1>")
            .Text(texts["received"])
            .Raw("</h1></div><p class=\"waits\" role=\"status\">")
            .Text(texts["offline.waiting"])
            .Raw(" <b></b></p><ul class=\"stuck\" data-waiting")
            .Attribute("data-look", texts["offline.look"])
            .Attribute("data-closed", texts["offline.closed"])
            .Attribute("data-open", texts["offline.open"])
            .Attribute("data-drop", texts["offline.drop"])
            .Raw("></ul><div class=\"go\"><button type=\"button\" class=\"on\" data-send>")
            .Text(texts["offline.send"])
            .Raw("</button><a class=\"again\" href=\"/f/")
            .Text(round.Code)
            .Raw("?l=")
            .Text(texts.Language)
            .Raw("\">")
            .Text(texts[round.Kind == ChannelKind.Kiosk ? "next-person" : "again"])
            .Raw("</a></div></main>");
        frame.End(html, round, texts, isDraft: false);
        return html.ToString();
    }

    /// <summary>Asks for the code that stands on a letter.</summary>
    public string AskForCode(AskedRound round, RespondentTexts texts, bool isUnknown)
    {
        var html = new HtmlText();
        var form = round.Questionnaire;
        frame.Begin(html, round, texts, form.Title.In(texts.Language));
        html.Raw("<main id=\"main\"><form method=\"get\" action=\"/f/")
            .Text(round.Code)
            .Raw("\"><h1>")
            .Words(form.Title, texts.Language)
            .Raw("</h1>");
        if (isUnknown)
        {
            html.Raw("<p class=\"notice\" role=\"alert\">").Text(texts["code-unknown"]).Raw("</p>");
        }

        html.Raw("<p class=\"lead\">")
            .Text(texts["code-text"])
            .Raw("</p><input type=\"hidden\" name=\"l\"")
            .Attribute("value", texts.Language)
            .Raw("><div class=\"q\"><label for=\"c\">")
            .Text(texts["code"])
            .Raw(
                "</label><input id=\"c\" name=\"c\" dir=\"ltr\" autocomplete=\"off\" autocapitalize=\"characters\" spellcheck=\"false\" maxlength=\"40\" required></div>"
            )
            .Raw("<div class=\"go\"><button class=\"on\">")
            .Text(texts["next"])
            .Raw("</button></div></form></main>");
        frame.End(html, round, texts, form.Unreviewed.Contains(texts.Language));
        return html.ToString();
    }

    public string Closed(AskedRound round, RespondentTexts texts)
    {
        var html = new HtmlText();
        frame.Begin(html, round, texts, round.Questionnaire.Title.In(texts.Language));
        html.Raw("<main id=\"main\"><h1>").Text(texts["closed"]).Raw("</h1>");
        if (round.ClosesOn is { } last)
        {
            html.Raw("<p class=\"lead\">").Text(texts["closed-text", last]).Raw("</p>");
        }

        html.Raw("</main></body></html>");
        return html.ToString();
    }
}
