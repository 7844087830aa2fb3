namespace Throughline.Process.Content;

/// <summary>
/// The words of the interface: nested keys that end in a text or in a plural map such as `one` and `other`. Languages differ in their plural
/// forms, so a plural map counts as one text.
/// </summary>
internal static class InterfaceWordsRule
{
    static readonly HashSet<string> PluralForms = new(StringComparer.Ordinal)
    {
        "zero",
        "one",
        "two",
        "few",
        "many",
        "other",
    };

    public static IEnumerable<ContentProblem> In(ContentSet set)
    {
        var byLanguage = set.InterfaceFiles;
        foreach (var english in byLanguage[TextSource.English])
        {
            foreach (var found in english.Root.Everything().SelectMany(PluralWithoutOther))
            {
                yield return found;
            }
        }

        foreach (var language in byLanguage.Where(group => group.Key != TextSource.English))
        {
            foreach (var found in Language(set, language.Key, byLanguage))
            {
                yield return found;
            }
        }
    }

    static IEnumerable<ContentProblem> Language(
        ContentSet set,
        string tag,
        ILookup<string, ContentFile> byLanguage
    )
    {
        var unwritten = byLanguage[TextSource.English]
            .Where(english => set.Find(In(tag, english)) is null)
            .Select(english =>
                ContentCheck.Missing(
                    tag,
                    english.Path,
                    1,
                    $"`{In(tag, english)}` was expected and is not written yet."
                )
            );
        var compared = byLanguage[tag].SelectMany(file => Against(set, file));
        var plurals = byLanguage[tag]
            .SelectMany(file => file.Root.Everything())
            .SelectMany(PluralWithoutOther);
        return [.. unwritten, .. compared, .. plurals];
    }

    static IEnumerable<ContentProblem> Against(ContentSet set, ContentFile file) =>
        set.Find(In(TextSource.English, file)) is { } english
            ? Compare(english.Root, file.Root, file.Path.Split('/')[1], "")
            :
            [
                ContentCheck.Problem(
                    file.Path,
                    1,
                    $"`{In(TextSource.English, file)}` was expected beside this file."
                ),
            ];

    static IEnumerable<ContentProblem> Compare(
        ContentNode english,
        ContentNode other,
        string language,
        string path
    )
    {
        if (!IsGroup(english) || !IsGroup(other))
        {
            var wanted = TranslationRule.Placeholders(english);
            return
                IsGroup(english) == IsGroup(other)
                && wanted.SetEquals(TranslationRule.Placeholders(other))
                ? []
                :
                [
                    ContentCheck.Problem(
                        other,
                        $"`{path}` was expected to hold the same placeholders as in English: {TranslationRule.Say(wanted)}."
                    ),
                ];
        }

        var missing = english
            .Fields.Where(field => other.Find(field.Key) is null)
            .Select(field =>
                ContentCheck.Missing(
                    language,
                    other.File,
                    other.Line,
                    $"`{path}{field.Key}` was expected in `{language}` and is not written yet."
                )
            );
        var extra = other
            .Fields.Where(field => english.Find(field.Key) is null)
            .Select(field =>
                ContentCheck.Problem(
                    other.File,
                    field.Line,
                    $"`{path}{field.Key}` was not expected: English has no such key."
                )
            );
        var shared = english
            .Fields.Where(field => other.Find(field.Key) is not null)
            .SelectMany(field =>
                Compare(field.Value, other.Find(field.Key)!, language, $"{path}{field.Key}.")
            );
        return [.. missing, .. extra, .. shared];
    }

    static IEnumerable<ContentProblem> PluralWithoutOther(ContentNode node) =>
        IsPlural(node) && node.Find("other") is null
            ?
            [
                ContentCheck.Problem(
                    node,
                    "A text with plural forms was expected to have the form `other`."
                ),
            ]
            : [];

    static bool IsGroup(ContentNode node) => node.IsMap && !IsPlural(node);

    static bool IsPlural(ContentNode node) =>
        node.Fields.Any() && node.Fields.All(field => PluralForms.Contains(field.Key));

    /// <summary>The same file in another language.</summary>
    static string In(string language, ContentFile file)
    {
        var parts = file.Path.Split('/');
        return string.Join('/', parts[0], language, string.Join('/', parts[2..]));
    }
}
