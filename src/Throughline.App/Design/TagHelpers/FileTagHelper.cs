using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughline.App.Design;

/// <summary>A file of the visitor's. A browser shows no earlier choice again, so that there is no value.</summary>
[HtmlTargetElement("tl-file", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FileTagHelper : FieldTagHelper
{
    protected override IEnumerable<TagBuilder> Parts(IReadOnlyList<TagHelperAttribute> attributes)
    {
        var input = Html.Void("input", "tl-file").With("type", "file");
        return [LabelElement(), .. HintAndErrors(), Described(input, attributes)];
    }
}
