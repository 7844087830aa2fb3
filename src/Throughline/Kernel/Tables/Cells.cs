namespace Throughline.Kernel.Tables;

/// <summary>What people type or paste, made regular: no spaces around it, nothing is null, one form of each letter.</summary>
public static class Cells
{
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
}
