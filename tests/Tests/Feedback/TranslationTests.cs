using Throughline.Feedback;
using Throughline.Feedback.Questionnaires;
using Throughline.Kernel;
using Throughline.Kernel.History;
using Throughline.Testing;
using static Throughline.Tests.Feedback.FeedbackWork;

namespace Throughline.Tests.Feedback;

public sealed class TranslationTests
{
    private static Questionnaire Spanish(Questionnaire form) =>
        form.AddLanguage("es")
            .Translate(
                "es",
                QuestionnaireTexts
                    .Of(form)
                    .ToDictionary(
                        text => text.Key,
                        text => "es " + text.Key,
                        StringComparer.Ordinal
                    )
            );

    [Fact]
    public void A_new_language_misses_every_text_and_nobody_has_read_it()
    {
        var state = Form().AddLanguage("es").StateOf("es");

        // The title, two pages, three questions, two options.
        Assert.Equal(new TranslationState("es", 8, IsReviewed: false), state);
        Assert.True(Spanish(Form()).StateOf("es").IsComplete);
    }

    [Fact]
    public void An_empty_text_takes_the_translation_away()
    {
        var form = Spanish(Form())
            .Translate("es", new Dictionary<string, string> { ["why.text"] = " ", ["none"] = "x" });

        Assert.Equal(1, form.StateOf("es").Missing);
        Assert.Equal("About why?", form.Question("why")!.Text.In("es"));
    }

    [Fact]
    public void A_translation_whose_original_says_something_else_has_not_been_read()
    {
        var read = Spanish(Form()) with { Unreviewed = [] };
        var why = read.Question("why")!;
        var original = read.Put(why with { Text = why.Text.With("en", "Why?") }, null);

        Assert.Equal(["es"], original.WithStaleTranslations(read).Unreviewed);
        var both = original.Translate(
            "es",
            new Dictionary<string, string> { ["why.text"] = "¿Por qué?" }
        );
        Assert.Empty(both.WithStaleTranslations(read).Unreviewed);
        Assert.Empty(read.Move("why", down: true).WithStaleTranslations(read).Unreviewed);
    }

    [Fact]
    public void A_language_that_is_removed_leaves_its_words_for_when_it_is_added_again()
    {
        var form = Spanish(Form()).RemoveLanguage("es");
        Assert.Equal(["en"], form.Languages);

        var again = form.AddLanguage("es").StateOf("es");

        Assert.True(again.IsComplete);
        Assert.False(again.IsReviewed);
        Assert.Equal(["en"], form.RemoveLanguage("en").Languages);
    }

    [Theory, EachDatabase]
    public async Task That_a_person_has_read_it_makes_no_new_edition_and_stands_in_the_history(
        DatabaseKind kind
    )
    {
        await using var here = await TestWorkspace.Create(kind);
        var round = await here.Prepared(Spanish(Form()));
        await here.Opened(round);

        Done(await here.Revise(round, Spanish(Form()) with { Unreviewed = [] }));

        Assert.Equal(1, (await here.See(round)).Edition);
        Assert.True((await here.Asked(round)).StateOf("es").IsReviewed);
        var history = await here.In<HistoryQueries, IReadOnlyList<HistoryEntry>>(use =>
            use.Of(round.Value)
        );
        Assert.Equal("happening.round.translation-read", history[0].Sentence);
        Assert.Equal("es", history[0].About);
    }
}
