using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughline.App.Design;

/// <summary>One line of text. Attributes such as <c>autocomplete</c>, <c>inputmode</c>, <c>spellcheck</c>, <c>type</c> go to the input.</summary>
[HtmlTargetElement("tl-text", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TextTagHelper : FieldTagHelper
{
    /// <summary>10 or 20 characters wide; otherwise as wide as the column.</summary>
    public int? Width { get; set; }

    protected override IEnumerable<TagBuilder> Parts(IReadOnlyList<TagHelperAttribute> attributes)
    {
        var input = Html.Void("input", "govuk-input").With("type", "text");
        if (Width is { } width)
        {
            input.AddCssClass($"govuk-input--width-{width}");
        }

        if (Errors.Count > 0)
        {
            input.AddCssClass("govuk-input--error");
        }

        return
        [
            LabelElement(),
            .. HintAndErrors(),
            Described(input, attributes).With("value", Value()),
        ];
    }
}
