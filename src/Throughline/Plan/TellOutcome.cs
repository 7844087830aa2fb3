using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Plan;

/// <summary>Marks that somebody who is to be informed, or wants to know, was told what was decided.</summary>
public sealed class TellOutcome(ThroughlineDb db) : IUseCase
{
    public Task<Outcome<Nothing>> Do(
        DecisionInputId id,
        bool told,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        db.Write<Nothing>(
            doing,
            async () =>
            {
                var input = await db.Set<DecisionInput>()
                    .FirstOrDefaultAsync(row => row.Id == id, cancel);
                var decision = input is null
                    ? null
                    : await db.Set<Decision>()
                        .FirstOrDefaultAsync(row => row.Id == input.DecisionId, cancel);
                if (input is null || decision is null)
                {
                    return Outcome.Unknown;
                }

                if (decision.DecidedOn is null)
                {
                    return Outcome.Refused(PlanSentences.NotDecidedYet);
                }

                input.Tell(told ? DateOnly.FromDateTime(doing.When) : null);
                var kind = told ? "decision.told" : "decision.untold";
                db.Happened(kind, "decision", decision.Id.Value, input.Name);
                return Outcome.Done;
            },
            cancel
        );
}
