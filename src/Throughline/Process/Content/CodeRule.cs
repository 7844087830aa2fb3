namespace Throughline.Process.Content;

/// <summary>
/// Whatever has a `code` in a list named `steps` has its texts under `steps` in the files of texts. Each code stands once, has English
/// texts, and no text belongs to a code that is not there.
/// </summary>
internal static class CodeRule
{
    public static IEnumerable<ContentProblem> In(ContentSet set) =>
        set.Structures.SelectMany(structure => Duplicates(structure).Concat(Texts(set, structure)));

    static IEnumerable<ContentProblem> Duplicates(ContentFile structure) =>
        from collection in Codes(structure)
        from same in collection.GroupBy(code => code.Value, StringComparer.Ordinal)
        from again in same.Skip(1)
        select ContentCheck.Problem(
            again,
            $"The code `{same.Key}` stands in `{collection.Key}` already, on line {same.First().Line}: expected it once."
        );

    static IEnumerable<ContentProblem> Texts(ContentSet set, ContentFile structure)
    {
        var texts = set.TextsOf(structure).ToList();
        if (texts.Count == 0 && !SchemaRule.ExpectsTexts(set.Folder, structure))
        {
            yield break;
        }

        if (!texts.Exists(file => file.Language == TextSource.English))
        {
            yield return ContentCheck.Problem(
                structure.Path,
                1,
                $"The English texts were expected in `{structure.Stem}.{TextSource.English}.yaml`."
            );
        }

        var codes = Codes(structure);
        foreach (
            var found in texts.SelectMany(file =>
                Unknown(file, codes, structure).Concat(Missing(file, codes))
            )
        )
        {
            yield return found;
        }
    }

    static IEnumerable<ContentProblem> Unknown(
        ContentFile file,
        ILookup<string, ContentNode> codes,
        ContentFile structure
    ) =>
        from collection in codes
        let known = collection.Select(code => code.Value).ToHashSet(StringComparer.Ordinal)
        from field in file.Root.Find(collection.Key)?.Fields ?? []
        where !known.Contains(field.Key)
        select ContentCheck.Problem(
            file.Path,
            field.Line,
            $"`{field.Key}` is no code of `{collection.Key}`: expected one that stands in `{structure.Path}`."
        );

    /// <summary>Other languages are compared with English elsewhere.</summary>
    static IEnumerable<ContentProblem> Missing(
        ContentFile file,
        ILookup<string, ContentNode> codes
    ) =>
        from collection in codes
        where file.Language == TextSource.English
        let texts = file.Root.Find(collection.Key)
        from code in collection.DistinctBy(code => code.Value)
        where texts?.Find(code.Value ?? "") is null
        select ContentCheck.Problem(
            file.Path,
            texts?.Line ?? 1,
            $"`{collection.Key}` has no English text for `{code.Value}`, which stands on line {code.Line} of `{code.File}`: expected one."
        );

    static ILookup<string, ContentNode> Codes(ContentFile structure) =>
        (
            from node in structure.Root.Everything()
            from field in node.Fields
            from item in field.Value.Items
            let code = item.Find("code")
            where code is not null
            select (Collection: field.Key, Code: code)
        ).ToLookup(pair => pair.Collection, pair => pair.Code, StringComparer.Ordinal);
}
