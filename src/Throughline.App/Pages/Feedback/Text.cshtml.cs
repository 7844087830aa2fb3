using Microsoft.AspNetCore.Mvc;
using Throughline.App.Design;
using Throughline.App.Respondents;
using Throughline.Feedback;
using Throughline.Feedback.Questionnaires;
using Throughline.Feedback.Themes;
using Throughline.Feedback.Written;
using Throughline.Kernel;
using Throughline.Kernel.Languages;

namespace Throughline.App.Pages.Feedback;

/// <summary>One text: its translation, its themes, and the words of it that everybody may read.</summary>
[Needs(FeedbackPermissions.Ask)]
public sealed class TextModel(
    FeedbackQueries feedback,
    ThemeQueries themes,
    TranslateText translate,
    ApproveQuote approve,
    CodeText code,
    RespondentWords respondents
) : FeedbackPage(feedback)
{
    public sealed class Fields
    {
        public string? Translation { get; set; }

        public string? Quote { get; set; }

        public string? QuoteTranslation { get; set; }
    }

    /// <summary>The entry of the answer, or the line of the note.</summary>
    [BindProperty(SupportsGet = true)]
    public string Field { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public bool Saved { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <summary>What is translated into.</summary>
    [BindProperty]
    public string? Into { get; set; }

    [BindProperty]
    public bool Withdraw { get; set; }

    [BindProperty]
    public string[] Chosen { get; set; } = [];

    [BindProperty]
    public string? NewTheme { get; set; }

    public RoundView Round { get; private set; } = null!;

    public Questionnaire Form { get; private set; } = null!;

    public TextView Text { get; private set; } = null!;

    public IReadOnlyList<Choice> Themes { get; private set; } = [];

    /// <summary>The language of the translation that is there, else of whoever looks at it.</summary>
    public string TranslatedInto => Text.Note.TranslationLanguage ?? T.Language;

    public string QuoteTranslatedInto => Text.Note.QuoteTranslationLanguage ?? TranslatedInto;

    public string NameOf(string language) =>
        respondents.Has(language) ? respondents.In(language).OwnName : language;

    public async Task<IActionResult> OnGet(
        FeedbackRoundId round,
        AnswerId answer,
        CancellationToken cancel
    )
    {
        ForgetBindingErrors();
        if (!await Load(round, answer, cancel))
        {
            return NotFound();
        }

        Prefill();
        return Page();
    }

    public async Task<IActionResult> OnPostTranslate(
        FeedbackRoundId round,
        AnswerId answer,
        CancellationToken cancel
    ) =>
        await Saving(
            round,
            answer,
            await translate.Do(
                new(round, answer, Field, Version, Language, Input.Translation),
                Doing(),
                cancel
            ),
            cancel
        );

    public async Task<IActionResult> OnPostQuote(
        FeedbackRoundId round,
        AnswerId answer,
        CancellationToken cancel
    ) =>
        await Saving(
            round,
            answer,
            await approve.Do(
                new(
                    round,
                    answer,
                    Field,
                    Version,
                    Withdraw ? null : Input.Quote ?? "",
                    Language,
                    Input.QuoteTranslation
                ),
                Doing(),
                cancel
            ),
            cancel
        );

    public async Task<IActionResult> OnPostCode(
        FeedbackRoundId round,
        AnswerId answer,
        CancellationToken cancel
    )
    {
        var ids = Chosen
            .Select(one => Id.TryParse<ThemeId>(one, out var id) ? id : default)
            .ToList();
        return await Saving(
            round,
            answer,
            await code.Do(new(round, answer, Field, ids, NewTheme), Doing(), cancel),
            cancel
        );
    }

    private async Task<IActionResult> Saving(
        FeedbackRoundId round,
        AnswerId answer,
        Outcome<Nothing> outcome,
        CancellationToken cancel
    )
    {
        ForgetBindingErrors();
        return await Answer(
            outcome,
            _ =>
                LocalRedirect(
                    At(
                        null,
                        $"feedback/{round}/texts/{answer}?field={Uri.EscapeDataString(Field)}&saved=true"
                    )
                ),
            async () =>
            {
                if (!await Load(round, answer, cancel))
                {
                    return NotFound();
                }

                Prefill();
                return Page();
            }
        );
    }

    private string Language => Into is not null && respondents.Has(Into) ? Into : T.Language;

    /// <summary>The stored words in every form but the one that was sent.</summary>
    private void Prefill()
    {
        Input.Translation ??= Text.Note.Translation;
        Input.Quote ??= Text.Note.Quote ?? Text.Written.Text;
        Input.QuoteTranslation ??= Text.Note.QuoteTranslation ?? Text.Note.Translation;
        if (Chosen.Length == 0)
        {
            Chosen = [.. Text.Themes.Select(theme => theme.ToString())];
        }
    }

    private async Task<bool> Load(FeedbackRoundId id, AnswerId answer, CancellationToken cancel)
    {
        if (
            await Queries.Round(id, cancel) is not { } round
            || await Queries.Questionnaire(id, round.Edition, cancel) is not { } form
        )
        {
            return false;
        }

        var texts = await themes.Texts(id, form, cancel);
        var text = texts.FirstOrDefault(one =>
            one.Written.Answer == answer && one.Written.Field == Field
        );
        if (text is null)
        {
            return false;
        }

        (Round, Form, Text) = (round, form, text);
        Themes = ThemeChoices.For(text, texts, await themes.Of(id, cancel), T);
        return true;
    }
}
