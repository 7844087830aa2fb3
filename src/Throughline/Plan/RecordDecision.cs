using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Plan;

/// <summary>Puts a decision to be made into the register, under the next number of its plan.</summary>
public sealed class RecordDecision(ThroughlineDb db) : IUseCase
{
    public sealed record Input : DecisionDraft
    {
        /// <summary>Whose plan; null for the district's own.</summary>
        public SchoolId? School { get; init; }
    }

    public Task<Outcome<DecisionId>> Do(
        Input input,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        db.WriteNumbered<DecisionId>(
            doing,
            async () =>
            {
                if (input.Refusals() is { Count: > 0 } refusals)
                {
                    return refusals;
                }

                if (await db.OpenPlan(input.School, cancel) is not { } plan)
                {
                    return Outcome.Unknown;
                }

                var question = PlanText.Clean(input.Question)!;
                if (
                    await db.Set<Decision>()
                        .AnyAsync(
                            row =>
                                row.PlanId == plan.Id
                                && row.Question == question
                                && row.SupersededOn == null,
                            cancel
                        )
                )
                {
                    return Outcome.Refused(PlanSentences.QuestionIsThere, nameof(Input.Question));
                }

                var decision = new Decision
                {
                    DistrictId = plan.DistrictId,
                    Id = Id.New<DecisionId>(),
                    PlanId = plan.Id,
                    Number = await db.NextNumber(plan.Id, cancel),
                };
                db.Add(decision);
                await db.Take(decision, input, await Team.Of(db, cancel), doing, cancel);
                db.Happened("decision.recorded", decision);
                return decision.Id;
            },
            cancel
        );
}
