using Microsoft.AspNetCore.Mvc;
using Throughline.App.Respondents;
using Throughline.Feedback;
using Throughline.Feedback.Questionnaires;
using Throughline.Kernel;

namespace Throughline.App.Pages.Feedback;

/// <summary>The questionnaire in one more language: each text beside its original, in one form.</summary>
[Needs(FeedbackPermissions.Ask)]
[RequestFormLimits(ValueCountLimit = MostFields)]
public sealed class TranslationModel(
    FeedbackQueries feedback,
    ReviseQuestionnaire revise,
    RespondentWords respondents
) : FeedbackPage(feedback)
{
    /// <summary>A questionnaire at its limits has more texts than a usual form has fields.</summary>
    public const int MostFields = 20_000;

    private const string Prefix = "t.";

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public RoundView Round { get; private set; } = null!;

    public Questionnaire Form { get; private set; } = null!;

    public string Language { get; private set; } = "";

    public RespondentTexts Own { get; private set; } = null!;

    public IReadOnlyList<QuestionnaireText> Texts { get; private set; } = [];

    public TranslationState State { get; private set; } = null!;

    private string Questions => At(null, $"feedback/{Round.Id}/questions");

    public string OriginalName => respondents.In(Form.Language).OwnName;

    public static string FieldOf(QuestionnaireText text) => Prefix + text.Key;

    /// <summary>What was typed, where it could not be stored; else what is stored.</summary>
    public string Translated(QuestionnaireText text) =>
        HttpMethods.IsPost(Request.Method) && Request.Form.TryGetValue(FieldOf(text), out var typed)
            ? typed.ToString()
        : text.Words.Has(Language) ? text.Words.In(Language)
        : "";

    /// <summary>After a conflict: what somebody else stored, where it is not what was typed here.</summary>
    public string? Theirs(QuestionnaireText text) =>
        Conflict is not null
        && text.Words.Has(Language)
        && text.Words.In(Language) != Translated(text).Trim()
            ? text.Words.In(Language)
            : null;

    public string PartOf(QuestionnaireText text) =>
        T[
            "feedback.translate.part."
                + (
                    text.Part == "text" && Form.Page(text.Code) is not null
                        ? "page-text"
                        : text.Part
                )
        ];

    public async Task<IActionResult> OnGet(
        FeedbackRoundId round,
        string language,
        CancellationToken cancel
    ) => await Load(round, language, cancel) ? Page() : NotFound();

    public Task<IActionResult> OnPost(
        FeedbackRoundId round,
        string language,
        CancellationToken cancel
    ) =>
        Save(
            round,
            language,
            () =>
                Form.Translate(
                    language,
                    Texts
                        .Where(text => Request.Form.ContainsKey(FieldOf(text)))
                        .ToDictionary(text => text.Key, Translated, StringComparer.Ordinal)
                ),
            "?done=saved",
            cancel
        );

    public Task<IActionResult> OnPostRead(
        FeedbackRoundId round,
        string language,
        CancellationToken cancel
    ) =>
        Save(
            round,
            language,
            () =>
                State.IsComplete
                    ? Form with
                    {
                        Unreviewed = [.. Form.Unreviewed.Where(one => one != language)],
                    }
                    : Outcome.Refused(FeedbackSentences.TranslationIncomplete),
            "",
            cancel
        );

    public Task<IActionResult> OnPostRemove(
        FeedbackRoundId round,
        string language,
        CancellationToken cancel
    ) => Save(round, language, () => Form.RemoveLanguage(language), null, cancel);

    /// <param name="next">After the address of this page; null goes back to the questions.</param>
    private async Task<IActionResult> Save(
        FeedbackRoundId round,
        string language,
        Func<Outcome<Questionnaire>> change,
        string? next,
        CancellationToken cancel
    )
    {
        ForgetBindingErrors();
        if (!await Load(round, language, cancel))
        {
            return NotFound();
        }

        Outcome<int> outcome = change() switch
        {
            Outcome<Questionnaire>.Done done => await revise.Do(
                new ReviseQuestionnaire.Input(round, Version, done.Value),
                Doing(),
                cancel
            ),
            Outcome<Questionnaire>.Refused refused => refused.Refusals.ToList(),
            _ => Outcome.Unknown,
        };
        return await Answer(
            outcome,
            _ =>
                LocalRedirect(
                    next is null
                        ? $"{Questions}?gone={language}#languages"
                        : $"{Questions}/{language}{next}"
                ),
            async () => await Load(round, language, cancel) ? Page() : NotFound()
        );
    }

    private async Task<bool> Load(FeedbackRoundId id, string language, CancellationToken cancel)
    {
        if (
            await Queries.Round(id, cancel) is not { } round
            || await Queries.Questionnaire(id, round.Edition, cancel) is not { } form
            || !form.Languages.Skip(1).Contains(language)
        )
        {
            return false;
        }

        Round = round;
        Form = form;
        Language = language;
        Own = respondents.In(respondents.Has(language) ? language : "en");
        Texts = QuestionnaireTexts.Of(form);
        State = form.StateOf(language);
        return true;
    }
}
