using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Feedback;
using Throughline.Feedback.Answering;
using Throughline.Feedback.Questionnaires;
using Throughline.Feedback.Themes;
using Throughline.Kernel;
using Throughline.People;
using Throughline.Plan;
using Throughline.Publishing;
using Throughline.Testing;
using static Throughline.Testing.OpenForm;

namespace Throughline.Tests.Feedback;

/// <summary>From what was written to what changed: nothing is told before everything is answered.</summary>
public sealed class ThemeTests
{
    private static readonly Questionnaire Form = Pages(
        Page("p", Ask("hope", QuestionKind.LongText))
    );

    [Theory, EachDatabase]
    public async Task A_text_is_read_named_answered_and_told_to_everybody(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var form = await OpenForm.In(here, Form);
        var bus = await Say(here, form, "The bus leaves before the club ends.");
        var other = await Say(here, form, "I do not know.");
        Assert.Null(await Told(here));

        Done(await Code(here, new(form.Round, bus, "hope", [], "The late bus")));
        Done(await Code(here, new(form.Round, other, "hope", [])));
        var texts = await here.In<ThemeQueries, IReadOnlyList<TextView>>(use =>
            use.Texts(form.Round, Form)
        );
        Assert.All(texts, text => Assert.True(text.IsRead));
        var theme = Assert.Single(await Themes(here, form));
        Assert.Equal(("The late bus", 1), (theme.Name, theme.Texts));

        // Not told while a theme has no answer; no answer without its sentence or its reason.
        Refused("theme-is-open", await Tell(here, form));
        Refused("say-what-changed", await Answer(here, theme, Disposition.Adopt, null, null));
        Refused("say-why-not", await Answer(here, theme, Disposition.Decline, null, null));
        var decision = await Decide(here);
        Done(
            await Answer(
                here,
                theme,
                Disposition.Adapt,
                "From October on.",
                $"decision:{decision.Value}"
            )
        );
        Done(await Subscribe(here, "family@example.org", "es"));
        Done(await Tell(here, form));
        Done(await Tell(here, form));
        // Whoever asked for news is written to once, in their language, and can stop it with one click.
        var mail = Assert.Single(
            await here.In<ThroughlineDb, List<OutboxMail>>(db =>
                db.Set<OutboxMail>().AsNoTracking().ToListAsync()
            )
        );
        Assert.Equal("es", mail.Language);
        Assert.Contains("http://here/heard/marlow-falls", mail.Text, StringComparison.Ordinal);
        Assert.StartsWith("http://here/plans/marlow-falls/updates/stop/", mail.Unsubscribe);
        var told = (await Told(here))!;
        var answered = Assert.Single(Assert.Single(told.Rounds).Themes);
        Assert.Equal("When does the club end?", answered.ChangedText);
        Assert.Equal(Disposition.Adapt, answered.Disposition);
    }

    [Theory, EachDatabase]
    public async Task A_theme_or_text_of_another_round_or_district_is_unknown(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var form = await OpenForm.In(here, Form);
        var text = await Say(here, form, "Something");
        Done(await Code(here, new(form.Round, text, "hope", [], "A theme")));
        var theme = Assert.Single(await Themes(here, form));
        var second = await OpenForm.In(here, Form);
        var there = await Say(here, second, "Else");
        Assert.IsType<Outcome<Nothing>.Unknown>(
            await Code(here, new(second.Round, there, "hope", [theme.Id]))
        );
        Assert.IsType<Outcome<Nothing>.Unknown>(
            await Code(here, new(second.Round, text, "hope", []))
        );
        Assert.IsType<Outcome<Nothing>.Unknown>(
            await Code(here, new(form.Round, text, "no-such-field", []))
        );
        var (other, _) = await here.AddDistrict("elsewhere", here.Lead);
        Assert.IsType<Outcome<Nothing>.Unknown>(
            await here.In<CodeText, Outcome<Nothing>>(
                other,
                here.Lead,
                use => use.Do(new(form.Round, text, "hope", []), here.By(here.Lead))
            )
        );
    }

    [Fact]
    public void What_is_alike_is_suggested_in_every_script()
    {
        (string Theme, string Text)[] coded =
        [
            ("bus", "The bus leaves before the club ends."),
            ("english", "Que las clases sean solo en inglés."),
            ("arabic", "الحافلة تغادر قبل نهاية النادي"),
        ];
        Assert.Equal("bus", SimilarTexts.Suggest("the late bus leaves too early", coded)[0]);
        Assert.Equal("english", SimilarTexts.Suggest("clases en inglés no", coded)[0]);
        Assert.Equal("arabic", SimilarTexts.Suggest("الحافلة تغادر مبكرا", coded)[0]);
        Assert.Empty(SimilarTexts.Suggest("zzz", coded));
        Assert.Empty(SimilarTexts.Suggest("", coded));
    }

    private static Task<Outcome<Nothing>> Subscribe(
        TestWorkspace here,
        string email,
        string language
    ) =>
        here.In<ThroughlineDb, Outcome<Nothing>>(db =>
            db.Write<Nothing>(
                here.By(here.Lead),
                () =>
                {
                    var one = new UpdateSubscription
                    {
                        DistrictId = here.District,
                        Id = Id.New<UpdateSubscriptionId>(),
                        Email = email,
                        EmailKey = Person.KeyOf(email),
                        Language = language,
                        ConfirmedAt = here.Clock.GetUtcNow().UtcDateTime,
                        Secret = Secrets.New(),
                    };
                    db.Add(one);
                    db.Happened("subscription.confirmed", "subscription", one.Id.Value, "");
                    return Task.FromResult<Outcome<Nothing>>(Outcome.Done);
                },
                CancellationToken.None
            )
        );

    internal static async Task<AnswerId> Say(TestWorkspace here, OpenForm form, string text)
    {
        var entries = new AnswerEntries();
        entries.Set("hope", [text]);
        var day = new DateOnly(2026, 9, 14);
        var id = FormSecret.AnswerOf(FormSecret.New());
        await here.Storage.Answers.Store(
            [
                new Answer
                {
                    DistrictId = here.District,
                    RoundId = form.Round,
                    Id = id,
                    ChannelId = Id.New<FeedbackChannelId>(),
                    Edition = 1,
                    Language = "en",
                    SavedOn = day,
                    SentOn = day,
                    Entries = entries.ToJson(),
                },
            ],
            CancellationToken.None
        );
        return id;
    }

    private static Task<Outcome<Nothing>> Code(TestWorkspace here, CodeText.Input input) =>
        here.In<CodeText, Outcome<Nothing>>(use => use.Do(input, here.By(here.Lead)));

    private static Task<IReadOnlyList<ThemeView>> Themes(TestWorkspace here, OpenForm form) =>
        here.In<ThemeQueries, IReadOnlyList<ThemeView>>(use => use.Of(form.Round));

    private static Task<Outcome<Nothing>> Tell(TestWorkspace here, OpenForm form) =>
        here.In<AnswerBack, Outcome<Nothing>>(use =>
            use.Do(new(form.Round, "http://here"), here.By(here.Lead))
        );

    private static Task<HeardDistrict?> Told(TestWorkspace here) =>
        here.In<HeardQueries, HeardDistrict?>(null, null, use => use.Enter("marlow-falls"));

    private static Task<Outcome<Nothing>> Answer(
        TestWorkspace here,
        ThemeView theme,
        Disposition disposition,
        string? reason,
        string? changed
    ) =>
        here.In<DisposeTheme, Outcome<Nothing>>(use =>
            use.Do(
                new(theme.Id, theme.Version, theme.Name, null, disposition, reason, changed),
                here.By(here.Lead)
            )
        );

    private static async Task<DecisionId> Decide(TestWorkspace here) =>
        Assert
            .IsType<Outcome<DecisionId>.Done>(
                await here.In<RecordDecision, Outcome<DecisionId>>(use =>
                    use.Do(new() { Question = "When does the club end?" }, here.By(here.Lead))
                )
            )
            .Value;

    private static void Done(Outcome<Nothing> outcome) =>
        Assert.IsType<Outcome<Nothing>.Done>(outcome);

    private static void Refused(string why, Outcome<Nothing> outcome) =>
        Assert.Equal(
            "feedback.refusal." + why,
            Assert.IsType<Outcome<Nothing>.Refused>(outcome).Refusals[0].Sentence.Key
        );
}
