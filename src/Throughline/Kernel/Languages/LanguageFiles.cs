using System.Collections.Frozen;
using YamlDotNet.RepresentationModel;

namespace Throughline.Kernel.Languages;

/// <summary>The words of the interface: <c>content/languages/&lt;tag&gt;/*.yaml</c>, nested keys joined by dots.</summary>
public sealed class LanguageFiles
{
    public const string Default = "en";

    private readonly FrozenDictionary<string, FrozenDictionary<string, string>> languages;

    private LanguageFiles(FrozenDictionary<string, FrozenDictionary<string, string>> languages) =>
        this.languages = languages;

    /// <summary>The tags that have files, American English first.</summary>
    public IEnumerable<string> Tags =>
        languages.Keys.OrderBy(tag => tag != Default).ThenBy(tag => tag, StringComparer.Ordinal);

    public static LanguageFiles Load(string folder)
    {
        var loaded = new Dictionary<string, FrozenDictionary<string, string>>(
            StringComparer.OrdinalIgnoreCase
        );
        foreach (var language in System.IO.Directory.EnumerateDirectories(folder))
        {
            var words = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (
                var file in System.IO.Directory.EnumerateFiles(
                    language,
                    "*.yaml",
                    SearchOption.AllDirectories
                )
            )
            {
                Read(file, words);
            }

            loaded[Path.GetFileName(language)] = words.ToFrozenDictionary(StringComparer.Ordinal);
        }

        return loaded.ContainsKey(Default)
            ? new LanguageFiles(loaded.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase))
            : throw new InvalidDataException(
                $"{folder} has no folder {Default}: the interface has no words."
            );
    }

    public Texts In(string? language) => new(this, Match(language));

    /// <summary>The closest language there is: <c>es-MX</c> is read in <c>es</c>; what is not there, in English.</summary>
    public string Match(string? language)
    {
        for (
            var tag = language;
            !string.IsNullOrEmpty(tag);
            tag = tag[..Math.Max(0, tag.LastIndexOf('-'))]
        )
        {
            if (languages.ContainsKey(tag))
            {
                return languages.Keys.First(key =>
                    key.Equals(tag, StringComparison.OrdinalIgnoreCase)
                );
            }
        }

        return Default;
    }

    /// <summary>Whether there are words for this language or for the one it is a variant of.</summary>
    public bool Knows(string tag) =>
        languages.ContainsKey(tag) || languages.ContainsKey(tag.Split('-')[0]);

    public bool Has(string language, string key) =>
        languages.TryGetValue(language, out var words) && words.ContainsKey(key);

    public IEnumerable<string> Keys(string language) => languages[language].Keys;

    internal string? Find(string language, string key) =>
        languages[language].TryGetValue(key, out var text) ? text
        : languages[Default].TryGetValue(key, out var fallback) ? fallback
        : null;

    private static void Read(string file, Dictionary<string, string> words)
    {
        var yaml = new YamlStream();
        using var reader = new StreamReader(file);
        yaml.Load(reader);
        if (yaml.Documents.Count > 0 && yaml.Documents[0].RootNode is YamlMappingNode root)
        {
            Flatten(root, "", words, file);
        }
    }

    private static void Flatten(
        YamlMappingNode node,
        string prefix,
        Dictionary<string, string> words,
        string file
    )
    {
        foreach (var (name, value) in node.Children)
        {
            var key = prefix + ((YamlScalarNode)name).Value;
            if (value is YamlMappingNode nested)
            {
                Flatten(nested, key + ".", words, file);
            }
            else if (!words.TryAdd(key, ((YamlScalarNode)value).Value ?? ""))
            {
                throw new InvalidDataException(
                    $"{file}, line {value.Start.Line}: {key} is already in another file."
                );
            }
        }
    }
}
