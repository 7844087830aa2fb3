using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Feedback.OpenData;

/// <summary>Takes figures back: nobody reads them any more. What was read stays known, and is held against the next.</summary>
public sealed class WithdrawFigures(ThroughlineDb db) : IUseCase
{
    public Task<Outcome<Nothing>> Do(
        PublishedFiguresId id,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        db.Write<Nothing>(
            doing,
            async () =>
            {
                var figures = await db.Set<PublishedFigures>()
                    .FirstOrDefaultAsync(row => row.Id == id, cancel);
                if (figures is null)
                {
                    return Outcome.Unknown;
                }

                figures.Withdraw(doing);
                db.Happened("figures.withdrawn", figures);
                return Outcome.Done;
            },
            cancel
        );
}
