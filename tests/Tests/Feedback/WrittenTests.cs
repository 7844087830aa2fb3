using System.Text;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Engagement;
using Throughline.Feedback;
using Throughline.Feedback.OpenData;
using Throughline.Feedback.Questionnaires;
using Throughline.Feedback.Themes;
using Throughline.Feedback.Written;
using Throughline.Kernel;
using Throughline.Kernel.History;
using Throughline.Testing;
using static Throughline.Testing.OpenForm;
using static Throughline.Tests.Feedback.FeedbackWork;

namespace Throughline.Tests.Feedback;

/// <summary>What people said in their own words: translated, quoted only by a person's approval, and noted down where there was no form.</summary>
public sealed class WrittenTests
{
    private static readonly Questionnaire Form = Pages(
        Page("p", Ask("wish", QuestionKind.Choice, "yes", "no"), Ask("hope", QuestionKind.LongText))
    );

    [Theory, EachDatabase]
    public async Task A_translation_stands_beside_the_text_and_in_no_history(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var form = await OpenForm.In(here, Form);
        var id = await ThemeTests.Say(here, form, "Que las clases sean solo en inglés.");
        Done(await Translate(here, form, id, 0, RetentionTests.Canary));
        var text = Assert.Single(await Texts(here, form));
        Assert.Equal("Que las clases sean solo en inglés.", text.Written.Text);
        Assert.Equal(
            (RetentionTests.Canary, "en"),
            (text.Note.Translation, text.Note.TranslationLanguage)
        );

        // Whoever saves second sees what the first wrote.
        var late = Assert.IsType<Outcome<Nothing>.Conflicting>(
            await Translate(here, form, id, 0, "Another")
        );
        Assert.Equal(RetentionTests.Canary, late.Conflict.Stored["Translation"]);
        Done(await Translate(here, form, id, 1, "Only in English."));
        var history = await here.In<HistoryQueries, IReadOnlyList<HistoryEntry>>(use =>
            use.Of(id.Value)
        );
        Assert.Equal(2, history.Count);
        Assert.DoesNotContain(
            RetentionTests.Canary,
            System.Text.Json.JsonSerializer.Serialize(history),
            StringComparison.Ordinal
        );
        // Whatever it is quoted in, the translation keeps its own language.
        Done(
            await here.In<ApproveQuote, Outcome<Nothing>>(use =>
                use.Do(
                    new(form.Round, id, "hope", 2, "solo en inglés", "pt", "só em inglês"),
                    here.By(here.Lead)
                )
            )
        );
        var note = Assert.Single(await Texts(here, form)).Note;
        Assert.Equal(("en", "pt"), (note.TranslationLanguage, note.QuoteTranslationLanguage));
        Done(await Translate(here, form, id, 3, "  "));
        Assert.Null(Assert.Single(await Texts(here, form)).Note.Translation);

        Assert.IsType<Outcome<Nothing>.Unknown>(
            await here.In<TranslateText, Outcome<Nothing>>(use =>
                use.Do(new(form.Round, id, "wish.other", 0, "en", "x"), here.By(here.Lead))
            )
        );
        var (other, _) = await here.AddDistrict("elsewhere", here.Lead);
        Assert.IsType<Outcome<Nothing>.Unknown>(
            await here.In<TranslateText, Outcome<Nothing>>(
                other,
                here.Lead,
                use => use.Do(new(form.Round, id, "hope", 0, "en", "x"), here.By(here.Lead))
            )
        );
    }

    [Theory, EachDatabase]
    public async Task Only_words_that_a_person_approved_leave_with_the_figures(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var form = await OpenForm.In(here, Form);
        var ids = new List<AnswerId>();
        for (var n = 0; n < 12; n++)
        {
            ids.Add(await ThemeTests.Say(here, form, $"Mr. Smith's bus is late, number {n}."));
        }

        Assert.Equal(
            ["not-written"],
            Refused(await Quote(here, form, ids[0], 0, "The bus is bad"))
        );
        Assert.Equal(["nothing-quoted"], Refused(await Quote(here, form, ids[0], 0, " […] ")));
        Done(await Quote(here, form, ids[0], 0, "[A teacher]'s bus is late […]", "Tarde"));
        Done(await Quote(here, form, ids[1], 0, "bus"));
        Done(await Quote(here, form, ids[1], 1, null));
        await here.In<CloseRound, Outcome<Nothing>>(use => use.Do(form.Round, here.By(here.Lead)));
        here.Clock.Advance(TimeSpan.FromMinutes(2));

        // Nobody chose them: they stay.
        Assert.Equal(1, Done(await Publish(here, form, "wish")));
        Assert.Empty((await See(here, 1)).Quotes);
        Assert.Equal(2, Done(await Publish(here, form, "wish", "hope")));
        var quotes = Assert.Single((await See(here, 2)).Quotes);
        Assert.Equal("hope", quotes.Field);
        Assert.Equal(
            new QuoteShown("en", "[A teacher]'s bus is late […]", "en", "Tarde"),
            Assert.Single(quotes.Quotes)
        );
        var json = Encoding.UTF8.GetString(FiguresJson.Write(await See(here, 2)));
        Assert.DoesNotContain("Smith", json, StringComparison.Ordinal);
        Assert.DoesNotContain(ids[0].ToString(), json, StringComparison.Ordinal);
        // Alone, without a count beside them.
        Assert.Equal(3, Done(await Publish(here, form, "hope")));
        Assert.Empty((await See(here, 3)).Questions);
    }

    [Theory, EachDatabase]
    public async Task A_focus_groups_notes_are_read_line_by_line_and_stay_when_answers_go(
        DatabaseKind kind
    )
    {
        await using var here = await TestWorkspace.Create(kind);
        var form = await OpenForm.In(here, Form);
        var answered = await ThemeTests.Say(here, form, "The bus.");
        var activity = await Listen(
            here,
            form,
            null,
            0,
            "- The bus leaves early.\n\n• Girls first?"
        );
        var texts = await Texts(here, form);
        Assert.Equal(
            ["The bus.", "The bus leaves early.", "Girls first?"],
            texts.Select(text => text.Written.Text)
        );
        Assert.Equal([null, "Coffee", "Coffee"], texts.Select(text => text.Written.NotedAt));
        var bus = texts[1].Written;
        Done(
            await here.In<CodeText, Outcome<Nothing>>(use =>
                use.Do(
                    new(form.Round, bus.Answer, bus.Field, [], "The late bus"),
                    here.By(here.Lead)
                )
            )
        );
        Done(await Quote(here, form, bus.Answer, 0, "The bus leaves early.", field: bus.Field));
        Done(await Translate(here, form, answered, 0, "El autobús."));

        // A line before it, and a changed one behind it: what was decided stays with its words.
        await Listen(here, form, activity, 1, "A new one.\nThe bus leaves early.\nGirls second?");
        texts = await Texts(here, form);
        Assert.Equal([false, false, true, false], texts.Select(text => text.IsRead));
        Assert.Equal("The bus leaves early.", texts[2].Note.Quote);

        // A changed line takes its theme and its quote along: no theme counts what nobody can read.
        Assert.Equal([1], await Counts(here, form));
        var other = await Listen(here, form, null, 0, "The bus leaves early.");
        Done(
            await here.In<CodeText, Outcome<Nothing>>(use =>
                use.Do(
                    new(form.Round, new(other.Value), bus.Field, texts[2].Themes),
                    here.By(here.Lead)
                )
            )
        );
        Assert.Equal([2], await Counts(here, form));
        await Listen(here, form, other, 1, "The bus is late.");
        Assert.Equal([1], await Counts(here, form));

        here.Clock.Advance(TimeSpan.FromDays(300));
        await here.Clear();
        texts = await Texts(here, form);
        Assert.Equal([false, true, false, false], texts.Select(text => text.IsRead));
        var notes = await here.In<ThroughlineDb, List<TextNote>>(db =>
            db.Set<TextNote>().AsNoTracking().ToListAsync()
        );
        Assert.Equal(bus.Field, Assert.Single(notes).Field);
    }

    [Theory]
    [InlineData("The bus leaves at four.", "The bus leaves at four.", null)]
    [InlineData("The bus  leaves\nat four.", "bus leaves at", null)]
    [InlineData("Ms. Ortiz never calls me back.", "[A teacher] never calls […] back.", null)]
    [InlineData("The bus leaves at four.", "The bus leaves at five.", "The bus leaves at five.")]
    [InlineData("One. Two.", "Two. […] One.", "One.")]
    [InlineData("One. Two.", "One. […] One.", "One.")]
    [InlineData("الحافلة تغادر مبكرا", "[…] تغادر مبكرا", null)]
    [InlineData("One [two] three", "One […] three", null)]
    public void A_quotation_leaves_words_out_and_changes_none(
        string text,
        string quote,
        string? notWritten
    ) => Assert.Equal(notWritten, QuotedWords.NotIn(text, quote));

    private static async Task<IEnumerable<int>> Counts(TestWorkspace here, OpenForm form) =>
        (await here.In<ThemeQueries, IReadOnlyList<ThemeView>>(use => use.Of(form.Round))).Select(
            theme => theme.Texts
        );

    private static Task<IReadOnlyList<TextView>> Texts(TestWorkspace here, OpenForm form) =>
        here.In<ThemeQueries, IReadOnlyList<TextView>>(use => use.Texts(form.Round, Form));

    private static Task<Outcome<Nothing>> Translate(
        TestWorkspace here,
        OpenForm form,
        AnswerId id,
        int version,
        string translation
    ) =>
        here.In<TranslateText, Outcome<Nothing>>(use =>
            use.Do(new(form.Round, id, "hope", version, "en", translation), here.By(here.Lead))
        );

    private static Task<Outcome<Nothing>> Quote(
        TestWorkspace here,
        OpenForm form,
        AnswerId id,
        int version,
        string? quote,
        string? translation = null,
        string field = "hope"
    ) =>
        here.In<ApproveQuote, Outcome<Nothing>>(use =>
            use.Do(
                new(form.Round, id, field, version, quote, "en", translation),
                here.By(here.Lead)
            )
        );

    private static Task<Outcome<int>> Publish(
        TestWorkspace here,
        OpenForm form,
        params string[] fields
    ) =>
        here.In<PublishFigures, Outcome<int>>(use =>
            use.Do(new(form.Round, fields, null), here.By(here.Lead))
        );

    private static async Task<Figures> See(TestWorkspace here, int number) =>
        (
            await here.In<FiguresQueries, FiguresView?>(
                null,
                null,
                use => use.Enter("marlow-falls", number)
            )
        )!.Figures;

    private static async Task<EngagementActivityId> Listen(
        TestWorkspace here,
        OpenForm form,
        EngagementActivityId? id,
        int version,
        string note
    ) =>
        Done(
            await here.In<RecordActivity, Outcome<EngagementActivityId>>(use =>
                use.Do(
                    new()
                    {
                        Id = id,
                        Version = version,
                        Title = "Coffee",
                        Kind = ActivityKind.FocusGroup,
                        On = new(2026, 9, 15),
                        Round = form.Round.Value,
                        Note = note,
                        Counts = [new(null, 5, 5)],
                    },
                    here.By(here.Lead)
                )
            )
        );
}
