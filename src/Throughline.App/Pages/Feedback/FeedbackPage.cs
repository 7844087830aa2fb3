using Throughline.Feedback;
using Throughline.Feedback.Questionnaires;
using Throughline.Feedback.Written;
using Throughline.Kernel;

namespace Throughline.App.Pages.Feedback;

/// <summary>A page of the rounds in which the district asks.</summary>
public abstract class FeedbackPage(FeedbackQueries feedback) : DistrictPage
{
    protected FeedbackQueries Queries => feedback;

    /// <summary>What is said of a round in a line: whether it is open, until when, and how many have answered.</summary>
    public string StateOf(RoundView round, int answers) =>
        round switch
        {
            { OpenedAt: null } => T["feedback.state.preparing"],
            { ClearedAt: { } cleared } => T["feedback.state.cleared", DayOf(cleared)],
            { ClosedAt: { } closed } => T["feedback.state.closed", DayOf(closed), Said(answers)],
            { ClosesOn: { } last } when last < Today => T[
                "feedback.state.closed",
                last,
                Said(answers)
            ],
            { ClosesOn: { } last } => T["feedback.state.open", last, Said(answers)],
            _ => T["feedback.state.preparing"],
        };

    public bool IsTaking(RoundView round) =>
        round is { OpenedAt: not null, ClosedAt: null } && round.ClosesOn >= Today;

    /// <summary>What is left to do in a translation.</summary>
    public string Standing(TranslationState state) =>
        state switch
        {
            { Missing: > 0 } => T.Count("feedback.translate.missing", state.Missing),
            { IsReviewed: false } => T["feedback.translate.unread"],
            _ => T["feedback.translate.complete"],
        };

    /// <summary>The question that a text answers, or what it was noted down at.</summary>
    public string QuestionOf(Questionnaire form, WrittenText text) =>
        text.NotedAt is { } title
            ? T["feedback.texts.noted", title]
            : form.Questions.FirstOrDefault(question =>
                    text.Field == question.Code
                    || text.Field.StartsWith(question.Code + ".", StringComparison.Ordinal)
                )
                ?.Text.In(T.Language)
                ?? text.Field;

    public string Said(int answers) => T.Count("feedback.answers", answers);
}
