using Throughline.Kernel;

namespace Throughline.Direction;

/// <summary>How long texts may be, and how they are tidied before they are stored.</summary>
public static class Limits
{
    public const int Vision = 4000;
    public const int Statement = 1000;
    public const int Line = 500;

    /// <summary>
    /// Trimmed, composed (NFC), one kind of line break, no control characters (PostgreSQL stores no zero); null where nothing is left.
    /// </summary>
    internal static string? Tidy(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var lines = text.Normalize().ReplaceLineEndings("\n");
        var kept = string.Concat(
            lines.Where(letter => letter is '\n' or '\t' || !char.IsControl(letter))
        );
        return kept.Trim() is { Length: > 0 } tidy ? tidy : null;
    }

    internal static void Check(this List<Refusal> refusals, string? tidy, int most, string field)
    {
        if (tidy?.Length > most)
        {
            refusals.Add(Outcome.Refused(DirectionSentences.TooLong(most, tidy.Length), field));
        }
    }

    internal static void Need(
        this List<Refusal> refusals,
        string? tidy,
        int most,
        string field,
        Sentence missing
    )
    {
        if (tidy is null)
        {
            refusals.Add(Outcome.Refused(missing, field));
        }

        refusals.Check(tidy, most, field);
    }
}
