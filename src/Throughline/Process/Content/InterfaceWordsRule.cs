namespace Throughline.Process.Content;

/// <summary>
/// The words of the interface: nested keys that end in a text or in a plural map such as `one` and `other`. Languages differ in their
/// plural forms, so a plural map counts as one text.
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

    /// <summary>On a page of the team English may stand in for what waits for its translation; no respondent meets that.</summary>
    public static IEnumerable<ContentProblem> In(ContentSet set) =>
        Words(set, set.TeamWords)
            .Concat(
                Words(set, set.PublicWords)
                    .Select(found => found with { Severity = ContentSeverity.Problem })
            );

    static IEnumerable<ContentProblem> Words(
        ContentSet set,
        ILookup<string, ContentFile> byLanguage
    )
    {
        var plurals = byLanguage
            .SelectMany(files => files)
            .SelectMany(file => file.Root.Everything())
            .Where(node => IsPlural(node) && node.Find("other") is null)
            .Select(node =>
                ContentCheck.Problem(
                    node,
                    "A text with plural forms was expected to have the form `other`."
                )
            );
        var translations = byLanguage
            .Where(files => files.Key != TextSource.English)
            .SelectMany(files => Language(set, files.Key, byLanguage));
        return [.. plurals, .. translations];
    }

    static IEnumerable<ContentProblem> Language(
        ContentSet set,
        string tag,
        ILookup<string, ContentFile> byLanguage
    )
    {
        var comparison = new TextComparison(tag, node => node.IsMap && !IsPlural(node), _ => true);
        var unwritten = byLanguage[TextSource.English]
            .Where(english => set.Find(In(tag, english)) is null)
            .Select(english => comparison.Unwritten(english.Root, In(tag, english)));
        var compared = byLanguage[tag]
            .SelectMany(file =>
                set.Find(In(TextSource.English, file)) is { } english
                    ? comparison.Of(english.Root, file.Root)
                    :
                    [
                        ContentCheck.Problem(
                            file.Path,
                            1,
                            $"`{In(TextSource.English, file)}` was expected beside this file."
                        ),
                    ]
            );
        return [.. unwritten, .. compared];
    }

    static bool IsPlural(ContentNode node) =>
        node.Fields.Any() && node.Fields.All(field => PluralForms.Contains(field.Key));

    /// <summary>The path of the same file in another language.</summary>
    static string In(string language, ContentFile file)
    {
        var parts = file.Path.Split('/');
        return string.Join('/', [parts[0], language, .. parts[2..]]);
    }
}
