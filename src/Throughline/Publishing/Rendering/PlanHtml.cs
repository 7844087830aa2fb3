using System.Globalization;
using System.Text;
using Throughline.Publishing.Tree;
using static System.Net.WebUtility;

namespace Throughline.Publishing.Rendering;

/// <summary>
/// The tree as HTML. All text is encoded here and nowhere is markup taken from it, so that what people wrote cannot become a page's
/// own: that is why a published version's body may be stored and shown as it is.
/// </summary>
public static class PlanHtml
{
    /// <summary>The typeset sheet, to be put into a page.</summary>
    /// <param name="logos">Where its logo is served, with a slash at its end; null: the picture stands in the sheet itself.</param>
    public static string Article(PlanDocument document, string? logos = null)
    {
        var html = new StringBuilder(16 * 1024);
        html.Append(
                CultureInfo.InvariantCulture,
                $"<article class=\"tl-document\" lang=\"{HtmlEncode(document.Language)}\" dir=\"{(document.RightToLeft ? "rtl" : "ltr")}\">\n"
            )
            .Append(document.Logo is { } logo ? LogoHtml.Of(logo, logos) : "")
            .Append(
                CultureInfo.InvariantCulture,
                $"<p class=\"tl-document__meta\">{HtmlEncode(document.Meta)}</p>\n<h1>{HtmlEncode(document.Title)}</h1>\n"
            );
        Blocks(html, document.Opening, document.RightToLeft);
        Contents(html, document);
        foreach (var section in document.Sections)
        {
            html.Append(
                CultureInfo.InvariantCulture,
                $"<section aria-labelledby=\"{section.Anchor}\"><h2 id=\"{section.Anchor}\"><span class=\"tl-number\">{section.Number}</span>{HtmlEncode(section.Title)}</h2>\n"
            );
            Blocks(html, section.Blocks, document.RightToLeft);
            html.Append("</section>\n");
        }

        return html.Append("</article>").ToString();
    }

    /// <summary>One file that needs nothing beside it and asks nothing of anybody: for downloading and for printing.</summary>
    /// <param name="style">The style sheet's text.</param>
    public static string Page(PlanDocument document, string style) =>
        $"""
            <!DOCTYPE html>
            <html lang="{HtmlEncode(document.Language)}" dir="{(
                document.RightToLeft ? "rtl" : "ltr"
            )}">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{HtmlEncode(document.Title)} · {HtmlEncode(document.District)}</title>
            <style>
            {style.Replace("</", "<\\/", StringComparison.Ordinal)}
            </style>
            </head>
            <body>
            <main class="tl-main">
            {Article(document)}
            </main>
            </body>
            </html>

            """;

    private static void Contents(StringBuilder html, PlanDocument document)
    {
        html.Append(
            CultureInfo.InvariantCulture,
            $"<nav class=\"tl-contents\" aria-labelledby=\"toc\"><h2 id=\"toc\">{HtmlEncode(document.ContentsTitle)}</h2><ol>\n"
        );
        foreach (var section in document.Sections)
        {
            html.Append(
                CultureInfo.InvariantCulture,
                $"<li><a href=\"#{section.Anchor}\"><span class=\"tl-number\">{section.Number}</span>{HtmlEncode(section.Title)}</a></li>\n"
            );
        }

        html.Append("</ol></nav>\n");
    }

    private static void Blocks(StringBuilder html, IReadOnlyList<Block> blocks, bool rightToLeft)
    {
        foreach (var block in blocks)
        {
            html.Append(HtmlOf(block, rightToLeft)).Append('\n');
        }
    }

    private static string HtmlOf(Block block, bool rightToLeft) =>
        block switch
        {
            Heading heading =>
                $"<h{heading.Level + 1}>{HtmlEncode(heading.Text)}</h{heading.Level + 1}>",
            Paragraph { Quiet: true } quiet => $"<p class=\"tl-quiet\">{Words(quiet)}</p>",
            Paragraph paragraph => $"<p>{Words(paragraph)}</p>",
            LargeSentence sentence =>
                $"<p class=\"tl-document__vision\">{Lines(sentence.Text)}</p>",
            Listing list => ListOf(list),
            Grid grid => GridHtml.Of(grid),
            Facts facts => "<dl class=\"tl-facts\">"
                + string.Concat(
                    facts.All.Select(fact =>
                        $"<div><dt>{HtmlEncode(fact.Name)}</dt><dd>{Paragraphs(fact.Value)}</dd></div>"
                    )
                )
                + "</dl>",
            Gap gap => $"<div class=\"tl-gap\"><p>{Lines(gap.Text)}</p></div>",
            GradeLine line => GradeLineSvg.Of(line, rightToLeft),
            AnswerBox box => AnswerOf(box),
            _ => throw new InvalidOperationException("Every kind of block has its HTML."),
        };

    private static string ListOf(Listing list)
    {
        var tag = list.Numbered ? "ol" : "ul";
        return $"<{tag}>{string.Concat(list.Items.Select(item => $"<li>{Lines(item)}</li>"))}</{tag}>";
    }

    private static string AnswerOf(AnswerBox box)
    {
        var help = box.Help.Length == 0 ? "" : $"<p class=\"tl-quiet\">{Lines(box.Help)}</p>";
        var answer =
            box.Choices.Count == 0
                ? $"<div class=\"tl-answer tl-answer--{Math.Clamp(box.Lines, 1, 4)}\">{Lines(box.Text)}</div>"
                : "<ul class=\"tl-answer__choices\">"
                    + string.Concat(
                        box.Choices.Select(choice =>
                            $"<li>{(choice == box.Text ? "☒" : "☐")} {HtmlEncode(choice)}</li>"
                        )
                    )
                    + "</ul>";
        return $"<h4>{HtmlEncode(box.Question)}</h4>{help}{answer}";
    }

    private static string Words(Paragraph paragraph) =>
        paragraph.Lead is null
            ? Lines(paragraph.Text)
            : $"<strong>{HtmlEncode(paragraph.Lead)}</strong> {Lines(paragraph.Text)}";

    private static string Paragraphs(string text) =>
        text.Contains('\n', StringComparison.Ordinal)
            ? string.Concat(text.Split('\n').Select(line => $"<p>{HtmlEncode(line)}</p>"))
            : HtmlEncode(text);

    internal static string Lines(string text) =>
        HtmlEncode(text).Replace("\n", "<br>", StringComparison.Ordinal);
}
