using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughline.App.Design;

/// <summary><c>tl-button</c> submits its form; <c>tl-link-button</c> is a link that looks so; the attribute <c>tl-button</c> does it to any link or button.</summary>
[HtmlTargetElement("tl-button")]
[HtmlTargetElement("tl-link-button")]
[HtmlTargetElement("a", Attributes = "tl-button")]
[HtmlTargetElement("button", Attributes = "tl-button")]
public sealed class ButtonTagHelper : TagHelper
{
    /// <summary>Anything but the one main thing to do.</summary>
    public bool Secondary { get; set; }

    public bool Small { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (output.TagName is "tl-button" && !output.Attributes.ContainsName("type"))
        {
            output.Attributes.SetAttribute("type", "submit");
        }

        output.TagName = output.TagName is "tl-link-button" or "a" ? "a" : "button";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.RemoveAll("tl-button");
        var existing = output.Attributes["class"]?.Value?.ToString();
        string?[] classes =
        [
            "govuk-button",
            Secondary ? "govuk-button--secondary" : null,
            Small ? "govuk-button--small" : null,
            existing,
        ];
        output.Attributes.SetAttribute("class", string.Join(' ', classes.OfType<string>()));
    }
}
