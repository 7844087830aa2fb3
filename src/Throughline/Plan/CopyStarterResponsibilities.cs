using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Plan;

/// <summary>
/// Copies responsibilities that often go unnamed. One that starts from a starter decision is tied to the copy of that decision
/// where the plan has it. Answers how many were copied.
/// </summary>
public sealed class CopyStarterResponsibilities(ThroughlineDb db) : IUseCase
{
    public sealed record Starter(string Code, ResponsibilityDraft Draft, string? DecisionCode);

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

                var there = await db.Set<Responsibility>()
                    .Where(row => row.PlanId == plan.Id && row.StarterCode != null)
                    .Select(row => row.StarterCode)
                    .ToListAsync(cancel);
                var decisions = await db.Set<Decision>()
                    .Where(row => row.PlanId == plan.Id && row.StarterCode != null)
                    .Select(row => new { row.StarterCode, row.Id })
                    .ToListAsync(cancel);
                var team = await Team.Of(db, cancel);
                var copied = 0;
                foreach (var starter in input.Starters.Where(one => !there.Contains(one.Code)))
                {
                    var from = decisions.Find(row => row.StarterCode == starter.DecisionCode);
                    var line = db.AddResponsibility(
                        plan,
                        starter.Draft with
                        {
                            FromDecision = from?.Id,
                        },
                        starter.Code,
                        team
                    );
                    db.Happened("responsibility.copied", line);
                    copied++;
                }

                return copied;
            },
            cancel
        );
}
