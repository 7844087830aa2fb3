using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughline.App.Design;

/// <summary>Facts of a thing, each in a <c>tl-row</c>.</summary>
[HtmlTargetElement("tl-summary")]
public sealed class SummaryTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "dl";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "tl-facts");
    }
}

/// <summary>One fact: its name, its content, and perhaps a link that changes it.</summary>
[HtmlTargetElement("tl-row", ParentTag = "tl-summary")]
public sealed class SummaryRowTagHelper : TagHelper
{
    public required string Key { get; set; }

    public string? Href { get; set; }

    public string? Action { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.PreContent.AppendHtml(Html.Element("dt", text: Key)).AppendHtml("<dd>");
        output.PostContent.AppendHtml("</dd>");
        if (Href is not null && Action is not null)
        {
            var link = Html.Element("a", text: Action)
                .With("href", Href)
                .Add(Html.Element("span", "tl-hide", $" ({Key})"));
            output.PostContent.AppendHtml(Html.Element("dd", "tl-facts__action").Add(link));
        }
    }
}
