using Throughline.App.Design;
using Throughline.Kernel.Languages;

namespace Throughline.App.Pages.Account;

public static class LanguageChoices
{
    /// <summary>The languages that have files, by their names in the language of the page.</summary>
    public static IEnumerable<Choice> Of(LanguageFiles languages, Texts texts) =>
        languages.Tags.Select(tag => new Choice(tag, NameOf(tag, texts)));

    public static string NameOf(string tag, Texts texts) =>
        texts.Has("people.language." + tag) ? texts["people.language." + tag] : tag;
}
