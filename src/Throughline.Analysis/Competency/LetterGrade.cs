using System.Diagnostics.CodeAnalysis;

namespace Throughline.Analysis.Competency;

/// <summary>
/// A letter grade as US transcripts write it, in order: F, D-, D, D+, … A, A+. C- counts below C. Pass, credit or a number is not a
/// letter and needs a stated rule of its own: <see cref="TryParse"/> answers false for it. The default value is F.
/// </summary>
public readonly record struct LetterGrade : IComparable<LetterGrade>
{
    private const string Letters = "FDCBA";

    private LetterGrade(int rank) => Rank = rank;

    /// <summary>0 for F, 2 for D, 5 for C, 8 for B, 11 for A; one less with a minus, one more with a plus.</summary>
    public int Rank { get; }

    public static bool TryParse([NotNullWhen(true)] string? text, out LetterGrade grade)
    {
        grade = default;
        var trimmed = text?.Trim().ToUpperInvariant().Replace('\u2212', '-');
        if (trimmed is not { Length: 1 or 2 })
        {
            return false;
        }

        var letter = Letters.IndexOf(trimmed[0], StringComparison.Ordinal);
        var shift =
            trimmed.Length == 1 ? 0
            : trimmed[1] == '-' ? -1
            : trimmed[1] == '+' ? 1
            : 9;
        if (letter < 0 || shift == 9 || (letter == 0 && shift != 0))
        {
            return false;
        }

        grade = new LetterGrade(letter == 0 ? 0 : (letter * 3) - 1 + shift);
        return true;
    }

    public int CompareTo(LetterGrade other) => Rank.CompareTo(other.Rank);

    public static bool operator <(LetterGrade left, LetterGrade right) => left.Rank < right.Rank;

    public static bool operator >(LetterGrade left, LetterGrade right) => left.Rank > right.Rank;

    public static bool operator <=(LetterGrade left, LetterGrade right) => left.Rank <= right.Rank;

    public static bool operator >=(LetterGrade left, LetterGrade right) => left.Rank >= right.Rank;
}
