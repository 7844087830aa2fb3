using System.Globalization;

namespace Throughline.Kernel.Languages;

/// <summary>The interface in one language. A page asks by key and encodes what it gets.</summary>
public sealed class Texts(LanguageFiles files, string language)
{
    public string Language => language;

    public CultureInfo Culture { get; } =
        CultureInfo.GetCultureInfo(language == LanguageFiles.Default ? "en-US" : language);

    public string Direction => Culture.TextInfo.IsRightToLeft ? "rtl" : "ltr";

    public IEnumerable<string> Offered => files.Tags;

    public string this[string key] => Plain(key, []);

    public string this[string key, params object?[] values] => Plain(key, values);

    public string this[Sentence sentence] => Plain(sentence.Key, sentence.Values);

    public bool Has(string key) => files.Has(LanguageFiles.Default, key);

    /// <summary>
    /// The form of a text for a count: the file gives <c>one</c> and <c>other</c> (and <c>zero</c> where "none" reads better)
    /// under the key. The count is value {0}.
    /// </summary>
    public string Count(string key, int count, params object?[] values)
    {
        var form =
            count == 0 && files.Has(LanguageFiles.Default, key + ".zero") ? "zero"
            : PluralRules.IsOne(language, count) ? "one"
            : "other";
        return Plain($"{key}.{form}", [count, .. values]);
    }

    /// <summary>A day as people write it here: "Tue, Jan 12", with the year where it is not this one.</summary>
    public string Day(DateOnly day, DateOnly today) =>
        day.Year == today.Year ? day.ToString(this["common.day-format"], Culture) : Day(day);

    public string Day(DateOnly day) => day.ToString(this["common.day-year-format"], Culture);

    public string Number(int number) => number.ToString("N0", Culture);

    private string Plain(string key, object?[] values)
    {
        var text =
            files.Find(language, key)
            ?? throw new KeyNotFoundException($"No language file has the text {key}.");
        return values.Length == 0
            ? text
            : string.Format(Culture, text, Array.ConvertAll(values, Word));
    }

    private object? Word(object? value) =>
        value switch
        {
            Sentence sentence => this[sentence],
            DateOnly day => Day(day),
            int number => Number(number),
            _ => value,
        };
}
