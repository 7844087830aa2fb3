using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughline.App.Design;

/// <summary>Something to know before going on. With <c>announce</c> it is read out: for what an action just did.</summary>
[HtmlTargetElement("tl-notice")]
public sealed class NoticeTagHelper : TagHelper
{
    public string? Head { get; set; }

    public Kind Kind { get; set; } = Kind.Ready;

    public bool Announce { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", KindClass.Of("tl-notice", Kind));
        if (Announce)
        {
            output.Attributes.SetAttribute("role", "status");
        }

        if (Head is not null)
        {
            output.PreContent.AppendHtml(Html.Element("p", "tl-notice__head", Head));
        }
    }
}

/// <summary>A state in a word or two: "waits for decision 9".</summary>
[HtmlTargetElement("tl-tag")]
public sealed class TagTagHelper : TagHelper
{
    public Kind Kind { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", KindClass.Of("tl-tag", Kind));
    }
}

static class KindClass
{
    public static string Of(string block, Kind kind) =>
        kind switch
        {
            Kind.Waiting => $"{block} {block}--waiting",
            Kind.Ready => $"{block} {block}--ready",
            _ => $"{block} {block}--quiet",
        };
}
