namespace Throughline.Process.Content;

/// <summary>Finds a text by its code in the language asked for, else in English, and remembers that it had to.</summary>
internal sealed class TextSource
{
    public const string English = "en";

    readonly string _asked;
    readonly ContentFile _english;
    readonly ContentFile _chosen;
    bool _fellBack;

    TextSource(string asked, ContentFile english, ContentFile chosen)
    {
        _asked = asked;
        _english = english;
        _chosen = chosen;
        _fellBack = ReferenceEquals(english, chosen) && !IsEnglish(asked);
    }

    /// <summary>Complete only after all texts were read.</summary>
    public Wording Wording =>
        new(
            _asked,
            _chosen.Language ?? English,
            _chosen.Root.Word<TextStatus>("status"),
            _fellBack
        );

    public static TextSource Open(ContentFolder folder, string stem, string asked)
    {
        var english = folder.File($"{stem}.{English}.yaml");
        var chosen = Parents(asked)
            .Select(tag => $"{stem}.{tag}.yaml")
            .Where(folder.Has)
            .Select(folder.File)
            .FirstOrDefault(english);
        return new TextSource(asked, english, chosen);
    }

    public string Text(params ReadOnlySpan<string> path) =>
        Optional(path)
        ?? throw new ContentException(
            _english.Path,
            1,
            $"The English text `{string.Join('.', path.ToArray())}` is missing."
        );

    public string? Optional(params ReadOnlySpan<string> path) => Node(path)?.Value;

    public IReadOnlyList<string> List(params ReadOnlySpan<string> path) =>
        [.. (Node(path)?.Items ?? []).Select(item => item.Value ?? "")];

    /// <summary>Picks from names that stand side by side, as in `names: { en: ..., es: ... }`.</summary>
    public static string Inline(ContentNode owner, string key, string asked) =>
        Parents(asked)
            .Select(tag => owner.Find(key, tag)?.Value)
            .FirstOrDefault(text => text is not null)
        ?? owner.Find(key, English)?.Value
        ?? throw new ContentException(owner.File, owner.Line, $"`{key}` has no English name.");

    ContentNode? Node(ReadOnlySpan<string> path)
    {
        var chosen = _chosen.Root.Find(path);
        if (chosen is not null)
        {
            return chosen;
        }

        var english = _english.Root.Find(path);
        _fellBack |= english is not null;
        return english;
    }

    static bool IsEnglish(string tag) => Parents(tag).Contains(English);

    /// <summary>`es-MX`, then `es`.</summary>
    static IEnumerable<string> Parents(string tag)
    {
        for (var rest = tag; rest.Length > 0; rest = rest[..Math.Max(rest.LastIndexOf('-'), 0)])
        {
            yield return rest;
        }
    }
}
