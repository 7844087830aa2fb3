using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Plan;

/// <summary>Makes a decision final: with its decider, its outcome and the reason.</summary>
public sealed class DecideDecision(ThroughlineDb db) : IUseCase
{
    public sealed record Input
    {
        public DecisionId Id { get; init; }

        public int Version { get; init; }

        public string? Outcome { get; init; }

        public string? Reason { get; init; }

        public DateOnly? DecidedOn { get; init; }
    }

    public Task<Outcome<Nothing>> Do(
        Input input,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        db.Write<Nothing>(
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
                    return PlanWriting.Stored(
                        decision.Version,
                        (nameof(Input.Outcome), decision.Outcome),
                        (nameof(Input.Reason), decision.OutcomeReason)
                    );
                }

                var groups = await db.Set<Consultation>()
                    .Where(row => row.DecisionId == decision.Id)
                    .OrderBy(row => row.Order)
                    .ToListAsync(cancel);
                var school = await db.Set<ImplementationPlan>()
                    .Where(row => row.Id == decision.PlanId)
                    .Select(row => row.SchoolId)
                    .FirstAsync(cancel);
                var refusals = MayBeFinal.Check(
                    decision,
                    school,
                    groups,
                    await Team.Of(db, cancel),
                    input,
                    doing
                );
                if (refusals.Count > 0)
                {
                    return refusals;
                }

                var on = input.DecidedOn ?? DateOnly.FromDateTime(doing.When);
                decision.Decide(PlanText.Clean(input.Outcome)!, PlanText.Clean(input.Reason)!, on);
                db.Happened("decision.decided", decision);
                await SupersedeFormer(decision, on, cancel);
                return Outcome.Done;
            },
            cancel
        );

    private async Task SupersedeFormer(Decision decision, DateOnly on, CancellationToken cancel)
    {
        if (
            decision.ReplacesId is { } formerId
            && await db.Set<Decision>().FirstOrDefaultAsync(row => row.Id == formerId, cancel)
                is { } former
        )
        {
            former.Supersede(on);
            db.Happened("decision.superseded", former);
        }
    }
}
