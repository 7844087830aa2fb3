using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughline.App.Design;

/// <summary>Every refusal of the form at its top, each leading to its field; nothing where there is none.</summary>
[HtmlTargetElement("tl-error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    public required string Head { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var list = Html.Element("ul", "govuk-error-summary__list");
        var order = new PageOrder(ViewContext.ViewData.ModelMetadata);
        foreach (var (name, entry) in ViewContext.ModelState.OrderBy(entry => entry.Key, order))
        {
            foreach (var error in entry?.Errors.Where(error => error.ErrorMessage.Length > 0) ?? [])
            {
                list.Add(Html.Element("li").Add(Line(name, error.ErrorMessage)));
            }
        }

        if (!list.HasInnerHtml)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-error-summary");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        // The page was just answered with errors: reading starts here, with or without script.
        output.Attributes.SetAttribute("autofocus", "");
        output.Content.AppendHtml(Html.Element("h2", "govuk-error-summary__title", Head));
        output.Content.AppendHtml(list);
    }

    static TagBuilder Line(string name, string message) =>
        name.Length == 0
            ? Html.Element("span", text: message)
            : Html.Element("a", text: message).With("href", $"#{FieldId.Of(name)}");
}
