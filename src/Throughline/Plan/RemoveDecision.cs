using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Plan;

/// <summary>Takes a decision off the register; it can be brought back, and its number is not given again.</summary>
public sealed class RemoveDecision(ThroughlineDb db) : IUseCase
{
    public Task<Outcome<Nothing>> Do(
        DecisionId id,
        Doing doing,
        CancellationToken cancel = default
    ) => db.Write<Nothing>(doing, () => Remove(id, doing, cancel), cancel);

    public Task<Outcome<Nothing>> Undo(
        DecisionId id,
        Doing doing,
        CancellationToken cancel = default
    ) => db.BringBack<Decision>(all => all.Where(row => row.Id == id), "decision", doing, cancel);

    private async Task<Outcome<Nothing>> Remove(
        DecisionId id,
        Doing doing,
        CancellationToken cancel
    )
    {
        if (
            await db.Set<Decision>().FirstOrDefaultAsync(row => row.Id == id, cancel)
            is not { } decision
        )
        {
            return Outcome.Unknown;
        }

        if (decision.State == DecisionState.Superseded)
        {
            return Outcome.Refused(PlanSentences.AlreadyReplaced);
        }

        decision.Remove(doing);
        db.Happened("decision.removed", decision);
        if (
            await db.Set<Decision>().FirstOrDefaultAsync(row => row.ReplacedById == id, cancel) is
            { } former
        )
        {
            former.BeReplacedBy(null);
            former.StandAgain();
            db.Happened("decision.stands-again", former);
        }

        return Outcome.Done;
    }
}
