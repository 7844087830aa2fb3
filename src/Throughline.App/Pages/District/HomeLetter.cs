using Throughline.Kernel;

namespace Throughline.App.Pages.District;

/// <summary>What the letter is written from.</summary>
public sealed record HomeFacts(
    int Members,
    bool KnowsStart,
    (string Code, string Title)? NextStep,
    int DecisionsOverdue,
    int ActionsLate,
    int StepsDone,
    int Steps
);

/// <summary>The one thing that matters today, as a colleague would say it: a head, a sentence, and where to go.</summary>
public sealed record HomeLetter(Sentence Head, Sentence Lead, string? Path, Sentence? Action)
{
    public static HomeLetter Write(HomeFacts facts) =>
        facts switch
        {
            { Members: <= 1 } => Of("alone", "team"),
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
