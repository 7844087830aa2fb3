using System.Text.RegularExpressions;
using Throughline.Publishing.Tree;

namespace Throughline.Feedback.Questionnaires.Reading;

/// <summary>Makes our words of the texts of the source, and tells what in them has no counterpart.</summary>
/// <param name="placeholder">How the program writes "put the answer in here".</param>
internal sealed class SourceTexts(Losses losses, SourceLanguages languages, Regex placeholder)
{
    private readonly HashSet<string> foreign = new(StringComparer.OrdinalIgnoreCase);

    public Words Html(string where, IEnumerable<(string Language, string Text)> texts) =>
        Read(where, texts, isHtml: true);

    public Words Plain(string where, IEnumerable<(string Language, string Text)> texts) =>
        Read(where, texts, isHtml: false);

    /// <summary>A figure is the same in every language.</summary>
    public Words Figure(int figure) => Words.Of(languages.Tags[0], $"{figure}");

    private Words Read(string where, IEnumerable<(string Language, string Text)> texts, bool isHtml)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (source, raw) in texts)
        {
            if (string.IsNullOrWhiteSpace(raw))
            {
                continue;
            }

            if (languages.Take(source) is not { } language)
            {
                if (foreign.Add(source))
                {
                    losses.Add(ReadingSentences.LanguageLeftOut(source));
                }

                continue;
            }

            var text = Read(where, SourceLimits.Text(raw, where), language, isHtml);
            if (text.Length > 0)
            {
                found.TryAdd(language, text);
            }
        }

        return found.Count == 0 ? Words.None : new Words(InOrder(found));
    }

    private string Read(string where, string raw, string language, bool isHtml)
    {
        var text = SafeText.Clean(raw);
        if (isHtml)
        {
            var plain = PlainText.Of(text);
            text = SafeText.Clean(plain.Value);
            foreach (var media in plain.Media)
            {
                losses.Add(where, ReadingSentences.Media(media));
            }

            if (plain.WasFormatted)
            {
                losses.CountFormatting(where);
            }
        }

        text = text.Trim();
        if (placeholder.Match(text) is { Success: true } inserted)
        {
            losses.Add(where, ReadingSentences.Placeholder(inserted.Value));
        }

        if (text.Length <= QuestionnaireCheck.TextLimit)
        {
            return text;
        }

        losses.Add(where, ReadingSentences.TextCut(language, QuestionnaireCheck.TextLimit));
        return Cut(text, QuestionnaireCheck.TextLimit);
    }

    /// <summary>The language it was written in stands first: it stands in for the others.</summary>
    private Dictionary<string, string> InOrder(Dictionary<string, string> found) =>
        languages
            .Tags.Where(found.ContainsKey)
            .ToDictionary(tag => tag, tag => found[tag], StringComparer.Ordinal);

    internal static string Cut(string text, int most) =>
        text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)].TrimEnd();

    /// <summary>Two texts as one: what a row says under what the whole asks.</summary>
    public static Words Joined(Words above, Words below, string between = "\n")
    {
        var joined = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var language in above.Languages.Concat(below.Languages).Distinct())
        {
            var text = string.Join(
                between,
                new[] { above.In(language), below.In(language) }.Where(part => part.Length > 0)
            );
            joined[language] =
                text.Length <= QuestionnaireCheck.TextLimit
                    ? text
                    : Cut(text, QuestionnaireCheck.TextLimit);
        }

        return new Words(joined);
    }
}
