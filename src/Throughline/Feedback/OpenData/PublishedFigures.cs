using Throughline.Feedback.Questionnaires;
using Throughline.Kernel;

namespace Throughline.Feedback.OpenData;

public readonly record struct PublishedFiguresId(Guid Value) : IId<PublishedFiguresId>
{
    public static PublishedFiguresId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("n");
}

/// <summary>
/// What everybody may know of the answers to a round: chosen questions, counted, with whatever could give somebody away taken out. It
/// never changes, and it holds no hidden count.
/// </summary>
public sealed class PublishedFigures : DistrictThing<PublishedFiguresId>
{
    /// <summary>Counted through the district, from 1.</summary>
    public required int Number { get; init; }

    public required FeedbackRoundId RoundId { get; init; }

    public required string RoundName { get; init; }

    /// <summary>The day of publishing, where the district is.</summary>
    public required DateOnly PublishedOn { get; init; }

    /// <summary><see cref="Figures"/> as JSON, UTF-8.</summary>
    public required byte[] Content { get; init; }

    public DateTime? WithdrawnAt { get; private set; }

    public override string HistoryKind => "published-figures";

    public override string HistoryName => RoundName;

    public void Withdraw(Doing doing) => WithdrawnAt = doing.When;
}

/// <param name="Title">Of the questionnaire.</param>
/// <param name="Answers">How many answered.</param>
/// <param name="Least">Counts of fewer people are not shown.</param>
/// <param name="ClosedOn">The last day on which it could be answered.</param>
/// <param name="Segment">Who answered, by the groups of one question; null where the figures are of all together.</param>
public sealed record Figures(
    Words Title,
    int Answers,
    int Least,
    DateOnly? ClosedOn,
    SegmentFigures? Segment,
    IReadOnlyList<QuestionFigures> Questions
)
{
    /// <summary>What people wrote, as far as a person said that everybody may read it.</summary>
    public IReadOnlyList<QuestionQuotes> Quotes { get; init; } = [];
}

/// <param name="Field">The column of the export; <see cref="ChosenQuotes.Noted"/> for what was noted down where people were listened to.</param>
/// <param name="Text">Of the question; none for notes.</param>
public sealed record QuestionQuotes(string Field, Words Text, IReadOnlyList<QuoteShown> Quotes);

/// <param name="Language">That it was written in.</param>
/// <param name="Translation">Null where there is none.</param>
public sealed record QuoteShown(
    string Language,
    string Quote,
    string? TranslationLanguage,
    string? Translation
);

/// <param name="Code">Of the question that parts the answers.</param>
/// <param name="Overlaps">Whether one person can be in several of the groups.</param>
public sealed record SegmentFigures(
    string Code,
    Words Text,
    bool Overlaps,
    IReadOnlyList<OptionFigures> Groups
);

/// <param name="Field">The column of the export: the question's code, with the row's behind it where there is one.</param>
/// <param name="Row">Of a matrix; null elsewhere.</param>
/// <param name="Several">Whether one person could choose several.</param>
/// <param name="Options">What could be chosen, and <c>none</c> for no answer.</param>
public sealed record QuestionFigures(
    string Field,
    Words Text,
    Words? Row,
    bool Several,
    IReadOnlyList<OptionFigures> Options
);

/// <param name="Code">Null: no answer.</param>
/// <param name="Count">Null where it is hidden.</param>
/// <param name="ByGroup">In the order of the segment's groups; null where hidden.</param>
public sealed record OptionFigures(
    string? Code,
    Words Text,
    int? Count,
    IReadOnlyList<int?> ByGroup
);
