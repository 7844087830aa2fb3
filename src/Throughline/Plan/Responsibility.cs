using Throughline.Kernel;
using Throughline.Kernel.History;

namespace Throughline.Plan;

/// <summary>What somebody holds for the plan: a line of the tracker of roles and responsibilities.</summary>
public sealed class Responsibility : DistrictThing<ResponsibilityId>, IAtLevel
{
    public required ImplementationPlanId PlanId { get; init; }

    [Restorable]
    public string What { get; private set; } = "";

    public MembershipId? HolderId { get; private set; }

    public string? HolderName { get; private set; }

    public PlanLevel Level { get; private set; }

    public DecisionId? FromDecisionId { get; private set; }

    public DateOnly? Due { get; private set; }

    public string? StarterCode { get; init; }

    SchoolId? IAtLevel.SchoolId => ImplementationPlan.SchoolOf(DistrictId, PlanId);

    public override string HistoryKind => "responsibility";

    public override string HistoryName => What;

    public void Describe(string what, PlanLevel level, DecisionId? from) =>
        (What, Level, FromDecisionId) = (what, level, from);

    public void GiveTo(Who? holder, DateOnly? due) =>
        (HolderId, HolderName, Due) = (holder?.Member, holder?.Name, due);
}

public enum SupportState
{
    Needed,
    Requested,
    Met,
    Unmet,
}

/// <summary>What somebody needs in order to hold a responsibility: asked for, and met or not.</summary>
public sealed class SupportNeed : DistrictThing<SupportNeedId>
{
    public required ResponsibilityId ResponsibilityId { get; init; }

    public required string What { get; init; }

    public DateOnly? RequestedOn { get; private set; }

    public string? RequestedOf { get; private set; }

    public PersonId? RequestedBy { get; private set; }

    public DateOnly? MetOn { get; private set; }

    public DateOnly? RefusedOn { get; private set; }

    public PersonId? AnsweredBy { get; private set; }

    public string? Answer { get; private set; }

    public SupportState State =>
        MetOn is not null ? SupportState.Met
        : RefusedOn is not null ? SupportState.Unmet
        : RequestedOn is not null ? SupportState.Requested
        : SupportState.Needed;

    public override string HistoryKind => "support-need";

    public override string HistoryName => What;

    public void Request(string of, DateOnly on, PersonId by) =>
        (RequestedOf, RequestedOn, RequestedBy, MetOn, RefusedOn, Answer) = (
            of,
            on,
            by,
            null,
            null,
            null
        );

    public void Settle(bool met, DateOnly on, string? answer, PersonId by) =>
        (MetOn, RefusedOn, Answer, AnsweredBy) = (met ? on : null, met ? null : on, answer, by);
}
