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
            .Raw("><a class=\"skip\" href=\"#main\">")
            .Text(texts["skip"])
            .Raw("</a>")
            .Raw(trial?.Bar ?? "")
            .Raw("<header><p>")
            .Text(round.District.Name)
            .Raw("</p>");
        underName?.Invoke(html);
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
