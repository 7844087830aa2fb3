using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughline.App.Design;

[HtmlTargetElement("tl-textarea", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TextareaTagHelper : FieldTagHelper
{
    /// <summary>Sets what is written in the face of sentences that matter: a vision, a goal, a decision.</summary>
    public bool Sentence { get; set; }

    protected override IEnumerable<TagBuilder> Parts(IReadOnlyList<TagHelperAttribute> attributes)
    {
        var area = Html.Element("textarea", "govuk-textarea").With("rows", "4");
        if (Sentence)
        {
            area.AddCssClass("govuk-textarea--sentence");
        }

        if (Errors.Count > 0)
        {
            area.AddCssClass("govuk-textarea--error");
        }

        Described(area, attributes);
        // A browser drops one line break after the tag: give it one of ours to drop.
        area.InnerHtml.AppendHtml("\n").Append(Value());
        return [LabelElement(), .. HintAndErrors(), area];
    }
}
