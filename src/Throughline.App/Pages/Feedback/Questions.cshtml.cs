using Microsoft.AspNetCore.Mvc;
using Throughline.App.Design;
using Throughline.App.Respondents;
using Throughline.Feedback;
using Throughline.Feedback.Questionnaires;
using Throughline.Kernel;
using Throughline.Kernel.History;

namespace Throughline.App.Pages.Feedback;

/// <summary>
/// The questionnaire as it will read, each part opened in place: <c>?edit=…</c> a question or a page by its code, <c>?edit=.words</c>
/// what stands around them, <c>?add=…</c> a new question on that page, <c>?add=.page</c> a new page.
/// </summary>
[Needs(FeedbackPermissions.Ask)]
public sealed class QuestionsModel(
    FeedbackQueries feedback,
    ReviseQuestionnaire revise,
    HistoryQueries histories,
    RespondentWords respondents
) : FeedbackPage(feedback)
{
    public const string WholeForm = ".words";
    public const string NewPage = ".page";

    /// <summary>The kinds for which a field is there, for the style sheet, which hides it for the others.</summary>
    public const string ButNotes =
        "Choice Several Scale Matrix Ranking Statements ShortText LongText Number Date";

    private const int LongestName = 60;

    public sealed record Fields : QuestionDraft;

    public sealed record PageFields : PageDraft;

    public sealed record WordsFields : WordsDraft;

    [BindProperty(SupportsGet = true)]
    public string? Edit { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Add { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Removed { get; set; }

    /// <summary>The language that it is not asked in any more.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Gone { get; set; }

    public bool IsGoneLanguage =>
        Gone is not null && respondents.Has(Gone) && !Form.Languages.Contains(Gone);

    /// <summary>The version of the round that the form was made from.</summary>
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public Fields Input { get; set; } = new();

    [BindProperty]
    public PageFields PageInput { get; set; } = new();

    [BindProperty]
    public WordsFields WordsInput { get; set; } = new();

    public RoundView Round { get; private set; } = null!;

    public Questionnaire Form { get; private set; } = null!;

    public IReadOnlyList<HistoryEntry> History { get; private set; } = [];

    public ILookup<string?, string> Problems { get; private set; } = null!;

    public ILookup<string?, string> Warnings { get; private set; } = null!;

    public string Language => Form.Language;

    public string Address => At(null, $"feedback/{Round.Id}/questions");

    public bool IsEdited(string code) => MayWrite && Edit == code;

    public bool IsAdded(string place) => MayWrite && Add == place;

    /// <summary>What was opened in place was taken out by somebody else meanwhile.</summary>
    public bool IsGone =>
        MayWrite
        && Edit is not null and not WholeForm
        && Form.Question(Edit) is null
        && Form.Page(Edit) is null;

    public TakenOut? TakenOut =>
        MayWrite ? Form.SetAside.FirstOrDefault(one => one.Code == Removed) : null;

    public string TitleOf(TakenOut taken) =>
        taken.Section is { } page
            ? (page.Title.IsEmpty ? T["feedback.build.untitled-page"] : page.Title.In(Language))
            : taken.Question!.Text.In(Language);

    public IEnumerable<Choice> Kinds =>
        Enum.GetNames<QuestionKind>().Select(kind => new Choice(kind, T["feedback.kinds." + kind]));

    public IEnumerable<Choice> SegmentChoices =>
        QuestionDraft.Segments.Select(segment => new Choice(
            segment,
            T["feedback.segment." + segment]
        ));

    public IEnumerable<Choice> Topics =>
        Enum.GetNames<ProtectedTopic>()
            .Select(topic => new Choice(topic, T["feedback.topic." + topic]));

    /// <summary>First on each page, and after each of its questions.</summary>
    public IEnumerable<Choice> Places =>
        Form.Sections.SelectMany(
            (page, at) =>
                page
                    .Questions.Where(question => question.Code != Edit)
                    .Select(question => new Choice(
                        question.Code,
                        T["feedback.build.place-after", Short(question.Text.In(Language))],
                        Group: T["feedback.build.page", at + 1, Form.Sections.Count]
                    ))
                    .Prepend(
                        new Choice(
                            page.Code,
                            T["feedback.build.place-first"],
                            Group: T["feedback.build.page", at + 1, Form.Sections.Count]
                        )
                    )
        );

    /// <summary>The page that a question is added to; the last one where a page is added.</summary>
    private int AddedTo =>
        Form.Sections.ToList().FindIndex(page => page.Code == Add) is >= 0 and var at
            ? at
            : Form.Sections.Count;

    /// <summary>What a condition can ask: the questions with options that stand before what is open.</summary>
    public IReadOnlyList<EarlierQuestion> Earlier =>
        [
            .. Form
                .Sections.TakeWhile(page => page.Code != Edit)
                .TakeWhile((_, at) => Add is null || at <= AddedTo)
                .SelectMany(page => page.Questions)
                .TakeWhile(question => question.Code != Edit)
                .Where(question =>
                    question.Kind
                        is QuestionKind.Choice
                            or QuestionKind.Several
                            or QuestionKind.Scale
                )
                .Select(question => new EarlierQuestion(
                    question.Text.In(Language),
                    [
                        .. question.Options.Select(option => new Choice(
                            $"{question.Code}/{option.Code}",
                            option.Text.In(Language)
                        )),
                    ]
                )),
        ];

    public int Minutes => AnswerTime.Minutes(Form);

    public IEnumerable<TranslationState> Translations =>
        Form.Languages.Where(one => one != Form.Language).Select(Form.StateOf);

    public string OwnName(string language) =>
        respondents.Has(language) ? respondents.In(language).OwnName : language;

    public IEnumerable<Choice> OtherLanguages =>
        respondents
            .Languages.Except(Form.Languages)
            .Select(language => new Choice(language, OwnName(language)));

    /// <summary>What is stored now, beside what was typed.</summary>
    public ConflictNotice? Collision =>
        Conflict is { } conflict
            ? new ConflictNotice(
                conflict with
                {
                    Stored = Stored(),
                },
                name => T["feedback.build.field." + name]
            )
            : null;

    /// <summary>A vote in the words of every language that is spoken here: nobody need translate it.</summary>
    private Words Said(string vote) =>
        respondents
            .Languages.OrderByDescending(language => language == Form.Language)
            .Aggregate(
                Words.None,
                (said, language) => said.With(language, respondents.In(language)[$"vote.{vote}"])
            );

    public async Task<IActionResult> OnGet(FeedbackRoundId round, CancellationToken cancel)
    {
        if (!await Load(round, cancel) || !Opens())
        {
            return NotFound();
        }

        return Page();
    }

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

    private static string Short(string text) =>
        text.Length <= LongestName ? text : text[..LongestName].TrimEnd() + "…";

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

    private bool Opens()
    {
        if (!MayWrite)
        {
            return true;
        }

        if (Form.Question(Edit) is { } question)
        {
            Input = new Fields();
            Fill(QuestionDraft.Of(question, Language));
        }
        else if (Form.Page(Edit) is { } page)
        {
            var draft = PageDraft.Of(page, Language);
            PageInput = new PageFields
            {
                Title = draft.Title,
                Text = draft.Text,
                ShowIf = draft.ShowIf,
            };
        }
        else if (Edit == WholeForm)
        {
            var draft = WordsDraft.Of(Form);
            WordsInput = new WordsFields
            {
                Title = draft.Title,
                Introduction = draft.Introduction,
                Thanks = draft.Thanks,
            };
        }
        else if (Edit is not null)
        {
            return false;
        }

        if (Add is not null and not NewPage && Form.Page(Add) is { } on)
        {
            Input = new Fields { Place = on.Questions is [.., var last] ? last.Code : on.Code };
            return true;
        }

        return Add is null or NewPage;
    }

    private void Fill(QuestionDraft draft) =>
        Input = new Fields
        {
            Text = draft.Text,
            Help = draft.Help,
            Kind = draft.Kind,
            Required = draft.Required,
            Options = draft.Options,
            Rows = draft.Rows,
            Other = draft.Other,
            Least = draft.Least,
            Most = draft.Most,
            Segment = draft.Segment,
            Topics = draft.Topics,
            ShowIf = draft.ShowIf,
        };

    private Dictionary<string, string?> Stored()
    {
        var stored = new Dictionary<string, string?>(StringComparer.Ordinal);
        if (Form.Question(Edit) is { } question)
        {
            stored["Text"] = question.Text.In(Language);
            if (question.HasRows)
            {
                stored["Rows"] = OptionLines.Write(question.Rows, Language);
            }

            if (question is { HasOptions: true, Kind: not QuestionKind.Statements })
            {
                stored["Options"] = OptionLines.Write(question.Options, Language);
            }
        }
        else if (Form.Page(Edit) is { } page)
        {
            stored["Title"] = page.Title.In(Language);
        }
        else if (Edit == WholeForm)
        {
            stored["Title"] = Form.Title.In(Language);
            stored["Introduction"] = Form.Introduction.In(Language);
            stored["Thanks"] = Form.Thanks.In(Language);
        }

        return stored;
    }

    private async Task<bool> Load(FeedbackRoundId id, CancellationToken cancel)
    {
        if (
            await Queries.Round(id, cancel) is not { } round
            || await Queries.Questionnaire(id, round.Edition, cancel) is not { } form
        )
        {
            return false;
        }

        Round = round;
        Form = form;
        History = await histories.Of(id.Value, cancel);
        Problems = Told(QuestionnaireCheck.Of(form));
        Warnings = Told(QuestionnaireCheck.Warnings(form));
        return true;
    }

    private ILookup<string?, string> Told(IEnumerable<QuestionnaireCheck.Problem> problems) =>
        problems.ToLookup(problem => problem.Where, problem => T[problem.Sentence]);
}
