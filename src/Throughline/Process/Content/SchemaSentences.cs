using NJsonSchema;
using NJsonSchema.Validation;

namespace Throughline.Process.Content;

/// <summary>Says what a schema expected, for a person who edits the file.</summary>
internal static class SchemaSentences
{
    public static ContentProblem Say(ContentFile file, ValidationError fault)
    {
        var at = JsonOf.Origin(fault.Token) ?? file.Root;
        var line = at.Fields.FirstOrDefault(field => field.Key == fault.Property)?.Line ?? at.Line;
        return ContentCheck.Problem(file.Path, line, Sentence(fault, at.Value));
    }

    /// <param name="value">What stands there, where it is one text or number.</param>
    public static string Sentence(ValidationError fault, string? value) =>
        fault.Kind switch
        {
            ValidationErrorKind.PropertyRequired =>
                $"`{fault.Property}` was expected here and is missing.",
            ValidationErrorKind.NoAdditionalPropertiesAllowed =>
                $"`{fault.Property}` is not known here: expected {Known(fault.Schema)}.",
            ValidationErrorKind.NotInEnumeration =>
                $"`{value}` is not known here: expected {Choices(fault.Schema)}.",
            ValidationErrorKind.PatternMismatch =>
                $"`{value}` does not fit: expected {fault.Schema.Description ?? fault.Schema.Pattern}.",
            ValidationErrorKind.StringTooLong =>
                $"The text has {value?.Length} characters: expected at most {fault.Schema.MaxLength}.",
            ValidationErrorKind.StringExpected =>
                $"`{Name(fault)}` was expected to be a text; put it in quotes.",
            ValidationErrorKind.IntegerExpected =>
                $"`{Name(fault)}` was expected to be a whole number.",
            ValidationErrorKind.BooleanExpected =>
                $"`{Name(fault)}` was expected to be true or false.",
            ValidationErrorKind.ArrayExpected => $"`{Name(fault)}` was expected to be a list.",
            ValidationErrorKind.ObjectExpected =>
                $"`{Name(fault)}` was expected to hold fields with names.",
            ValidationErrorKind.TooFewItems =>
                $"`{Name(fault)}` was expected to have at least {fault.Schema.MinItems} entries.",
            ValidationErrorKind.NumberTooSmall =>
                $"`{Name(fault)}` was expected to be {fault.Schema.Minimum} or more.",
            ValidationErrorKind.NumberTooBig =>
                $"`{Name(fault)}` was expected to be {fault.Schema.Maximum} or less.",
            _ => $"`{Name(fault)}` does not fit its schema ({fault.Kind}).",
        };

    static string Name(ValidationError fault) =>
        string.IsNullOrEmpty(fault.Property)
            ? fault.Path?.TrimStart('#', '/') ?? ""
            : fault.Property;

    static string Known(JsonSchema schema) =>
        string.Join(", ", schema.ActualSchema.Properties.Keys);

    static string Choices(JsonSchema schema) => string.Join(", ", schema.ActualSchema.Enumeration);
}
