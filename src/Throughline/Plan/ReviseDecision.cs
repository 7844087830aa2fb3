using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Plan;

/// <summary>Changes what a decision asks, who has a part in it and by when. What came of it is decided, not revised.</summary>
public sealed class ReviseDecision(ThroughlineDb db) : IUseCase
{
    public sealed record Input : DecisionDraft
    {
        public DecisionId Id { get; init; }

        public int Version { get; init; }
    }

    public Task<Outcome<DecisionId>> Do(
        Input input,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        db.Write<DecisionId>(
            doing,
            async () =>
            {
                if (
                    await db.Set<Decision>().FirstOrDefaultAsync(row => row.Id == input.Id, cancel)
                    is not { } decision
                )
                {
                    return Outcome.Unknown;
                }

                if (decision.Version != input.Version)
                {
                    return await db.StoredTexts(decision, cancel);
                }

                if (input.Refusals() is { Count: > 0 } refusals)
                {
                    return refusals;
                }

                await db.Take(decision, input, await Team.Of(db, cancel), doing, cancel);
                // The version counts also where only a name in a list changed.
                db.Entry(decision).Property(row => row.Question).IsModified = true;
                db.Happened("decision.revised", decision);
                return decision.Id;
            },
            cancel
        );
}
