using System.Text.RegularExpressions;
using Throughline.Kernel.Languages;
using Throughline.Testing;

namespace Throughline.Conventions.Tests;

/// <summary>No word of the interface stands in a page: they all come from the language files, and every one of them is there.</summary>
public sealed partial class InterfaceTextTests
{
    private static readonly LanguageFiles Languages = LanguageFiles.Load(
        Path.Combine(Repository.Content, "languages")
    );

    /// <summary>What the public's pages say; they ask for it without the first part of the key.</summary>
    private static readonly LanguageFiles Respondents = LanguageFiles.Load(
        Path.Combine(Repository.Content, "respondents")
    );

    public static TheoryData<string> Pages =>
        [
            .. Sources
                .Files("src/Throughline.App", "*.cshtml")
                .Concat(Sources.Files("src/Throughline.App", "*.razor"))
                .Select(file => Path.GetRelativePath(Repository.Root, file)),
        ];

    [Theory, MemberData(nameof(Pages))]
    public void A_page_has_no_words_of_its_own(string page) =>
        Assert.Empty(PageText.WordsIn(File.ReadAllText(Path.Combine(Repository.Root, page))));

    [Fact]
    public void Every_text_that_is_asked_for_is_in_the_language_files()
    {
        var files = Sources
            .Files("src", "*.cs")
            .Concat(Sources.Files("src", "*.cshtml"))
            .Concat(Sources.Files("src", "*.razor"));

        var missing =
            from file in files
            from Match asked in AskedFor().Matches(File.ReadAllText(file))
            let key = asked.Groups["key"].Value
            where
                !Languages.Has("en", key)
                && !Languages.Has("en", key + ".other")
                && !Respondents.Has("en", "answering." + key)
            select $"{Path.GetFileName(file)}: {key}";

        Assert.Empty(missing.Distinct());
    }

    [Fact]
    public void Every_happening_has_its_sentence_in_every_language()
    {
        var missing =
            from file in Sources.Files("src/Throughline", "*.cs")
            from Match told in Told().Matches(File.ReadAllText(file))
            let key = "happening." + told.Groups["kind"].Value
            from language in Languages.Tags
            where !Languages.Has(language, key)
            select $"{language}: {key}";

        Assert.Empty(missing.Distinct());
    }

    [Fact]
    public void Spanish_has_every_text_that_English_has() =>
        Assert.Empty(Languages.Keys("en").Except(Languages.Keys("es")));

    [Fact]
    public void The_check_itself_finds_words_left_in_a_page()
    {
        Assert.Equal(["Save me"], PageText.WordsIn("<p>@T[\"x.y\"]</p><button>Save me</button>"));
        Assert.Equal(
            ["Your name"],
            PageText.WordsIn("<tl-text for=\"Input.Name\" label=\"Your name\" />")
        );
        Assert.Empty(
            PageText.WordsIn(
                "@if (a < b)\n{\n  <p class=\"tl-lead\">@T[\"a.b\", Model.Name(\"x\")] · @Model.Count</p>\n}"
            )
        );
    }

    [GeneratedRegex(
        """(?:\bT\[|\bT\.Count\(|texts\[|new Sentence\(|new\()"(?<key>[a-z][a-z0-9-]*(?:\.[A-Za-z0-9-]+)+)"\s*[,\])]""",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex AskedFor();

    [GeneratedRegex("""\.Happened\(\s*"(?<kind>[a-z.-]+)""", RegexOptions.NonBacktracking)]
    private static partial Regex Told();
}
