using System.Text.RegularExpressions;

namespace Throughline.Process.Content;

/// <summary>Texts in other languages have what the English ones have, and the same placeholders.</summary>
internal static partial class TranslationRule
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
        return set
            .Languages.Where(language =>
                written.Count > 0 && language != TextSource.English && !written.Contains(language)
            )
            .Select(language =>
                ContentCheck.Missing(
                    language,
                    structure.Path,
                    1,
                    $"`{structure.Stem}.{language}.yaml` was expected and is not written yet; English stands in."
                )
            );
    }

    static IEnumerable<ContentProblem> Against(ContentSet set, ContentFile file) =>
        file.Language != TextSource.English
        && set.Find($"{file.Stem}.{TextSource.English}.yaml") is { } english
            ? Compare(english.Root, file.Root, file.Language!, "")
            : [];

    static IEnumerable<ContentProblem> Compare(
        ContentNode english,
        ContentNode other,
        string language,
        string path
    )
    {
        if (!english.IsMap || !other.IsMap)
        {
            return Leaf(english, other, language, path);
        }

        var missing = english
            .Fields.Where(field => other.Find(field.Key) is null)
            .Select(field => Untranslated(other, language, Join(path, field.Key)));
        // A code that English lacks as well is reported where codes are checked.
        var extra = other
            .Fields.Where(field =>
                english.Find(field.Key) is null && path.Contains('.', StringComparison.Ordinal)
            )
            .Select(field =>
                ContentCheck.Problem(
                    other.File,
                    field.Line,
                    $"`{Join(path, field.Key)}` was not expected: English has no such text."
                )
            );
        var shared = english
            .Fields.Where(field => other.Find(field.Key) is not null)
            .SelectMany(field =>
                Compare(field.Value, other.Find(field.Key)!, language, Join(path, field.Key))
            );
        return [.. missing, .. extra, .. shared];
    }

    static IEnumerable<ContentProblem> Leaf(
        ContentNode english,
        ContentNode other,
        string language,
        string path
    )
    {
        var (expected, found) = (english.Items.Count(), other.Items.Count());
        if (expected != found)
        {
            yield return ContentCheck.Missing(
                language,
                other.File,
                other.Line,
                $"`{path}` has {found} entries: expected {expected}, as in English."
            );
        }
        else if (Placeholders(english) is var wanted && !wanted.SetEquals(Placeholders(other)))
        {
            yield return ContentCheck.Problem(
                other,
                $"`{path}` was expected to hold the same placeholders as in English: {Say(wanted)}."
            );
        }
    }

    /// <summary>Names that stand side by side, as in `names: { en: ..., es: ... }`.</summary>
    static IEnumerable<ContentProblem> Inline(ContentSet set, ContentNode names) =>
        names.Find(TextSource.English) is null
            ? []
            : set
                .Languages.Where(language => names.Find(language) is null)
                .Select(language =>
                    Untranslated(names, language, names.Text(TextSource.English) ?? "")
                );

    static ContentProblem Untranslated(ContentNode at, string language, string what) =>
        ContentCheck.Missing(
            language,
            at.File,
            at.Line,
            $"`{what}` was expected in `{language}` and is not written yet; English stands in."
        );

    internal static HashSet<string> Placeholders(ContentNode text) =>
        text.Everything()
            .SelectMany(node => Placeholder().Matches(node.Value ?? ""))
            .Select(match => match.Value)
            .ToHashSet(StringComparer.Ordinal);

    internal static string Say(HashSet<string> placeholders) =>
        placeholders.Count == 0
            ? "none"
            : string.Join(", ", placeholders.Order(StringComparer.Ordinal));

    static string Join(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";

    [GeneratedRegex(@"\{[A-Za-z0-9_]+\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
