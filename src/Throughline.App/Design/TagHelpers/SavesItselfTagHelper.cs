using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughline.App.Design;

/// <summary><c>form tl-saves-itself="…"</c>: saves as one types, or otherwise warns before unsaved words are left behind.</summary>
[HtmlTargetElement("form", Attributes = "tl-saves-itself")]
public sealed class SavesItselfTagHelper : TagHelper
{
    [HtmlAttributeName("tl-saves-itself")]
    public bool SavesItself { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        output.Attributes.SetAttribute(SavesItself ? "data-autosave" : "data-guard", "");
}
