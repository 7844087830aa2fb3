using Throughline.Direction;
using Throughline.Kernel;
using Throughline.Kernel.History;

namespace Throughline.Plan;

public enum ActionStatus
{
    NotStarted,
    UnderWay,
    Done,
    Dropped,
}

/// <summary>What somebody does for a goal, by when, with what, and how one will see that it was done.</summary>
public sealed class ActionItem : DistrictThing<ActionItemId>, IAtLevel
{
    public required ImplementationPlanId PlanId { get; init; }

    public GoalId? GoalId { get; private set; }

    [Restorable]
    public string What { get; private set; } = "";

    public MembershipId? OwnerId { get; private set; }

    public string? OwnerName { get; private set; }

    public DateOnly? Due { get; private set; }

    public string? Resources { get; private set; }

    public string? Evidence { get; private set; }

    public ActionStatus Status { get; private set; }

    public string? DroppedReason { get; private set; }

    public DecisionId? WaitsForId { get; private set; }

    public int Order { get; set; }

    SchoolId? IAtLevel.SchoolId => ImplementationPlan.SchoolOf(DistrictId, PlanId);

    public override string HistoryKind => "action-item";

    public override string HistoryName => What;

    public void Describe(string what, GoalId? goal) => (What, GoalId) = (what, goal);

    public void GiveTo(Who? owner, DateOnly? due) =>
        (OwnerId, OwnerName, Due) = (owner?.Member, owner?.Name, due);

    public void Equip(string? resources, string? evidence) =>
        (Resources, Evidence) = (resources, evidence);

    public void Stand(ActionStatus status, string? droppedReason) =>
        (Status, DroppedReason) = (status, status == ActionStatus.Dropped ? droppedReason : null);

    public void WaitFor(DecisionId? decision) => WaitsForId = decision;
}
