using Throughline.App.Design;
using Throughline.Feedback;
using Throughline.Feedback.Answering;

namespace Throughline.App.Respondents;

/// <summary>What stands around every page for the public: whose it is above, what becomes of the answers below.</summary>
public sealed class PageFrame(DesignAssets assets)
{
    public void Begin(
        HtmlText html,
        AskedRound round,
        RespondentTexts texts,
        string title,
        bool startsAgain = false,
        Trial? trial = null,
        bool isWhole = false,
        bool saysWhatWaits = true,
        Action<HtmlText>? underName = null
    )
    {
        html.Raw("<!DOCTYPE html><html")
            .Attribute("lang", texts.Language)
            .Attribute("dir", texts.Direction)
            .Raw(
                "><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"robots\" content=\"noindex\">"
            );
        if (startsAgain)
        {
            html.Raw("<meta http-equiv=\"refresh\" content=\"30; url=/f/")
                .Text(round.Code)
                .Raw("\">");
        }

        html.Raw("<title>")
            .Text($"{title} · {round.District.Name}")
            .Raw("</title><link rel=\"stylesheet\"")
            .Attribute("href", assets["respond.css"])
            .Raw("><link rel=\"icon\" type=\"image/svg+xml\"")
            .Attribute("href", assets["mark.svg"])
            .Raw("><script type=\"module\"")
            .Attribute("src", assets["respond.js"])
            .Raw("></script></head><body")
            .Raw(round.Kind == ChannelKind.Kiosk ? " data-kiosk" : "")
            .Raw(
                trial is null ? ""
                : trial.IsNarrow ? " data-trial=\"phone\""
                : " data-trial"
            )
            .Raw(isWhole ? " data-whole" : "");
        if (round.Kind == ChannelKind.Kiosk)
        {
            // Whoever takes the tablet next may speak any of them.
            html.Attribute("data-languages", string.Join(' ', round.Questionnaire.Languages));
        }

        var worksOffline = trial is null && round.WorksOffline;
        if (worksOffline)
        {
            html.Raw(" data-path=\"/f/").Text(round.Code).Raw("\"");
        }

        html.Raw("><a class=\"skip\" href=\"#main\">")
            .Text(texts["skip"])
            .Raw("</a>")
            .Raw(trial?.Bar ?? "")
            .Raw("<header><p>")
            .Text(round.District.Name)
            .Raw("</p>");
        underName?.Invoke(html);
        if (worksOffline && saysWhatWaits)
        {
            html.Raw("<p class=\"waits\" hidden><a href=\"/f/")
                .Text(round.Code)
                .Raw("/kept?l=")
                .Text(texts.Language)
                .Raw("\">")
                .Text(texts["offline.waiting"])
                .Raw(" <b></b></a></p>");
        }

        html.Raw("</header>");
    }

    public void End(HtmlText html, AskedRound round, RespondentTexts texts, bool isDraft)
    {
        html.Raw("<footer>");
        void Line(string text) => html.Raw("<p>").Text(text).Raw("</p>");
        Line(
            round.KeepUntil is { } until
                ? texts["privacy"] + " " + texts["kept", until]
                : texts["privacy"]
        );
        if (round.ClosesOn is { } last)
        {
            Line(texts["until-day", last]);
        }

        if (isDraft || !texts.IsReviewed)
        {
            Line(texts["draft"]);
        }

        if (round.District.IsInvented)
        {
            Line(texts["invented"]);
        }

        html.Raw("</footer></body></html>");
    }
}
