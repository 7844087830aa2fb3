using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughline.App.Design;

/// <summary>One thing to tick; bind it to a <see langword="bool"/>.</summary>
[HtmlTargetElement("tl-checkbox", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CheckboxTagHelper : FieldTagHelper
{
    protected override IEnumerable<TagBuilder> Parts(IReadOnlyList<TagHelperAttribute> attributes)
    {
        var input = Html.Void("input", "govuk-checkboxes__input");
        Described(input, attributes)
            .With("type", "checkbox")
            .With("value", "true")
            .With("checked", IsTicked ? "checked" : null);
        var label = Html.Element("label", "govuk-label govuk-checkboxes__label", Label)
            .With("for", Id);
        var hint = Hint is null
            ? null
            : Html.Element("div", "govuk-hint govuk-checkboxes__hint", Hint)
                .With("id", $"{Id}-hint");
        var error = HintAndErrors().LastOrDefault(part => part.TagName == "p");
        var item = Html.Element("div", "govuk-checkboxes__item").Add(input, label, hint);
        // An unticked box sends nothing; this says "false" for it, whatever the property's default is.
        var otherwise = Html.Void("input")
            .With("type", "hidden")
            .With("name", Name)
            .With("value", "false");
        var list = Html.Element("div", "govuk-checkboxes").Add(item);
        return error is null ? [list, otherwise] : [error, list, otherwise];
    }

    bool IsTicked =>
        State?.RawValue switch
        {
            string one => one == "true",
            string[] several => several is ["true", ..],
            _ => For.Model is true,
        };
}
