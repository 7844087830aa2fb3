namespace Throughline.Process.Content;

/// <summary>Texts in other languages have what the English ones have, and the same placeholders.</summary>
internal static class TranslationRule
{
    public static IEnumerable<ContentProblem> In(ContentSet set) =>
        set
            .Structures.SelectMany(structure => Unwritten(set, structure))
            .Concat(set.Texts.SelectMany(file => Against(set, file)))
            .Concat(
                set.Structures.SelectMany(file => file.Root.Everything())
                    .SelectMany(node => Inline(set, node))
            );

    static IEnumerable<ContentProblem> Unwritten(ContentSet set, ContentFile structure)
    {
        var written = set.TextsOf(structure).Select(file => file.Language!).ToList();
        return Others(set)
            .Where(language => written.Count > 0 && !written.Contains(language))
            .Select(language =>
                Comparison(language).Unwritten(structure.Root, $"{structure.Stem}.{language}.yaml")
            );
    }

    static IEnumerable<ContentProblem> Against(ContentSet set, ContentFile file) =>
        file.Language != TextSource.English
        && set.Find($"{file.Stem}.{TextSource.English}.yaml") is { } english
            ? Comparison(file.Language!).Of(english.Root, file.Root)
            : [];

    /// <summary>Names that stand side by side, as in `names: { en: ..., es: ... }`.</summary>
    static IEnumerable<ContentProblem> Inline(ContentSet set, ContentNode names) =>
        names.Text(TextSource.English) is { } english
            ? Others(set)
                .Where(language => names.Find(language) is null)
                .Select(language => Comparison(language).Unwritten(names, english))
            : [];

    static IEnumerable<string> Others(ContentSet set) =>
        set.Languages.Where(language => language != TextSource.English);

    /// <summary>A code that English lacks is reported where codes are checked, so only what stands under a code counts here.</summary>
    static TextComparison Comparison(string language) =>
        new(language, node => node.IsMap, path => path.Contains('.', StringComparison.Ordinal));
}
