namespace Throughline.Process.Content;

/// <summary>All readable files of a content folder, and the languages that occur in them.</summary>
internal sealed record ContentSet(string Folder, IReadOnlyList<ContentFile> Files)
{
    /// <summary>The words of the team's pages, and of those for the public.</summary>
    const string Team = "languages/";

    const string Public = "respondents/";

    /// <summary>Files of structure, without texts by code and without the words of the interface.</summary>
    public IEnumerable<ContentFile> Structures =>
        Files.Where(file => file.Language is null && !IsInterface(file));

    public IEnumerable<ContentFile> Texts =>
        Files.Where(file => file.Language is not null && !IsInterface(file));

    public IReadOnlyList<string> Languages =>
        [
            .. Texts
                .Select(file => file.Language!)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];

    public IEnumerable<ContentFile> TextsOf(ContentFile structure) =>
        Texts.Where(file => file.Stem == structure.Stem);

    public ContentFile? Find(string path) => Files.FirstOrDefault(file => file.Path == path);

    /// <summary>A file beside another one, such as `decisions.yaml` beside `responsibilities.yaml`.</summary>
    public ContentFile? Beside(ContentFile file, string name) =>
        Find($"{file.Path[..(file.Path.LastIndexOf('/') + 1)]}{name}");

    /// <summary>The words of the interface by language tag, from `languages/es/common.yaml`.</summary>
    public ILookup<string, ContentFile> TeamWords => WordsIn(Team);

    public ILookup<string, ContentFile> PublicWords => WordsIn(Public);

    ILookup<string, ContentFile> WordsIn(string folder) =>
        Files
            .Where(file => IsIn(folder, file))
            .ToLookup(file => file.Path.Split('/')[1], StringComparer.Ordinal);

    static bool IsInterface(ContentFile file) => IsIn(Team, file) || IsIn(Public, file);

    static bool IsIn(string folder, ContentFile file) =>
        file.Path.StartsWith(folder, StringComparison.Ordinal)
        && file.Path.Count(sign => sign == '/') >= 2;
}
