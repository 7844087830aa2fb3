namespace Throughline.Kernel.Languages;

/// <summary>
/// When a count takes the singular: the cardinal rules of the Unicode CLDR for the languages that have files here. A language
/// with more than two forms brings its own row and its own keys.
/// </summary>
public static class PluralRules
{
    public static bool IsOne(string language, int count) =>
        language.Split('-')[0] switch
        {
            "pt" or "ht" or "fr" => count is 0 or 1,
            "zh" or "vi" or "km" => false,
            _ => count == 1,
        };
}
