using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Plan;

public sealed class ReviseAction(ThroughlineDb db, PlanGoals goals) : IUseCase
{
    public sealed record Input : ActionDraft
    {
        public ActionItemId Id { get; init; }

        public int Version { get; init; }
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
                    await db.Set<ActionItem>()
                        .FirstOrDefaultAsync(row => row.Id == input.Id, cancel)
                        is not { } action
                    || !await ActionLinks.AreHere(db, goals, input, action.PlanId, cancel)
                )
                {
                    return Outcome.Unknown;
                }

                if (action.Version != input.Version)
                {
                    return StoredTexts(action);
                }

                if (input.Refusals() is { Count: > 0 } refusals)
                {
                    return refusals;
                }

                var was = action.Status;
                input.Into(action, await Team.Of(db, cancel));
                db.Happened(Kind(was, action.Status), action);
                return Outcome.Done;
            },
            cancel
        );

    private static string Kind(ActionStatus was, ActionStatus now) =>
        was == now
            ? "action.revised"
            : now switch
            {
                ActionStatus.Done => "action.done",
                ActionStatus.Dropped => "action.dropped",
                ActionStatus.UnderWay => "action.under-way",
                _ => "action.not-started",
            };

    private static Conflict StoredTexts(ActionItem action) =>
        PlanWriting.Stored(
            action.Version,
            (nameof(Input.What), action.What),
            (nameof(Input.Owner), action.OwnerName),
            (nameof(Input.Due), action.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            (nameof(Input.Resources), action.Resources),
            (nameof(Input.Evidence), action.Evidence),
            (nameof(Input.Status), action.Status.ToString()),
            (nameof(Input.DroppedReason), action.DroppedReason)
        );
}

public sealed class RemoveAction(ThroughlineDb db) : IUseCase
{
    public Task<Outcome<Nothing>> Do(
        ActionItemId id,
        Doing doing,
        CancellationToken cancel = default
    ) => db.Remove<ActionItem>(all => all.Where(row => row.Id == id), "action", doing, cancel);

    public Task<Outcome<Nothing>> Undo(
        ActionItemId id,
        Doing doing,
        CancellationToken cancel = default
    ) => db.BringBack<ActionItem>(all => all.Where(row => row.Id == id), "action", doing, cancel);
}
