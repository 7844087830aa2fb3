namespace Throughline.Directory.Reading;

public static class GradeCodes
{
    public static IReadOnlyList<string> All { get; } =
    ["PK", "K", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "SP"];

    /// <summary>Reads "PK", "K", "KG", "9", "09" or "SP"; -1 for anything else.</summary>
    public static int IndexOf(ReadOnlySpan<char> code)
    {
        if (code.Equals("PK", StringComparison.OrdinalIgnoreCase))
        {
            return 0;
        }

        if (
            code.Equals("K", StringComparison.OrdinalIgnoreCase)
            || code.Equals("KG", StringComparison.OrdinalIgnoreCase)
        )
        {
            return 1;
        }

        if (code.Equals("SP", StringComparison.OrdinalIgnoreCase))
        {
            return 14;
        }

        return
            code.Length is 1 or 2
            && code.IndexOfAnyExceptInRange('0', '9') < 0
            && int.Parse(code, System.Globalization.CultureInfo.InvariantCulture)
                is >= 1
                    and <= 12
                    and var grade
            ? grade + 1
            : -1;
    }
}

/// <summary>The grades a school serves, as a set that compares by value.</summary>
public readonly record struct GradeSpan(ushort Bits)
{
    public bool IsEmpty => Bits == 0;

    public IEnumerable<string> Codes
    {
        get
        {
            for (var index = 0; index < GradeCodes.All.Count; index++)
            {
                if ((Bits & (1 << index)) != 0)
                {
                    yield return GradeCodes.All[index];
                }
            }
        }
    }

    public bool Serves(string grade)
    {
        return GradeCodes.IndexOf(grade) is >= 0 and var index && (Bits & (1 << index)) != 0;
    }

    /// <summary>Reads a list such as "PK,K,01,02"; false when one of its codes is not a grade.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out GradeSpan span)
    {
        var bits = 0;
        foreach (var part in text.Split(','))
        {
            var index = GradeCodes.IndexOf(text[part].Trim());
            if (index < 0)
            {
                span = default;
                return false;
            }

            bits |= 1 << index;
        }

        span = new GradeSpan((ushort)bits);
        return true;
    }

    public override string ToString()
    {
        return string.Join(',', Codes);
    }
}
