using System.Globalization;
using Throughline.App.Hosting;
using Throughline.Kernel.Languages;

namespace Throughline.App.Respondents;

/// <summary>What the pages for the public say, in each language they are read in: more languages than the team's pages have.</summary>
public sealed class RespondentWords
{
    private readonly LanguageFiles files = LanguageFiles.Load(
        Path.Combine(Installation.Content, "respondents")
    );

    public IEnumerable<string> Languages => files.Tags;

    public bool Has(string language) => files.Tags.Contains(language);

    public RespondentTexts In(string language) => new(files.In(language));

    /// <summary>The first wish that can be met: <c>pt-BR</c> is met by <c>pt</c>, <c>zh-TW</c> by <c>zh-Hant</c>.</summary>
    public static string? Meet(string wish, IReadOnlyList<string> offered)
    {
        for (var culture = Culture(wish); culture is { Name.Length: > 0 }; culture = culture.Parent)
        {
            var met = offered.FirstOrDefault(tag =>
                tag.Equals(culture.Name, StringComparison.OrdinalIgnoreCase)
            );
            if (met is not null)
            {
                return met;
            }
        }

        return null;
    }

    private static CultureInfo? Culture(string tag)
    {
        try
        {
            return CultureInfo.GetCultureInfo(tag);
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }
}

/// <summary>The words in one language.</summary>
public sealed class RespondentTexts(Texts texts)
{
    public string Language => texts.Language;

    public string Direction => texts.Direction;

    public string OwnName => this["own-name"];

    public bool IsReviewed => this["reviewed"] == "yes";

    public string this[string key] => texts["answering." + key];

    public string this[string key, params object?[] values] =>
        texts["answering." + key, Array.ConvertAll(values, Word)];

    private object? Word(object? value) =>
        value switch
        {
            DateOnly day => day.ToString(this["day-format"], texts.Culture),
            double number => number.ToString(texts.Culture),
            _ => value,
        };
}
