using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Plan;

/// <summary>Opens a decided question again, with a reason. What it had replaced stands again meanwhile.</summary>
public sealed class ReopenDecision(ThroughlineDb db) : IUseCase
{
    public sealed record Input
    {
        public DecisionId Id { get; init; }

        public int Version { get; init; }

        public string? Reason { get; init; }
    }

    public Task<Outcome<Nothing>> Do(
        Input input,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        db.Write<Nothing>(
            doing with
            {
                Why = PlanText.Clean(input.Reason),
            },
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
                    return PlanWriting.Stored(decision.Version);
                }

                if (decision.State != DecisionState.Decided)
                {
                    return Outcome.Refused(PlanSentences.NotDecidedYet);
                }

                if (PlanText.Clean(input.Reason) is null)
                {
                    return Outcome.Refused(PlanSentences.EnterAReason, nameof(Input.Reason));
                }

                decision.Reopen();
                db.Happened("decision.reopened", decision);
                if (
                    decision.ReplacesId is { } formerId
                    && await db.Set<Decision>()
                        .FirstOrDefaultAsync(row => row.Id == formerId, cancel)
                        is { } former
                )
                {
                    former.StandAgain();
                    db.Happened("decision.stands-again", former);
                }

                return Outcome.Done;
            },
            cancel
        );
}
