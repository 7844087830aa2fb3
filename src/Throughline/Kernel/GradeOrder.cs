namespace Throughline.Kernel;

/// <summary>Kindergarten to grade 12 in order; what is not a grade has no place.</summary>
public static class GradeOrder
{
    public static IReadOnlyList<string> All { get; } =
    ["K", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"];

    public static int? Of(string? grade) =>
        All.ToList().IndexOf(grade ?? "") is >= 0 and var place ? place : null;

    /// <summary>Whether a grade lies in the band; a band with an open end holds nothing.</summary>
    public static bool InBand(string grade, string? from, string? to) =>
        Of(grade) >= Of(from) && Of(grade) <= Of(to);
}
