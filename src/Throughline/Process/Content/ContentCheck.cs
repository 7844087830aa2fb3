namespace Throughline.Process.Content;

/// <summary>Reads every YAML file under a content folder and says what is wrong, where, and what was expected.</summary>
public static class ContentCheck
{
    public static ContentReport Run(string folder)
    {
        var problems = new List<ContentProblem>();
        List<string> paths =
        [
            .. System
                .IO.Directory.EnumerateFiles(folder, "*.y*ml", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];
        var set = new ContentSet(
            folder,
            [.. paths.Select(path => Read(folder, path, problems)).OfType<ContentFile>()]
        );

        problems.AddRange(SchemaRule.In(set));
        problems.AddRange(EmptyTextRule.In(set));
        problems.AddRange(CodeRule.In(set));
        problems.AddRange(ReferenceRule.In(set));
        problems.AddRange(TranslationRule.In(set));
        problems.AddRange(InterfaceWordsRule.In(set));
        return new ContentReport(
            paths.Count,
            [
                .. problems
                    .OrderBy(found => found.File, StringComparer.Ordinal)
                    .ThenBy(found => found.Line),
            ]
        );
    }

    static ContentFile? Read(string folder, string path, List<ContentProblem> problems)
    {
        if (!path.EndsWith(".yaml", StringComparison.Ordinal))
        {
            problems.Add(
                Problem(
                    path,
                    1,
                    "The file is not read, because its name was expected to end in `.yaml`."
                )
            );
            return null;
        }

        try
        {
            return ContentFile.Read(folder, path);
        }
        catch (ContentException fault)
        {
            problems.Add(Problem(path, fault.Line, fault.Sentence));
            return null;
        }
    }

    internal static ContentProblem Problem(string file, int line, string message) =>
        new(file, line, message, ContentSeverity.Problem);

    internal static ContentProblem Problem(ContentNode at, string message) =>
        Problem(at.File, at.Line, message);

    /// <summary>What is missing in English is a problem; in another language English stands in for it.</summary>
    internal static ContentProblem Missing(
        string? language,
        string file,
        int line,
        string message
    ) =>
        new(
            file,
            line,
            message,
            language == TextSource.English ? ContentSeverity.Problem : ContentSeverity.Notice
        );
}
