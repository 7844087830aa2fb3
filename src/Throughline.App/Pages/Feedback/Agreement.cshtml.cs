using Microsoft.AspNetCore.Mvc;
using Throughline.Analysis.Opinion;
using Throughline.App.Design;
using Throughline.Feedback;
using Throughline.Feedback.Opinions;
using Throughline.Feedback.Questionnaires;

namespace Throughline.App.Pages.Feedback;

/// <summary>
/// What people agree on, and what sets them apart: <c>?of=…</c> one of several questions, <c>?by=…</c> who they say they are.
/// </summary>
[Needs(FeedbackPermissions.Ask)]
public sealed class AgreementModel(FeedbackQueries feedback, HearStatements hear)
    : FeedbackPage(feedback)
{
    [BindProperty(SupportsGet = true)]
    public string? Of { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? By { get; set; }

    public RoundView Round { get; private set; } = null!;

    public IReadOnlyList<Question> Questions { get; private set; } = [];

    public IReadOnlyList<Choice> Partings { get; private set; } = [];

    public StatementsHeard Heard { get; private set; } = null!;

    public int Answers { get; private set; }

    public int Shared => Heard.Statements.Count(one => one.IsShared);

    public async Task<IActionResult> OnGet(FeedbackRoundId round, CancellationToken cancel)
    {
        if (
            await Queries.Round(round, cancel) is not { } found
            || await Queries.Questionnaire(round, found.Edition, cancel) is not { } form
        )
        {
            return NotFound();
        }

        Questions = [.. form.Questions.Where(question => question.Kind == QuestionKind.Statements)];
        Of ??= Questions is [var first, ..] ? first.Code : null;
        if (Of is null || await hear.Do(round, Of, By, cancel) is not { } heard)
        {
            return NotFound();
        }

        (Round, Heard) = (found, heard);
        Answers = await Queries.CountAnswers(round, cancel);
        Partings =
        [
            .. form
                .Questions.Where(question =>
                    question.Segment is not null && question.Options.Count > 0
                )
                .Select(question => new Choice(question.Code, question.Text.In(T.Language))),
        ];
        return Page();
    }

    /// <summary>Of those who voted on it, how many agree, and what the same share of others would say (95 %).</summary>
    public string Agrees(Answers answers) =>
        answers.AgreeInterval is { } interval
            ? T["feedback.agreement.of", answers.Agree, answers.Seen, interval.Low, interval.High]
            : T["feedback.agreement.nobody"];

    /// <summary>Letters, since a name would say what they are.</summary>
    public static string Letter(int group) => ((char)('A' + group)).ToString();

    public string Apart(StatementApart apart)
    {
        int Said(Answers answers) => apart.Agrees ? answers.Agree : answers.Disagree;
        return T[
            apart.Agrees ? "feedback.agreement.agrees" : "feedback.agreement.disagrees",
            Said(apart.Own),
            apart.Own.Seen,
            Said(apart.Others),
            apart.Others.Seen
        ];
    }
}
