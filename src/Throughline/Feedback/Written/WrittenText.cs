namespace Throughline.Feedback.Written;

/// <summary>Something that somebody said in their own words: in an answer, or noted down where people were listened to.</summary>
/// <param name="Answer">The answer, or the note, that it stands in.</param>
/// <param name="Field">The entry of the answer (<c>hope</c>, <c>in-the-way.other</c>), or the line of the note.</param>
/// <param name="Passage">The key of the part of a plan that it speaks of.</param>
/// <param name="NotedAt">What it was noted down at; null for an answer.</param>
public sealed record WrittenText(
    AnswerId Answer,
    string Field,
    string Language,
    string Text,
    string? Passage,
    string? NotedAt
);
