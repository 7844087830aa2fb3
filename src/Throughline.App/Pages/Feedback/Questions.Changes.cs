using Microsoft.AspNetCore.Mvc;
using Throughline.Feedback;
using Throughline.Feedback.Questionnaires;
using Throughline.Kernel;

namespace Throughline.App.Pages.Feedback;

/// <summary>What can be done to the questionnaire, each in a form of its own; all of it ends in one edition more.</summary>
public sealed partial class QuestionsModel
{
    public Task<IActionResult> OnPost(FeedbackRoundId round, CancellationToken cancel) =>
        Save(
            round,
            form =>
            {
                var before = form.Question(Edit);
                var fresh =
                    before
                    ?? new Question
                    {
                        Code = form.NewCode(
                            Input.Text ?? "",
                            Input.Kind == QuestionKind.Note ? "note" : "question"
                        ),
                        Kind = Input.Kind,
                        Text = Words.None,
                    };
                var place = before is null
                    ? Input.Place ?? Add ?? form.Sections[^1].Code
                    : Input.Place;
                return Then(
                    Input.To(fresh, form.Language, Votes.Options(Said)),
                    one => (form.Put(one, place), one.Code)
                );
            },
            nameof(Input),
            cancel
        );

    public Task<IActionResult> OnPostPage(FeedbackRoundId round, CancellationToken cancel) =>
        Save(
            round,
            form =>
            {
                var before =
                    form.Page(Edit)
                    ?? new Section
                    {
                        Code = form.NewCode(PageInput.Title ?? "", "page"),
                        Questions = [],
                    };
                return Then(
                    PageInput.To(before, form.Language),
                    page => (form.Put(page), page.Code)
                );
            },
            nameof(PageInput),
            cancel
        );

    public Task<IActionResult> OnPostWords(FeedbackRoundId round, CancellationToken cancel) =>
        Save(
            round,
            form => Then(WordsInput.To(form), one => (one, "words")),
            nameof(WordsInput),
            cancel
        );

    public Task<IActionResult> OnPostUp(
        FeedbackRoundId round,
        string? code,
        CancellationToken cancel
    ) => Save(round, form => (form.Move(code ?? "", down: false), code ?? ""), "", cancel);

    public Task<IActionResult> OnPostDown(
        FeedbackRoundId round,
        string? code,
        CancellationToken cancel
    ) => Save(round, form => (form.Move(code ?? "", down: true), code ?? ""), "", cancel);

    public Task<IActionResult> OnPostDuplicate(
        FeedbackRoundId round,
        string? code,
        CancellationToken cancel
    ) => Save(round, form => (form.Duplicate(code ?? ""), code ?? ""), "", cancel);

    public Task<IActionResult> OnPostRemove(
        FeedbackRoundId round,
        string? code,
        CancellationToken cancel
    ) =>
        Save(
            round,
            form => (form.TakeOut(code ?? ""), ""),
            "",
            cancel,
            $"?removed={Uri.EscapeDataString(code ?? "")}"
        );

    public Task<IActionResult> OnPostBringBack(
        FeedbackRoundId round,
        string? code,
        CancellationToken cancel
    ) => Save(round, form => (form.BringBack(code ?? ""), code ?? ""), "", cancel);

    public async Task<IActionResult> OnPostLanguage(
        FeedbackRoundId round,
        string? language,
        CancellationToken cancel
    )
    {
        if (language is null || !respondents.Has(language))
        {
            return await Save(
                round,
                _ => Outcome.Refused(FeedbackSentences.ChooseALanguage, "language"),
                "",
                cancel
            );
        }

        return await Save(
            round,
            form => (form.AddLanguage(language), ""),
            "",
            cancel,
            "/" + language
        );
    }

    private static Outcome<(Questionnaire Form, string Code)> Then<T>(
        Outcome<T> read,
        Func<T, (Questionnaire, string)> then
    ) =>
        read switch
        {
            Outcome<T>.Done done => then(done.Value),
            Outcome<T>.Refused refused => refused.Refusals.ToList(),
            _ => Outcome.Unknown,
        };

    /// <param name="change">Answers the new questionnaire and the code of what to look at afterwards.</param>
    /// <param name="fields">How the fields of the form are called, for refusals.</param>
    /// <param name="next">Where to go afterwards, if not to that.</param>
    private async Task<IActionResult> Save(
        FeedbackRoundId round,
        Func<Questionnaire, Outcome<(Questionnaire Form, string Code)>> change,
        string fields,
        CancellationToken cancel,
        string? next = null
    )
    {
        ForgetBindingErrors();
        if (!await Load(round, cancel))
        {
            return NotFound();
        }

        // What somebody else took out meanwhile comes back with what was typed.
        var form = Edit is null ? Form : Form.BringBack(Edit);
        var code = "";
        var outcome = change(form) switch
        {
            Outcome<(Questionnaire Form, string Code)>.Done done => await Store(done.Value),
            Outcome<(Questionnaire, string)>.Refused refused => refused.Refusals.ToList(),
            _ => Outcome.Unknown,
        };
        return await Answer(
            outcome is Outcome<int>.Refused wrong ? Named(wrong, fields) : outcome,
            _ => LocalRedirect(Address + (next ?? (code.Length > 0 ? "#q-" + code : ""))),
            async () => await Load(round, cancel) ? Page() : NotFound()
        );

        async Task<Outcome<int>> Store((Questionnaire Form, string Code) changed)
        {
            code = changed.Code;
            var input = new ReviseQuestionnaire.Input(round, Version, changed.Form);
            return await revise.Do(input, Doing(), cancel);
        }
    }

    /// <summary>A problem of another question than the one in the form is told above the form.</summary>
    private Outcome<int> Named(Outcome<int>.Refused refused, string fields)
    {
        foreach (var refusal in refused.Refusals)
        {
            var isField = refusal.Field is { } field && char.IsUpper(field[0]);
            ModelState.AddModelError(
                isField ? $"{fields}.{refusal.Field}" : "",
                T[refusal.Sentence]
            );
        }

        return new List<Refusal>();
    }

    /// <summary>A vote in the words of every language that is spoken here: nobody need translate it.</summary>
    private Words Said(string vote) =>
        respondents
            .Languages.OrderByDescending(language => language == Form.Language)
            .Aggregate(
                Words.None,
                (said, language) => said.With(language, respondents.In(language)[$"vote.{vote}"])
            );
}
