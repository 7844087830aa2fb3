using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Plan;

/// <summary>
/// Says how a school's decision stands to one of the district's: it follows it, or differs from it, and then why. Said so, a difference
/// is settled and no clash; nothing else of either changes.
/// </summary>
public sealed class RelateDecision(ThroughlineDb db) : IUseCase
{
    public sealed record Input
    {
        public DecisionId Id { get; init; }

        public int Version { get; init; }

        /// <summary>The district's.</summary>
        public DecisionId? Given { get; init; }

        public Stance? Stance { get; init; }

        public string? StanceReason { get; init; }
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
                if (await OfASchool(input.Id, cancel) is not { } decision)
                {
                    return Outcome.Unknown;
                }

                if (decision.Version != input.Version)
                {
                    return StoredTexts(decision);
                }

                if (await Refusals(input, cancel) is { Count: > 0 } refusals)
                {
                    return refusals;
                }

                decision.StandTo(
                    input.Given!.Value,
                    input.Stance!.Value,
                    PlanText.Clean(input.StanceReason)
                );
                db.Happened(
                    input.Stance == Stance.Follows ? "decision.follows" : "decision.differs",
                    decision
                );
                return Outcome.Done;
            },
            cancel
        );

    /// <summary>Takes the link away.</summary>
    public Task<Outcome<Nothing>> Undo(
        DecisionId id,
        int version,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        db.Write<Nothing>(
            doing,
            async () =>
            {
                if (await OfASchool(id, cancel) is not { } decision)
                {
                    return Outcome.Unknown;
                }

                if (decision.Version != version)
                {
                    return StoredTexts(decision);
                }

                decision.StandAlone();
                db.Happened("decision.stands-alone", decision);
                return Outcome.Done;
            },
            cancel
        );

    /// <summary>The district's own decisions stand to none.</summary>
    private async Task<Decision?> OfASchool(DecisionId id, CancellationToken cancel)
    {
        var system = ImplementationPlan.IdOf(db.District!.Value, null);
        return await db.Set<Decision>()
            .FirstOrDefaultAsync(row => row.Id == id && row.PlanId != system, cancel);
    }

    private async Task<List<Refusal>> Refusals(Input input, CancellationToken cancel)
    {
        List<Refusal> refusals =
        [
            .. PlanText.TooLong((nameof(Input.StanceReason), input.StanceReason, PlanText.Prose)),
        ];
        var system = ImplementationPlan.IdOf(db.District!.Value, null);
        if (
            !await db.Set<Decision>()
                .AnyAsync(
                    row =>
                        row.Id == input.Given && row.PlanId == system && row.SupersededOn == null,
                    cancel
                )
        )
        {
            refusals.Add(
                Outcome.Refused(PlanSentences.ChooseTheDistrictsDecision, nameof(Input.Given))
            );
        }

        if (input.Stance is not { } stance || !Enum.IsDefined(stance))
        {
            refusals.Add(Outcome.Refused(PlanSentences.FollowsOrDiffers, nameof(Input.Stance)));
        }
        else if (stance == Stance.DiffersFrom && PlanText.Clean(input.StanceReason) is null)
        {
            refusals.Add(
                Outcome.Refused(PlanSentences.SayWhyItDiffers, nameof(Input.StanceReason))
            );
        }

        return refusals;
    }

    private static Conflict StoredTexts(Decision decision) =>
        PlanWriting.Stored(decision.Version, (nameof(Input.StanceReason), decision.StanceReason));
}
