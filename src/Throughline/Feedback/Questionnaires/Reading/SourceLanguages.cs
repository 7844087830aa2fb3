using System.Globalization;
using System.Text.RegularExpressions;

namespace Throughline.Feedback.Questionnaires.Reading;

/// <summary>The languages of the source, in tags that a browser knows; the first one is the one it was written in.</summary>
/// <param name="isOpen">Whether a language that was not announced is taken in when it is met.</param>
internal sealed partial class SourceLanguages(Losses losses, bool isOpen)
{
    private readonly Dictionary<string, string> ours = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> tags = [];

    public IReadOnlyList<string> Tags => tags;

    public void Add(string source)
    {
        var tag =
            Legal(source)
            ?? throw new ReadingRefusedException(ReadingSentences.BadLanguage(source));
        if (ours.ContainsKey(source))
        {
            return;
        }

        var plain = Plain(tag);
        var chosen = tags.Contains(plain) ? tag : plain;
        if (tags.Contains(chosen))
        {
            throw new ReadingRefusedException(ReadingSentences.BadLanguage(source));
        }

        SourceLimits.Count(tags.Count + 1, SourceLimits.MostLanguages, source);
        ours[source] = chosen;
        tags.Add(chosen);
        if (!chosen.Equals(source, StringComparison.OrdinalIgnoreCase))
        {
            losses.Add(ReadingSentences.LanguageChanged(source, chosen));
        }
    }

    /// <summary>Our tag; the first one where none is named; null where the questionnaire is not asked in this language, which is told.</summary>
    public string? Take(string source)
    {
        if (source.Length == 0)
        {
            return tags[0];
        }

        if (ours.TryGetValue(source, out var tag))
        {
            return tag;
        }

        if (isOpen && Legal(source) is not null)
        {
            Add(source);
            return ours[source];
        }

        return null;
    }

    /// <summary>Whether a key looks like a language, so that an object of texts can be told from other objects.</summary>
    public static bool IsTag(string text) => Tag().IsMatch(text) && IsKnown(text);

    /// <summary>"url" and "min" have the form of a language too.</summary>
    private static bool IsKnown(string text)
    {
        try
        {
            return CultureInfo.GetCultureInfo(text, predefinedOnly: true).Name.Length > 0;
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }

    private static string? Legal(string source)
    {
        var tag = source.Trim().Replace('_', '-');
        if (!Tag().IsMatch(tag))
        {
            return null;
        }

        var parts = tag.Split('-');
        return string.Join(
            '-',
            parts.Select(
                (part, i) =>
                    i == 0 ? part.ToLowerInvariant()
                    : part.Length == 2 ? part.ToUpperInvariant()
                    : part.Length == 4 && char.IsAsciiLetter(part[0])
                        ? char.ToUpperInvariant(part[0]) + part[1..].ToLowerInvariant()
                    : part.ToLowerInvariant()
            )
        );
    }

    /// <summary>What the programs call by names of their own.</summary>
    private static string Plain(string tag) =>
        tag switch
        {
            "zh-s" or "zh-CN" => "zh-Hans",
            "zh-t" or "zh-TW" => "zh-Hant",
            _ when tag.EndsWith("-informal", StringComparison.Ordinal) => tag[
                ..^"-informal".Length
            ],
            _ when tag.EndsWith("-easy", StringComparison.Ordinal) => tag[..^"-easy".Length],
            _ => tag,
        };

    [GeneratedRegex(
        "^[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8}){0,3}$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Tag();
}
