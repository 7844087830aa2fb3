using System.Collections.Concurrent;

namespace Throughline.Process.Content;

/// <summary>
/// The `content` folder: what the product says, apart from how it works. Each file is read once, and a process is put together once in
/// each language: nearly every page asks for it.
/// </summary>
public sealed class ContentFolder(string root)
{
    readonly ConcurrentDictionary<string, ContentFile> _files = new(StringComparer.Ordinal);

    readonly ConcurrentDictionary<(string Code, string Language), ProcessEdition> _processes =
        new();

    public string Root { get; } = root;

    /// <summary>Looks for `content/processes` in a folder and in the folders above it.</summary>
    public static ContentFolder? Find(string startingAt)
    {
        for (var folder = new DirectoryInfo(startingAt); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "content");
            if (System.IO.Directory.Exists(Path.Combine(candidate, "processes")))
            {
                return new ContentFolder(candidate);
            }
        }

        return null;
    }

    /// <summary>The languages that a process has texts in, English first.</summary>
    public IReadOnlyList<string> LanguagesOf(string process) =>
        [
            .. System
                .IO.Directory.EnumerateFiles(
                    Path.Combine(Root, "processes", process),
                    "process.*.yaml"
                )
                .Select(path => Path.GetFileName(path)["process.".Length..^".yaml".Length])
                .OrderBy(tag => tag != TextSource.English)
                .ThenBy(tag => tag, StringComparer.Ordinal),
        ];

    /// <param name="language">One that the interface has, so that there is a bounded number of them.</param>
    public ProcessEdition Process(string code, string language) =>
        _processes.GetOrAdd(
            (code, language),
            wanted =>
                ReadProcess.From(
                    File($"processes/{wanted.Code}/process.yaml").Root,
                    Texts($"processes/{wanted.Code}/process", wanted.Language)
                )
        );

    public StartingPoint StartingPoint(string process, string language) =>
        Content.StartingPoint.From(
            File($"processes/{process}/starting-point.yaml").Root,
            Texts($"processes/{process}/starting-point", language)
        );

    public DecisionStarters Decisions(string process, string language) =>
        DecisionStarters.From(
            File($"processes/{process}/decisions.yaml").Root,
            Texts($"processes/{process}/decisions", language)
        );

    public ResponsibilityStarters Responsibilities(string process, string language) =>
        ResponsibilityStarters.From(
            File($"processes/{process}/responsibilities.yaml").Root,
            Texts($"processes/{process}/responsibilities", language)
        );

    public GoalLibrary Goals(string language) =>
        GoalLibrary.From(File("goals/library.yaml").Root, Texts("goals/library", language));

    public IReadOnlyList<HorizonSet> Horizons(string language) =>
        HorizonSet.From(File("goals/horizons.yaml").Root, language);

    public RationaleValues RationaleValues(string language) =>
        Content.RationaleValues.From(File("goals/rationale-values.yaml").Root, language);

    internal bool Has(string path) =>
        IsInside(path) && System.IO.File.Exists(Path.Combine(Root, path));

    internal ContentFile File(string path) =>
        IsInside(path)
            ? _files.GetOrAdd(path, wanted => ContentFile.Read(Root, wanted))
            : throw new ContentException(path, 1, "This is no place inside the content folder.");

    /// <summary>Codes and languages may come from an address that somebody typed.</summary>
    static bool IsInside(string path) =>
        !path.Split('/', '\\').Contains("..") && !Path.IsPathRooted(path);

    TextSource Texts(string stem, string language) => TextSource.Open(this, stem, language);
}
