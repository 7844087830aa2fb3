using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughline.App.Design;

/// <summary>A day, chosen in the browser's own way; bind it to <see cref="DateOnly"/>.</summary>
[HtmlTargetElement("tl-date", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DateTagHelper : FieldTagHelper
{
    protected override IEnumerable<TagBuilder> Parts(IReadOnlyList<TagHelperAttribute> attributes)
    {
        var input = Html.Void(
            "input",
            Errors.Count > 0 ? "govuk-input govuk-input--error" : "govuk-input"
        );
        input.AddCssClass("govuk-input--width-10");
        Described(input, attributes).With("type", "date").With("value", Day());

        // The browser sends 2027-01-12 whatever the language of the page: have it read so.
        var invariant = Html.Void("input")
            .With("type", "hidden")
            .With("name", "__Invariant")
            .With("value", Name);
        return [LabelElement(), .. HintAndErrors(), input, invariant];
    }

    string Day() =>
        State?.AttemptedValue is { } typed ? typed
        : For.Model is IFormattable day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : "";
}
