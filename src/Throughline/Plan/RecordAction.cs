using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Plan;

/// <summary>Adds an action, last in its plan.</summary>
public sealed class RecordAction(ThroughlineDb db, PlanGoals goals) : IUseCase
{
    public sealed record Input : ActionDraft
    {
        public SchoolId? School { get; init; }
    }

    public Task<Outcome<ActionItemId>> Do(
        Input input,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        db.WriteNumbered<ActionItemId>(
            doing,
            async () =>
            {
                if (input.Refusals() is { Count: > 0 } refusals)
                {
                    return refusals;
                }

                if (
                    await db.OpenPlan(input.School, cancel) is not { } plan
                    || !await ActionLinks.AreHere(db, goals, input, plan.Id, cancel)
                )
                {
                    return Outcome.Unknown;
                }

                var action = new ActionItem
                {
                    DistrictId = plan.DistrictId,
                    Id = Id.New<ActionItemId>(),
                    PlanId = plan.Id,
                    Order = await db.Set<ActionItem>()
                        .CountAsync(row => row.PlanId == plan.Id, cancel),
                };
                db.Add(action);
                input.Into(action, await Team.Of(db, cancel));
                db.Happened("action.recorded", action);
                return action.Id;
            },
            cancel
        );
}

internal static class ActionLinks
{
    /// <summary>A goal or a decision of another district or another school is as unknown as one that never was.</summary>
    public static async Task<bool> AreHere(
        ThroughlineDb db,
        PlanGoals goals,
        ActionDraft draft,
        ImplementationPlanId plan,
        CancellationToken cancel
    ) =>
        await db.Knows(draft.WaitsFor, plan, cancel)
        && (
            draft.Goal is not { } goal
            || await goals.IsHere(
                goal,
                ImplementationPlan.SchoolOf(db.District!.Value, plan),
                cancel
            )
        );
}
