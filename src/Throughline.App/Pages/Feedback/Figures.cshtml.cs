using Microsoft.AspNetCore.Mvc;
using Throughline.App.Design;
using Throughline.Feedback;
using Throughline.Feedback.OpenData;
using Throughline.Feedback.Questionnaires;

namespace Throughline.App.Pages.Feedback;

/// <summary>What everybody may know of a round: chosen, looked at as it will be read, and published.</summary>
[Needs(FeedbackPermissions.Ask)]
public sealed class FiguresModel(
    FeedbackQueries feedback,
    CountFigures count,
    PublishFigures publish,
    WithdrawFigures withdraw,
    ChosenQuotes quotes,
    FiguresQueries figures
) : FeedbackPage(feedback)
{
    private IReadOnlyList<QuestionQuotes> quoted = [];

    public sealed class Fields
    {
        public List<string> Questions { get; set; } = [];

        public string? Segment { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Fields Input { get; set; } = new();

    public RoundView Round { get; private set; } = null!;

    public Questionnaire Form { get; private set; } = null!;

    public IReadOnlyList<FiguresLine> Published { get; private set; } = [];

    /// <summary>As it will be read; null before questions are chosen.</summary>
    public FiguresShown? Preview { get; private set; }

    public bool IsOver => Round.OpenedAt is not null && !IsTaking(Round);

    public IEnumerable<Choice> Questions =>
        Form
            .Questions.Where(CountedField.CanBePublished)
            .Select(question => new Choice(question.Code, question.Text.In(T.Language)))
            .Concat(
                quoted.Select(one => new Choice(
                    one.Field,
                    T["feedback.figures.quotes-of", FiguresShown.TitleOf(one, T), one.Quotes.Count]
                ))
            );

    public IEnumerable<Choice> Segments =>
        Form
            .Questions.Where(CountedField.CanPart)
            .Select(question => new Choice(question.Code, question.Text.In(T.Language)));

    public async Task<IActionResult> OnGet(FeedbackRoundId round, CancellationToken cancel)
    {
        ForgetBindingErrors();
        if (!await Load(round, cancel))
        {
            return NotFound();
        }

        if (Input.Questions.Count == 0)
        {
            Input.Questions = [.. Questions.Select(question => question.Value)];
            return Page();
        }

        return await Answer(
            await count.Do(Chosen(round), cancel),
            counted =>
            {
                Preview = new FiguresShown(counted, T);
                return Page();
            },
            () => Task.FromResult<IActionResult>(Page())
        );
    }

    public async Task<IActionResult> OnPost(FeedbackRoundId round, CancellationToken cancel)
    {
        ForgetBindingErrors();
        return await Answer(
            await publish.Do(Chosen(round), Doing(), cancel),
            number => LocalRedirect($"/heard/{District.Slug}/figures/{number}"),
            async () => await Load(round, cancel) ? Page() : NotFound()
        );
    }

    public async Task<IActionResult> OnPostWithdraw(
        FeedbackRoundId round,
        PublishedFiguresId figuresId,
        CancellationToken cancel
    ) =>
        await Answer(
            await withdraw.Do(figuresId, Doing(), cancel),
            _ => LocalRedirect(At(null, $"feedback/{round}/figures")),
            async () => await Load(round, cancel) ? Page() : NotFound()
        );

    private CountFigures.Input Chosen(FeedbackRoundId round) =>
        new(round, Input.Questions, Input.Segment);

    private async Task<bool> Load(FeedbackRoundId id, CancellationToken cancel)
    {
        if (
            await Queries.Round(id, cancel) is not { } round
            || await Queries.Questionnaire(id, round.Edition, cancel) is not { } form
        )
        {
            return false;
        }

        (Round, Form) = (round, form);
        quoted = await quotes.Of(id, form, cancel);
        Published = [.. (await figures.All(cancel)).Where(line => line.Round == id)];
        return true;
    }
}
