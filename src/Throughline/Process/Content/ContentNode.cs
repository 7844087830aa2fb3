using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Throughline.Process.Content;

/// <summary>A piece of a content file that knows the line it stands on.</summary>
internal sealed record ContentNode(string File, YamlNode Yaml)
{
    public int Line => (int)Yaml.Start.Line;

    public bool IsMap => Yaml is YamlMappingNode;

    public string? Value => (Yaml as YamlScalarNode)?.Value;

    public IEnumerable<ContentField> Fields =>
        Yaml is YamlMappingNode map
            ? map.Children.Select(pair => new ContentField(
                (pair.Key as YamlScalarNode)?.Value ?? "",
                (int)pair.Key.Start.Line,
                new ContentNode(File, pair.Value)
            ))
            : [];

    public IEnumerable<ContentNode> Items =>
        Yaml is YamlSequenceNode list
            ? list.Children.Select(item => new ContentNode(File, item))
            : [];

    public ContentNode? Find(string key) =>
        Yaml is YamlMappingNode map
        && map.Children.TryGetValue(new YamlScalarNode(key), out var found)
            ? new ContentNode(File, found)
            : null;

    public ContentNode? Find(params ReadOnlySpan<string> path)
    {
        ContentNode? node = this;
        foreach (var key in path)
        {
            node = node?.Find(key);
        }

        return node;
    }

    public string? Text(string key) => Find(key)?.Value;

    public string Need(string key) =>
        Text(key) ?? throw new ContentException(File, Line, $"`{key}` is missing here.");

    public int? Number(string key) =>
        int.TryParse(Text(key), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    public IReadOnlyList<string> List(string key) =>
        [.. ItemsOf(key).Select(item => item.Value ?? "")];

    public IEnumerable<ContentNode> ItemsOf(string key) => Find(key)?.Items ?? [];

    /// <summary>Reads a word such as `student-outcome` as a member of <typeparamref name="TWord"/>.</summary>
    public TWord Word<TWord>(string key)
        where TWord : struct, Enum
    {
        var word = Need(key);
        return Enum.TryParse<TWord>(
            word.Replace("-", "", StringComparison.Ordinal),
            ignoreCase: true,
            out var member
        )
            ? member
            : throw new ContentException(File, Find(key)!.Line, $"`{word}` is not a known {key}.");
    }

    public IEnumerable<ContentNode> Everything() =>
        Fields
            .Select(field => field.Value)
            .Concat(Items)
            .SelectMany(child => child.Everything())
            .Prepend(this);
}

internal sealed record ContentField(string Key, int Line, ContentNode Value);
