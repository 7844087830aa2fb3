using Throughline.Feedback;
using Throughline.Kernel;

namespace Throughline.Data;

/// <summary>
/// The answers of the public's forms, written and read beside the context: they come by the thousand in a second, and have no history.
/// Each call names its district, and no row of another is touched.
/// </summary>
public interface IAnswerStore
{
    /// <summary>
    /// Stores all of them in one transaction that is on disk when the call returns. One that is there already is replaced; one that was
    /// sent is never made a draft again.
    /// </summary>
    Task Store(IReadOnlyList<Answer> answers, CancellationToken cancel);

    Task<Answer?> Find(
        DistrictId district,
        FeedbackRoundId round,
        AnswerId answer,
        CancellationToken cancel
    );

    Task<int> CountSent(DistrictId district, FeedbackRoundId round, CancellationToken cancel);

    /// <summary>What was sent, in the order of the ids, which is no order at all. Calls back for each, without keeping them.</summary>
    Task ReadSent(
        DistrictId district,
        FeedbackRoundId round,
        Action<SentAnswer> each,
        CancellationToken cancel
    );

    /// <summary>Deletes every answer of the round, sent or not; what they said is overwritten where the database can do so at once.</summary>
    Task Delete(DistrictId district, FeedbackRoundId round, CancellationToken cancel);

    /// <summary>
    /// Makes the database forget in which order the answers of a round came, where it still knows: in where they lie, in the numbers of
    /// their transactions, in its log.
    /// </summary>
    Task ForgetOrder(DistrictId district, FeedbackRoundId round, CancellationToken cancel);

    /// <summary>Deletes what was begun, never sent, and last saved before this day, in all rounds of the district.</summary>
    Task DeleteDrafts(DistrictId district, DateOnly savedBefore, CancellationToken cancel);
}

/// <summary>A sent answer as it is read by the thousand. The entries are UTF-8 JSON, and good only until the next one is read.</summary>
public readonly ref struct SentAnswer(
    AnswerId id,
    FeedbackChannelId channel,
    int edition,
    string language,
    DateOnly sentOn,
    ReadOnlySpan<byte> entries
)
{
    public AnswerId Id { get; } = id;

    public FeedbackChannelId Channel { get; } = channel;

    public int Edition { get; } = edition;

    public string Language { get; } = language;

    public DateOnly SentOn { get; } = sentOn;

    public ReadOnlySpan<byte> Entries { get; } = entries;
}
