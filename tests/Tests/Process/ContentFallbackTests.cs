using Throughline.Process.Content;

namespace Throughline.Tests.Process;

public class ContentFallbackTests
{
    const string Spanish = "processes/pathway/process.es.yaml";

    [Fact]
    public void English_is_reviewed_and_Spanish_says_that_it_is_not_yet()
    {
        var content = new ContentFolder(ContentCopy.Shipped);

        Assert.Equal(
            new Wording("en", "en", TextStatus.Reviewed, FellBack: false),
            content.Process("pathway", "en").Wording
        );
        Assert.Equal(
            new Wording("es", "es", TextStatus.DraftUnreviewed, FellBack: false),
            content.Process("pathway", "es").Wording
        );
        Assert.Equal(["en", "es"], content.LanguagesOf("pathway"));
    }

    [Fact]
    public void A_language_that_has_no_texts_is_shown_in_English_and_says_so()
    {
        var content = new ContentFolder(ContentCopy.Shipped);

        Assert.Equal(
            new Wording("ht", "en", TextStatus.Reviewed, FellBack: true),
            content.Process("pathway", "ht").Wording
        );
        Assert.True(content.Goals("ht").Wording.FellBack);
        Assert.Equal("Short term", content.Horizons("ht")[0].Horizons[0].Name);
    }

    [Theory]
    [InlineData("es-MX", "es")]
    [InlineData("en-US", "en")]
    public void A_regional_language_is_served_by_its_parent(string asked, string served)
    {
        var wording = new ContentFolder(ContentCopy.Shipped).Process("pathway", asked).Wording;

        Assert.Equal((served, false), (wording.Language, wording.FellBack));
    }

    [Fact]
    public void A_single_missing_sentence_comes_in_English_and_is_admitted()
    {
        using var copy = new ContentCopy();
        copy.Replace(
            Spanish,
            "    question: ¿Quién llevará adelante este trabajo con ustedes?\n",
            ""
        );

        var process = new ContentFolder(copy.Folder).Process("pathway", "es");

        Assert.Equal(
            "Who will carry this work with you?",
            process.FindStep("team")!.Prompts[0].Question
        );
        Assert.Equal("Formar el equipo", process.FindStep("team")!.Title);
        Assert.True(process.Wording.FellBack);
    }

    [Fact]
    public void A_language_or_a_process_cannot_lead_out_of_the_content_folder()
    {
        using var copy = new ContentCopy();
        copy.Write("processes/pathway/process.x/readme.yaml", "title: Elsewhere\n");
        var content = new ContentFolder(copy.Folder);

        Assert.Equal(
            "en",
            content.Process("pathway", "x/../../../goals/library.es").Wording.Language
        );
        Assert.Throws<ContentException>(() => content.Process("../processes/pathway", "en"));
    }

    [Fact]
    public void A_broken_file_says_where_it_is_broken()
    {
        using var copy = new ContentCopy();
        var line = copy.Replace("processes/pathway/process.yaml", "kind: short,", "kind: epic,");

        var fault = Assert.Throws<ContentException>(() =>
            new ContentFolder(copy.Folder).Process("pathway", "en")
        );

        Assert.Equal(("processes/pathway/process.yaml", line), (fault.File, fault.Line));
    }
}
