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
public sealed partial class QuestionsModel(
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

    public async Task<IActionResult> OnGet(FeedbackRoundId round, CancellationToken cancel)
    {
        if (!await Load(round, cancel) || !Opens())
        {
            return NotFound();
        }

        return Page();
    }

    private static string Short(string text) =>
        text.Length <= LongestName ? text : text[..LongestName].TrimEnd() + "…";

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
