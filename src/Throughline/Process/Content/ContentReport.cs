namespace Throughline.Process.Content;

public enum ContentSeverity
{
    /// <summary>Worth knowing, such as a sentence that waits for its translation.</summary>
    Notice,

    /// <summary>Must be mended before the content is used.</summary>
    Problem,
}

public sealed record ContentProblem(string File, int Line, string Message, ContentSeverity Severity)
{
    public override string ToString() => $"{File}:{Line}: {Message}";
}

public sealed record ContentReport(int Files, IReadOnlyList<ContentProblem> Problems)
{
    public ContentReport With(ContentReport other) =>
        new(
            Files + other.Files,
            [
                .. Problems
                    .Concat(other.Problems)
                    .OrderBy(found => found.File, StringComparer.Ordinal)
                    .ThenBy(found => found.Line),
            ]
        );

    public bool IsSound => Problems.All(found => found.Severity != ContentSeverity.Problem);
}

/// <summary>Content that cannot be read, said with its place.</summary>
public sealed class ContentException(string file, int line, string message)
    : Exception($"{file}:{line}: {message}")
{
    public string File { get; } = file;
    public int Line { get; } = line;
    public string Sentence { get; } = message;
}
