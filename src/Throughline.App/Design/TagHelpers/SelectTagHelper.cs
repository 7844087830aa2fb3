using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughline.App.Design;

[HtmlTargetElement("tl-select", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SelectTagHelper : FieldTagHelper
{
    public IEnumerable<Choice> Choices { get; set; } = [];

    /// <summary>The words of the empty first choice ("Everyone"), or none.</summary>
    public string? Empty { get; set; }

    protected override IEnumerable<TagBuilder> Parts(IReadOnlyList<TagHelperAttribute> attributes)
    {
        var select = Html.Element(
            "select",
            Errors.Count > 0 ? "govuk-select govuk-select--error" : "govuk-select"
        );
        Described(select, attributes);
        if (Empty is not null)
        {
            select.Add(Html.Element("option", text: Empty).With("value", ""));
        }

        var chosen = Value();
        foreach (var group in Choices.GroupBy(choice => choice.Group))
        {
            var options = group.Select(choice => Option(choice, chosen)).ToArray();
            select.Add(
                group.Key is null
                    ? options
                    : [Html.Element("optgroup").With("label", group.Key).Add(options)]
            );
        }

        return [LabelElement(), .. HintAndErrors(), select];
    }

    static TagBuilder Option(Choice choice, string chosen) =>
        Html.Element("option", text: choice.Text)
            .With("value", choice.Value)
            .With("selected", choice.Value == chosen ? "selected" : null);
}
