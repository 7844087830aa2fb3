using Throughline.Kernel;

namespace Throughline.App.Pages.District;

/// <summary>What the letter is written from.</summary>
/// <param name="HasInvited">Whether somebody has been asked into the team and has not answered yet.</param>
public sealed record HomeFacts(
    int Members,
    bool HasInvited,
    bool KnowsStart,
    (string Code, string Title)? NextStep,
    int DecisionsOverdue,
    int ActionsLate,
    int StepsDone,
    int Steps
)
{
    public bool IsAlone => Members <= 1 && !HasInvited;
}

/// <summary>The one thing that matters today, as a colleague would say it: a head, a sentence, and where to go.</summary>
public sealed record HomeLetter(Sentence Head, Sentence Lead, string? Path, Sentence? Action)
{
    public static HomeLetter Write(HomeFacts facts) =>
        facts switch
        {
            { IsAlone: true } => Of("alone", "team/invite"),
            { DecisionsOverdue: > 0 and var overdue } => Of("overdue", "plan/decisions", overdue),
            { KnowsStart: false } => Of("start", "process/starting-point/find"),
            { ActionsLate: > 0 and var late } => Of("late", "plan/actions", late),
            { NextStep: { } next } => new HomeLetter(
                new Sentence("letter.next.head", next.Title),
                new Sentence("letter.next.lead", facts.StepsDone, facts.Steps),
                "process/" + next.Code,
                new Sentence("letter.next.action")
            ),
            _ => Of("all-done", "document"),
        };

    private static HomeLetter Of(string key, string path, params object?[] values) =>
        new(
            new Sentence($"letter.{key}.head", values),
            new Sentence($"letter.{key}.lead", values),
            path,
            new Sentence($"letter.{key}.action")
        );
}
