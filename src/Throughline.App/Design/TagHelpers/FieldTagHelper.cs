using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughline.App.Design;

/// <summary>What every field has: a label, a hint, its errors, and the links between them that assistive technology reads.</summary>
public abstract class FieldTagHelper : TagHelper
{
    public required ModelExpression For { get; set; }

    public required string Label { get; set; }

    public string? Hint { get; set; }

    /// <summary>Keeps the label for screen readers only, where a heading or a column already says it.</summary>
    public bool HideLabel { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    protected string Name => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    protected string Id { get; private set; } = "";

    protected ModelStateEntry? State => ViewContext.ModelState.GetValueOrDefault(Name);

    protected IReadOnlyList<string> Errors =>
        State is null
            ? []
            :
            [
                .. State
                    .Errors.Select(error => error.ErrorMessage)
                    .Where(message => message.Length > 0),
            ];

    protected string? DescribedBy { get; private set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Id = output.Attributes["id"]?.Value?.ToString() ?? FieldId.Of(Name);
        output.Attributes.RemoveAll("id");
        DescribedBy = string.Join(' ', DescriptionIds());

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        var extra = output.Attributes["class"]?.Value?.ToString();
        var passedOn = output.Attributes.Where(attribute => attribute.Name != "class").ToList();
        output.Attributes.Clear();
        output.Attributes.SetAttribute(
            "class",
            string.Join(
                ' ',
                new[]
                {
                    "govuk-form-group",
                    Errors.Count > 0 ? "govuk-form-group--error" : null,
                    extra,
                }.OfType<string>()
            )
        );

        foreach (var part in Parts(passedOn))
        {
            output.Content.AppendHtml(part);
        }
    }

    protected abstract IEnumerable<TagBuilder> Parts(IReadOnlyList<TagHelperAttribute> attributes);

    protected IEnumerable<TagBuilder> HintAndErrors()
    {
        if (Hint is not null)
        {
            yield return Html.Element("div", "govuk-hint", Hint).With("id", $"{Id}-hint");
        }

        if (Errors.Count > 0)
        {
            yield return Html.Element("p", "govuk-error-message", string.Join(' ', Errors))
                .With("id", $"{Id}-error");
        }
    }

    protected TagBuilder LabelElement() =>
        Html.Element("label", HideLabel ? "govuk-label tl-hide" : "govuk-label", Label)
            .With("for", Id);

    protected TagBuilder Described(TagBuilder control, IReadOnlyList<TagHelperAttribute> attributes)
    {
        foreach (var attribute in attributes)
        {
            control.With(
                attribute.Name,
                attribute.Value is bool ? "" : attribute.Value?.ToString() ?? ""
            );
        }

        return control
            .With("id", Id)
            .With("name", Name)
            .With("aria-describedby", DescribedBy is { Length: > 0 } ids ? ids : null)
            .With("aria-invalid", Errors.Count > 0 ? "true" : null);
    }

    protected string Value() =>
        State?.AttemptedValue ?? Convert.ToString(For.Model, CultureInfo.CurrentCulture) ?? "";

    IEnumerable<string> DescriptionIds()
    {
        if (Hint is not null)
        {
            yield return $"{Id}-hint";
        }

        if (Errors.Count > 0)
        {
            yield return $"{Id}-error";
        }
    }
}
