using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Throughline.Feedback.Questionnaires;

namespace Throughline.App.Respondents;

/// <summary>Text into HTML, with everything that came from people encoded.</summary>
public sealed class HtmlText
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder html = new(16_000);

    /// <summary>Markup of our own.</summary>
    public HtmlText Raw(string markup)
    {
        html.Append(markup);
        return this;
    }

    public HtmlText Text(string? text)
    {
        html.Append(Encoder.Encode(text ?? ""));
        return this;
    }

    public HtmlText Attribute(string name, string? value) =>
        Raw(" ").Raw(name).Raw("=\"").Text(value).Raw("\"");

    public HtmlText Number(int number) => Raw(number.ToString(CultureInfo.InvariantCulture));

    public override string ToString() => html.ToString();
}

internal static class WordsHtml
{
    /// <summary>In the language of the page; what is not translated says in which language it is.</summary>
    public static HtmlText Words(this HtmlText html, Words words, string language)
    {
        var spoken = words.LanguageOf(language);
        return spoken == language
            ? html.Text(words.In(language))
            : html.Raw("<span")
                .Attribute("lang", spoken)
                .Raw(" dir=\"auto\">")
                .Text(words.In(language))
                .Raw("</span>");
    }

    public static void Paragraphs(this HtmlText html, Words words, string language, string kind)
    {
        if (words.IsEmpty)
        {
            return;
        }

        var spoken = words.LanguageOf(language);
        foreach (
            var line in words
                .In(language)
                .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        )
        {
            html.Raw("<p");
            if (kind.Length > 0)
            {
                html.Attribute("class", kind);
            }

            if (spoken != language)
            {
                html.Attribute("lang", spoken).Raw(" dir=\"auto\"");
            }

            html.Raw(">").Text(line).Raw("</p>");
        }
    }
}
