using Throughline.Kernel;

namespace Throughline.Plan;

/// <summary>What people type, made regular: no spaces around it, nothing is null, one form of each letter.</summary>
public static class PlanText
{
    public const int Line = 500;
    public const int Name = 120;
    public const int Prose = 4000;
    public const int Names = 2000;

    public static string? Clean(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : text.Trim().ReplaceLineEndings("\n").Normalize();

    /// <summary>Names stand one to a line; from a cell of a sheet, also with semicolons between.</summary>
    public static IReadOnlyList<string> NamesIn(string? text) =>
        [
            .. (text ?? "")
                .Split(['\n', '\r', ';'], StringSplitOptions.RemoveEmptyEntries)
                .Select(Clean)
                .OfType<string>()
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];

    public static IEnumerable<Refusal> TooLong(
        params (string Field, string? Text, int Most)[] fields
    ) =>
        from field in fields
        where field.Text?.Length > field.Most
        select Outcome.Refused(PlanSentences.TooLong(field.Most), field.Field);
}
