using Throughline.Kernel;

namespace Throughline.Feedback;

/// <summary>
/// What one form brought. It holds nothing about whoever answered but what they wrote: no address, no time, no order (the rows lie in
/// the order of their random ids).
/// </summary>
public sealed class Answer : IDistrictOwned
{
    public required DistrictId DistrictId { get; init; }

    public required FeedbackRoundId RoundId { get; init; }

    public required AnswerId Id { get; init; }

    public required FeedbackChannelId ChannelId { get; init; }

    /// <summary>The edition of the questionnaire that was answered.</summary>
    public required int Edition { get; init; }

    public required string Language { get; init; }

    /// <summary>The day it was last saved, where the district is.</summary>
    public required DateOnly SavedOn { get; init; }

    /// <summary>Null while it is not sent: begun, and perhaps gone on with later.</summary>
    public required DateOnly? SentOn { get; init; }

    /// <summary>JSON: the entries by the codes of their questions (<see cref="Answering.AnswerEntries"/>).</summary>
    public required string Entries { get; init; }
}
