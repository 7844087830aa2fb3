using Throughline.Process.Content;

namespace Throughline.Tests.Process;

/// <summary>The shipped content in a folder of its own, to break.</summary>
sealed class ContentCopy : IDisposable
{
    public ContentCopy()
    {
        foreach (
            var file in System.IO.Directory.EnumerateFiles(
                Shipped,
                "*",
                SearchOption.AllDirectories
            )
        )
        {
            var target = Path.Combine(Folder, Path.GetRelativePath(Shipped, file));
            System.IO.Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    public static string Shipped =>
        ContentFolder.Find(AppContext.BaseDirectory)?.Root
        ?? throw new DirectoryNotFoundException("There is no content folder above the tests.");

    public string Folder { get; } = System.IO.Directory.CreateTempSubdirectory("content-").FullName;

    /// <summary>Replaces the first occurrence and answers the line it stood on.</summary>
    public int Replace(string path, string old, string replacement)
    {
        var text = Read(path);
        var at = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, $"`{old}` does not stand in {path}.");
        Write(path, string.Concat(text.AsSpan(0, at), replacement, text.AsSpan(at + old.Length)));
        return LineAt(text, at);
    }

    public int LineOf(string path, string fragment) =>
        LineAt(Read(path), Read(path).IndexOf(fragment, StringComparison.Ordinal));

    public string Read(string path) => File.ReadAllText(Path.Combine(Folder, path));

    public void Write(string path, string text)
    {
        var target = Path.Combine(Folder, path);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.WriteAllText(target, text);
    }

    public void Delete(string path) => File.Delete(Path.Combine(Folder, path));

    /// <summary>What the check says now and did not say about the shipped content.</summary>
    public IReadOnlyList<ContentProblem> Found() =>
        [
            .. ContentCheck
                .Run(Folder)
                .Problems.Where(problem => problem.Severity == ContentSeverity.Problem),
        ];

    public IReadOnlyList<ContentProblem> Notices() =>
        [
            .. ContentCheck
                .Run(Folder)
                .Problems.Where(problem => problem.Severity == ContentSeverity.Notice),
        ];

    public void Dispose() => System.IO.Directory.Delete(Folder, recursive: true);

    static int LineAt(string text, int index) => text.AsSpan(0, index).Count('\n') + 1;
}
