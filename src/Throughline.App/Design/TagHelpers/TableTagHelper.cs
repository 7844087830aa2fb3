using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughline.App.Design;

/// <summary>A table that never makes the page scroll sideways: on a phone it folds into rows, or scrolls in a region of its own.</summary>
[HtmlTargetElement("tl-table")]
public sealed class TableTagHelper : TagHelper
{
    /// <summary>What the table shows: the name of the region.</summary>
    public required string Label { get; set; }

    /// <summary>Folds on a phone; each cell then needs <c>data-label</c>.</summary>
    public bool Stack { get; set; }

    /// <summary>The head stays in sight while one scrolls down.</summary>
    public bool Sticky { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "table";
        output.TagMode = TagMode.StartTagAndEndTag;
        string?[] classes =
        [
            "tl-table",
            Stack ? "tl-table--stack" : null,
            Sticky ? "tl-table--sticky" : null,
            output.Attributes["class"]?.Value?.ToString(),
        ];
        output.Attributes.SetAttribute("class", string.Join(' ', classes.OfType<string>()));
        output.Attributes.SetAttribute("aria-label", Label);

        var region = Html.Element("div", "tl-scroll");
        if (!Stack)
        {
            region.With("role", "region").With("aria-label", Label).With("tabindex", "0");
        }

        output.PreElement.AppendHtml(region.RenderStartTag());
        output.PostElement.AppendHtml(region.RenderEndTag());
    }
}
