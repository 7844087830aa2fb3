using Throughline.Kernel;
using Throughline.Kernel.Tables;

namespace Throughline.Plan;

/// <summary>How long the texts of a plan may be.</summary>
public static class PlanText
{
    public const int Line = 500;
    public const int Name = 120;
    public const int Prose = 4000;
    public const int Names = 2000;

    public static string? Clean(string? text) => Cells.Clean(text);

    public static IReadOnlyList<string> NamesIn(string? text) => Cells.NamesIn(text);

    public static IEnumerable<Refusal> TooLong(
        params (string Field, string? Text, int Most)[] fields
    ) =>
        from field in fields
        where field.Text?.Length > field.Most
        select Outcome.Refused(PlanSentences.TooLong(field.Most), field.Field);
}
