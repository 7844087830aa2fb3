using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Plan;

/// <summary>
/// Copies typical decisions into a plan, in the words the page showed; the plan's from then on. One that is there already is
/// passed over. Answers how many were copied.
/// </summary>
public sealed class CopyStarterDecisions(ThroughlineDb db) : IUseCase
{
    /// <summary>A starter in the language of the page, with its roles in words.</summary>
    public sealed record Starter(string Code, DecisionDraft Draft);

    public sealed record Input(IReadOnlyList<Starter> Starters, SchoolId? School = null);

    public Task<Outcome<int>> Do(Input input, Doing doing, CancellationToken cancel = default) =>
        db.WriteNumbered<int>(
            doing,
            async () =>
            {
                if (input.Starters.Count == 0)
                {
                    return Outcome.Refused(PlanSentences.ChooseAStarter, "Chosen");
                }

                if (await db.OpenPlan(input.School, cancel) is not { } plan)
                {
                    return Outcome.Unknown;
                }

                var there = await db.Set<Decision>()
                    .Where(row => row.PlanId == plan.Id && row.StarterCode != null)
                    .Select(row => row.StarterCode)
                    .ToListAsync(cancel);
                var number = await db.NextNumber(plan.Id, cancel);
                var team = await Team.Of(db, cancel);
                var copied = 0;
                foreach (
                    var (code, draft) in input.Starters.Where(one => !there.Contains(one.Code))
                )
                {
                    var decision = new Decision
                    {
                        DistrictId = plan.DistrictId,
                        Id = Id.New<DecisionId>(),
                        PlanId = plan.Id,
                        Number = number + copied++,
                        StarterCode = code,
                    };
                    db.Add(decision);
                    await db.Take(decision, draft, team, doing, cancel);
                    db.Happened("decision.copied", decision);
                }

                return copied;
            },
            cancel
        );
}
