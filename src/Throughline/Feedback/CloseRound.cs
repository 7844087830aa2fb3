using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Feedback;

/// <summary>No more answers from here on; it can be opened again.</summary>
public sealed class CloseRound(ThroughlineDb db) : IUseCase
{
    public Task<Outcome<Nothing>> Do(
        FeedbackRoundId id,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        db.Write<Nothing>(
            doing,
            async () =>
            {
                var round = await db.Set<FeedbackRound>()
                    .FirstOrDefaultAsync(row => row.Id == id, cancel);
                if (round is null)
                {
                    return Outcome.Unknown;
                }

                if (!round.IsOpen)
                {
                    return Outcome.Refused(FeedbackSentences.NotOpen);
                }

                round.Close(doing);
                db.Happened("round.closed", round);
                return Outcome.Done;
            },
            cancel
        );
}
