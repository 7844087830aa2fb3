using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughline.App.Design;

/// <summary>Nothing here yet: says what will stand here and teaches with one example.</summary>
[HtmlTargetElement("tl-empty")]
public sealed class EmptyTagHelper : TagHelper
{
    public required string Head { get; set; }

    public string? Example { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "tl-empty");
        output.PreContent.AppendHtml(Html.Element("p", "tl-empty__head", Head));
        if (Example is not null)
        {
            output.PreContent.AppendHtml(Html.Element("p", "tl-empty__example", Example));
        }
    }
}
