using Microsoft.AspNetCore.Mvc;
using Throughline.App.Design;
using Throughline.App.Hosting.SignIn;
using Throughline.Feedback;
using Throughline.Feedback.Questionnaires;

namespace Throughline.App.Pages.Feedback;

/// <summary>One round: where it is answered, and what it takes to open it.</summary>
[Needs(FeedbackPermissions.Ask)]
public sealed class RoundModel(
    FeedbackQueries feedback,
    AddChannel addChannel,
    OpenRound open,
    CloseRound close,
    RecordLeftOut leftOut,
    Site site
) : FeedbackPage(feedback)
{
    private const int UsualDaysOpen = 21;
    private const int UsualYearsKept = 1;

    public sealed class OpenFields
    {
        public int Version { get; set; }

        public DateOnly? ClosesOn { get; set; }

        public DateOnly? KeepUntil { get; set; }

        public StudentBasis? Basis { get; set; }

        public DateOnly? BasisOn { get; set; }

        public string? BasisNote { get; set; }
    }

    public sealed class ChannelFields
    {
        public string? Group { get; set; }

        public ChannelKind Kind { get; set; }
    }

    [BindProperty]
    public OpenFields Input { get; set; } = new();

    [BindProperty]
    public ChannelFields Channel { get; set; } = new();

    public sealed class LeftOutFields
    {
        public int Version { get; set; }

        public string? LeftOut { get; set; }

        public string? Note { get; set; }
    }

    [BindProperty]
    public LeftOutFields Children { get; set; } = new();

    public RoundView Round { get; private set; } = null!;

    public int Answers { get; private set; }

    public int Questions { get; private set; }

    public bool HasStatements { get; private set; }

    public IReadOnlyList<ChannelView> Channels { get; private set; } = [];

    public IReadOnlyList<QuestionnaireCheck.Problem> Problems { get; private set; } = [];

    public IReadOnlyList<QuestionnaireCheck.Problem> Warnings { get; private set; } = [];

    public IEnumerable<Choice> Kinds =>
        Enum.GetValues<ChannelKind>()
            .Where(kind => kind != ChannelKind.Parents || Round.AsksStudents)
            .Select(kind => new Choice(kind.ToString(), T["feedback.kind." + kind]));

    public IEnumerable<Choice> Bases =>
        Enum.GetValues<StudentBasis>()
            .Select(basis => new Choice(basis.ToString(), T["feedback.basis." + basis]));

    public string AddressOf(ChannelView channel) => $"{site.AddressFor(Request)}/f/{channel.Code}";

    public async Task<IActionResult> OnGet(FeedbackRoundId round, CancellationToken cancel)
    {
        if (!await Load(round, cancel))
        {
            return NotFound();
        }

        Input.ClosesOn = Today.AddDays(UsualDaysOpen);
        Input.KeepUntil = Today.AddDays(UsualDaysOpen).AddYears(UsualYearsKept);
        return Page();
    }

    public async Task<IActionResult> OnPost(FeedbackRoundId round, CancellationToken cancel)
    {
        ForgetBindingErrors();
        var input = new OpenRound.Input(
            round,
            Input.Version,
            Input.ClosesOn,
            Input.KeepUntil,
            Input.Basis,
            Input.BasisOn,
            Input.BasisNote
        );
        return await Answer(
            await open.Do(input, Doing(), cancel),
            _ => LocalRedirect(At(null, $"feedback/{round}")),
            () => Again(round, cancel)
        );
    }

    public async Task<IActionResult> OnPostAddress(FeedbackRoundId round, CancellationToken cancel)
    {
        ForgetBindingErrors();
        var input = new AddChannel.Input(round, Channel.Kind, Channel.Group);
        return await Answer(
            await addChannel.Do(input, Doing(), cancel),
            _ => LocalRedirect(At(null, $"feedback/{round}#addresses")),
            () => Again(round, cancel)
        );
    }

    public async Task<IActionResult> OnPostLeftOut(FeedbackRoundId round, CancellationToken cancel)
    {
        ForgetBindingErrors();
        var input = new RecordLeftOut.Input(
            round,
            Children.Version,
            Children.LeftOut,
            Children.Note
        );
        return await Answer(
            await leftOut.Do(input, Doing(), cancel),
            _ => LocalRedirect(At(null, $"feedback/{round}#left-out")),
            () => Again(round, cancel)
        );
    }

    public async Task<IActionResult> OnPostClose(FeedbackRoundId round, CancellationToken cancel) =>
        await Answer(
            await close.Do(round, Doing(), cancel),
            _ => LocalRedirect(At(null, $"feedback/{round}")),
            () => Again(round, cancel)
        );

    private async Task<IActionResult> Again(FeedbackRoundId round, CancellationToken cancel) =>
        await Load(round, cancel) ? Page() : NotFound();

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
        Input.Version = FormVersion(Input.Version, round.Version);
        Channels = await Queries.Channels(id, cancel);
        Answers = await Queries.CountAnswers(id, cancel);
        HasStatements = form.Questions.Any(question => question.Kind == QuestionKind.Statements);
        Questions = form.Questions.Count(question => question.Kind != QuestionKind.Note);
        Problems = QuestionnaireCheck.Of(form);
        Warnings = QuestionnaireCheck.Warnings(form);
        Children.Version = FormVersion(Children.Version, round.Version);
        if (HttpMethods.IsGet(Request.Method))
        {
            Children.LeftOut = round.BasisNote?.LeftOut?.ToString(T.Culture);
            Children.Note = round.BasisNote?.Text;
            Input.BasisNote = round.BasisNote?.Text;
        }

        return true;
    }
}
