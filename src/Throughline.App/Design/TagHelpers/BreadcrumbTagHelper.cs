using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughline.App.Design;

/// <summary>The way up; the page itself is not part of it.</summary>
[HtmlTargetElement("tl-breadcrumb", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class BreadcrumbTagHelper : TagHelper
{
    public required string Label { get; set; }

    public IReadOnlyList<Crumb> Crumbs { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "tl-crumbs");
        output.Attributes.SetAttribute("aria-label", Label);
        var list = Html.Element("ol");
        foreach (var crumb in Crumbs)
        {
            list.Add(
                Html.Element("li").Add(Html.Element("a", text: crumb.Text).With("href", crumb.Href))
            );
        }

        output.Content.AppendHtml(list);
    }
}
