using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Throughline.Process.Content;

/// <summary>One YAML file: `process.yaml` holds structure, `process.es.yaml` its Spanish texts.</summary>
internal sealed partial record ContentFile(
    string Path,
    string Stem,
    string? Language,
    ContentNode Root
)
{
    public static ContentFile Read(string folder, string path)
    {
        var stream = new YamlStream();
        try
        {
            using var reader = new StreamReader(System.IO.Path.Combine(folder, path));
            stream.Load(reader);
        }
        catch (YamlException fault)
        {
            throw new ContentException(
                path,
                (int)fault.Start.Line,
                $"This is not readable YAML: {Clean(fault)}"
            );
        }

        if (stream.Documents.Count == 0)
        {
            throw new ContentException(path, 1, "The file is empty, but content was expected.");
        }

        var (stem, language) = Split(path);
        return new ContentFile(
            path,
            stem,
            language,
            new ContentNode(path, stream.Documents[0].RootNode)
        );
    }

    /// <summary>The name that structure and texts share, such as `processes/pathway/process`.</summary>
    static (string Stem, string? Language) Split(string path)
    {
        var bare = path[..^".yaml".Length];
        var match = LanguageEnding().Match(bare);
        return match.Success ? (bare[..match.Index], match.Groups["tag"].Value) : (bare, null);
    }

    static string Clean(YamlException fault) =>
        $"{(fault.InnerException?.Message ?? fault.Message).TrimEnd('.')}.";

    [GeneratedRegex(
        @"\.(?<tag>[a-z]{2,3}(-[A-Za-z0-9]+)*)$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex LanguageEnding();
}
