using Microsoft.AspNetCore.Mvc;
using Throughline.App.Design;
using Throughline.Feedback;
using Throughline.Feedback.Opinions;
using Throughline.Feedback.Questionnaires;
using Throughline.Kernel;

namespace Throughline.App.Pages.Feedback;

/// <summary>What respondents proposed for others to vote on: a person reads it first. <c>?of=…</c> one of several questions.</summary>
[Needs(FeedbackPermissions.Ask)]
public sealed class ProposalsModel(
    FeedbackQueries feedback,
    StatementQueries statements,
    RuleOnStatements rule
) : FeedbackPage(feedback)
{
    /// <summary>As many as one reads at a stretch.</summary>
    private const int MostAtOnce = 20;

    private const string In = "in";
    private const string Out = "out";

    [BindProperty(SupportsGet = true)]
    public string? Of { get; set; }

    /// <summary>By the answer that brought the statement: in, out, or nothing yet.</summary>
    [BindProperty]
    public Dictionary<string, string?> Rulings { get; set; } = [];

    public RoundView Round { get; private set; } = null!;

    public Question Question { get; private set; } = null!;

    public IReadOnlyList<Question> Questions { get; private set; } = [];

    public IReadOnlyList<ProposedStatement> Waiting { get; private set; } = [];

    public int WaitingInAll { get; private set; }

    public IReadOnlyList<ProposedStatement> Voted { get; private set; } = [];

    public IReadOnlyList<ProposedStatement> KeptOut { get; private set; } = [];

    public bool MayDecide => MayWrite && IsTaking(Round);

    public bool IsChosen(ProposedStatement one, string ruling) =>
        Rulings.GetValueOrDefault(one.Answer.ToString()) == ruling;

    public async Task<IActionResult> OnGet(FeedbackRoundId round, CancellationToken cancel) =>
        await Load(round, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(FeedbackRoundId round, CancellationToken cancel)
    {
        ForgetBindingErrors();
        if (!await Load(round, cancel))
        {
            return NotFound();
        }

        var rulings = new List<RuleOnStatements.Ruling>();
        foreach (var (key, ruling) in Rulings.Where(pair => pair.Value is In or Out))
        {
            if (!Id.TryParse<AnswerId>(key, out var answer))
            {
                return NotFound();
            }

            rulings.Add(new(answer, ruling == In));
        }

        return await Answer(
            await rule.Do(new(round, Question.Code, rulings), Doing(), cancel),
            _ => LocalRedirect(At(null, $"feedback/{round}/proposals?of={Question.Code}")),
            async () => await Load(round, cancel) ? Page() : NotFound()
        );
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

        Questions = [.. form.Questions.Where(question => question.Kind == QuestionKind.Statements)];
        var chosen = Questions.Where(question => Of is null || question.Code == Of).ToList();
        if (chosen is not [var asked, ..])
        {
            return false;
        }

        (Round, Question, Of) = (round, asked, asked.Code);
        var proposed = await statements.Proposed(id, asked, cancel);
        var waiting = proposed.Where(one => one.IsIn is null).ToList();
        WaitingInAll = waiting.Count;
        Waiting = waiting[..Math.Min(MostAtOnce, waiting.Count)];
        Voted = [.. proposed.Where(one => one.IsIn == true)];
        KeptOut = [.. proposed.Where(one => one.IsIn == false)];
        return true;
    }
}
