using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughline.App.Design;

/// <summary>A question with its answers as radios or checkboxes.</summary>
public abstract class ChoicesTagHelper : FieldTagHelper
{
    public IEnumerable<Choice> Choices { get; set; } = [];

    /// <summary>Each answer in a frame of its own: for the public, on a phone.</summary>
    public bool Cards { get; set; }

    /// <summary>The question is set as a head.</summary>
    public bool Large { get; set; }

    protected abstract string Type { get; }

    protected override IEnumerable<TagBuilder> Parts(IReadOnlyList<TagHelperAttribute> attributes)
    {
        var legend = Html.Element("legend", "govuk-fieldset__legend", Label);
        if (Large || HideLabel)
        {
            legend.AddCssClass(HideLabel ? "tl-hide" : "govuk-fieldset__legend--l");
        }

        var chosen = Chosen();
        var list = Html.Element("div", $"govuk-{Plural}");
        if (Cards)
        {
            list.AddCssClass("tl-cards");
        }

        var number = 0;
        foreach (var choice in Choices)
        {
            number++;
            // The error summary links to the first answer, so that one bears the id of the field.
            var id =
                number == 1 ? Id : string.Create(CultureInfo.InvariantCulture, $"{Id}-{number}");
            list.Add(Item(choice, id, chosen.Contains(choice.Value), attributes));
        }

        var fieldset = Html.Element("fieldset", "govuk-fieldset")
            .With("aria-describedby", DescribedBy is { Length: > 0 } ids ? ids : null);
        return [fieldset.Add(legend).Add([.. HintAndErrors()]).Add(list)];
    }

    string Plural => Type == "radio" ? "radios" : "checkboxes";

    TagBuilder Item(
        Choice choice,
        string id,
        bool isChosen,
        IReadOnlyList<TagHelperAttribute> attributes
    )
    {
        var input = Html.Void("input", $"govuk-{Plural}__input");
        foreach (var attribute in attributes)
        {
            input.With(attribute.Name, attribute.Value?.ToString() ?? "");
        }

        input.With("type", Type).With("id", id).With("name", Name).With("value", choice.Value);
        input
            .With("checked", isChosen ? "checked" : null)
            .With("aria-describedby", choice.Hint is null ? null : $"{id}-item-hint");
        var label = Html.Element("label", $"govuk-label govuk-{Plural}__label", choice.Text)
            .With("for", id);
        var hint = choice.Hint is null
            ? null
            : Html.Element("div", $"govuk-hint govuk-{Plural}__hint", choice.Hint)
                .With("id", $"{id}-item-hint");
        return Html.Element("div", $"govuk-{Plural}__item").Add(input, label, hint);
    }

    HashSet<string> Chosen()
    {
        IEnumerable<string?> values = State?.RawValue switch
        {
            string one => [one],
            string[] several => several,
            _ => For.Model switch
            {
                null => [],
                string one => [one],
                IEnumerable many => many.Cast<object?>().Select(Text),
                var one => [Text(one)],
            },
        };
        return [.. values.OfType<string>()];
    }

    static string? Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture);
}

[HtmlTargetElement("tl-radios", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class RadiosTagHelper : ChoicesTagHelper
{
    protected override string Type => "radio";
}

[HtmlTargetElement("tl-checkboxes", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CheckboxesTagHelper : ChoicesTagHelper
{
    protected override string Type => "checkbox";
}
