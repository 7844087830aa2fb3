using System.Text.RegularExpressions;
using Throughline.Kernel.Languages;
using Throughline.Testing;

namespace Throughline.Conventions.Tests;

/// <summary>The public's pages are whole in every language they are offered in: no respondent meets a sentence in another one.</summary>
public sealed partial class RespondentTextTests
{
    private static readonly LanguageFiles Words = LanguageFiles.Load(
        Path.Combine(Repository.Root, "content", "respondents")
    );

    [Fact]
    public void Every_language_has_every_text_with_the_same_places_for_values()
    {
        string[] expected = ["en", "ar", "es", "ht", "kea", "pt", "vi", "zh-Hans", "zh-Hant"];
        Assert.Equal(expected, Words.Tags);
        var english = Words.In("en");
        foreach (var tag in Words.Tags)
        {
            Assert.Equal(Words.Keys("en").Order(), Words.Keys(tag).Order());
            Assert.All(
                Words.Keys(tag),
                key => Assert.Equal(Places(english[key]), Places(Words.In(tag)[key]))
            );
        }
    }

    [Fact]
    public void A_translation_is_a_draft_until_a_person_has_read_it() =>
        Assert.Equal(["en"], Words.Tags.Where(tag => Words.In(tag)["answering.reviewed"] == "yes"));

    private static IEnumerable<string> Places(string text) =>
        Place().Matches(text).Select(place => place.Value).Order();

    [GeneratedRegex(@"\{\d\}", RegexOptions.NonBacktracking)]
    private static partial Regex Place();
}
