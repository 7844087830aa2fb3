using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Plan;

/// <summary>
/// Asks a decided question anew under a number of its own. The former stands until the new one is made, and is kept after that;
/// each names the other.
/// </summary>
public sealed class ReplaceDecision(ThroughlineDb db) : IUseCase
{
    public sealed record Input
    {
        public DecisionId Id { get; init; }

        public int Version { get; init; }

        public string? Reason { get; init; }
    }

    public Task<Outcome<DecisionId>> Do(
        Input input,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        db.WriteNumbered<DecisionId>(
            doing with
            {
                Why = PlanText.Clean(input.Reason),
            },
            async () =>
            {
                if (
                    await db.Set<Decision>().FirstOrDefaultAsync(row => row.Id == input.Id, cancel)
                    is not { } former
                )
                {
                    return Outcome.Unknown;
                }

                if (former.Version != input.Version)
                {
                    return PlanWriting.Stored(former.Version);
                }

                if (former.State != DecisionState.Decided)
                {
                    return Outcome.Refused(PlanSentences.NotDecidedYet);
                }

                if (former.ReplacedById is not null)
                {
                    return Outcome.Refused(PlanSentences.AlreadyReplaced);
                }

                if (PlanText.Clean(input.Reason) is null)
                {
                    return Outcome.Refused(PlanSentences.EnterAReason, nameof(Input.Reason));
                }

                var decision = new Decision
                {
                    DistrictId = former.DistrictId,
                    Id = Id.New<DecisionId>(),
                    PlanId = former.PlanId,
                    Number = await db.NextNumber(former.PlanId, cancel),
                    ReplacesId = former.Id,
                };
                db.Add(decision);
                var draft = await DraftOf(former, cancel);
                await db.Take(decision, draft, await Team.Of(db, cancel), doing, cancel);
                former.BeReplacedBy(decision.Id);
                db.Happened("decision.recorded", decision);
                db.Happened("decision.reconsidered", former);
                return decision.Id;
            },
            cancel
        );

    /// <summary>The same question with the same people; the day is to be set anew.</summary>
    private async Task<DecisionDraft> DraftOf(Decision former, CancellationToken cancel)
    {
        var stored = (await db.StoredTexts(former, cancel)).Stored;
        return new DecisionDraft
        {
            Question = former.Question,
            Level = former.Level,
            LevelReason = former.LevelReason,
            Decider = former.DeciderName,
            Recommend = stored[nameof(DecisionDraft.Recommend)],
            Advise = stored[nameof(DecisionDraft.Advise)],
            Inform = stored[nameof(DecisionDraft.Inform)],
            WantsToKnow = stored[nameof(DecisionDraft.WantsToKnow)],
            BroadSupport = former.BroadSupportSince is not null,
            Consult = stored[nameof(DecisionDraft.Consult)],
        };
    }
}
