namespace Throughline.Feedback.Themes;

/// <summary>
/// Which theme a text is likely to belong to, by the texts that people put there before: the cosine of the counts of their letters in
/// runs of four, which needs no dictionary and no language. A suggestion, and nothing more.
/// </summary>
public static class SimilarTexts
{
    private const int Run = 4;
    private const double Least = 0.12;

    /// <returns>The most similar first; none that is hardly similar.</returns>
    public static IReadOnlyList<T> Suggest<T>(
        string text,
        IEnumerable<(T Theme, string Text)> coded
    )
        where T : notnull
    {
        var wanted = Runs(text);
        return
        [
            .. coded
                .GroupBy(pair => pair.Theme, pair => pair.Text)
                .Select(group =>
                    (group.Key, Closest: group.Max(other => Cosine(wanted, Runs(other))))
                )
                .Where(pair => pair.Closest >= Least)
                .OrderByDescending(pair => pair.Closest)
                .Select(pair => pair.Key),
        ];
    }

    private static Dictionary<string, int> Runs(string text)
    {
        var letters =
            $" {string.Join(' ', text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))} ";
        var runs = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i + Run <= letters.Length; i++)
        {
            var run = letters.Substring(i, Run);
            runs[run] = runs.GetValueOrDefault(run) + 1;
        }

        return runs;
    }

    private static double Cosine(Dictionary<string, int> left, Dictionary<string, int> right)
    {
        var both = left.Sum(run => run.Value * right.GetValueOrDefault(run.Key));
        return both == 0
            ? 0
            : both / Math.Sqrt((double)left.Values.Sum(n => n * n) * right.Values.Sum(n => n * n));
    }
}
