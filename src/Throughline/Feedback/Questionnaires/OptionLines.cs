namespace Throughline.Feedback.Questionnaires;

/// <summary>
/// Options as lines of text. A line that moves takes its code and its translations along; one that was reworded keeps them; one that says
/// something else is a new option, so that no answer is ever counted for words it was not given to.
/// </summary>
public static class OptionLines
{
    /// <summary>From here on two lines are the same option in other words: most of their letters are the same.</summary>
    private const double SameEnough = 0.6;

    public static string Write(IReadOnlyList<Option> options, string language) =>
        string.Join('\n', options.Select(option => option.Text.In(language)));

    public static IReadOnlyList<Option> Read(
        string? lines,
        IReadOnlyList<Option> before,
        string language
    )
    {
        var texts = (lines ?? "")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .ToList();
        var left = before.ToList();
        var options = texts.ConvertAll(text =>
            Take(left, option => option.Text.In(language) == text)
        );
        for (var i = 0; i < texts.Count; i++)
        {
            options[i] ??= Closest(left, texts[i], language);
        }

        var taken = before.Select(option => option.Code).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < texts.Count; i++)
        {
            var option = options[i] ?? new Option(Codes.New(texts[i], "option", taken), Words.None);
            taken.Add(option.Code);
            options[i] = option with { Text = option.Text.With(language, texts[i]) };
        }

        return options.ConvertAll(option => option!);
    }

    private static Option? Take(List<Option> from, Predicate<Option> which)
    {
        var at = from.FindIndex(which);
        if (at < 0)
        {
            return null;
        }

        var found = from[at];
        from.RemoveAt(at);
        return found;
    }

    private static Option? Closest(List<Option> among, string text, string language)
    {
        var best = among
            .Select(option => (Option: option, Likeness: Likeness(option.Text.In(language), text)))
            .OrderByDescending(pair => pair.Likeness)
            .FirstOrDefault();
        return best.Likeness >= SameEnough ? Take(among, option => option == best.Option) : null;
    }

    /// <summary>The share of letters that need not be typed anew (Levenshtein).</summary>
    private static double Likeness(string left, string right)
    {
        var longest = Math.Max(left.Length, right.Length);
        if (longest == 0)
        {
            return 1;
        }

        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var isSame =
                    char.ToUpperInvariant(left[i - 1]) == char.ToUpperInvariant(right[j - 1]);
                var change = diagonal + (isSame ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return 1 - ((double)row[^1] / longest);
    }
}
