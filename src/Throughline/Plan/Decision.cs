using Throughline.Kernel;
using Throughline.Kernel.History;

namespace Throughline.Plan;

public enum DecisionState
{
    Open,
    Decided,
    Superseded,
}

/// <summary>How a school's decision stands to one of the district's.</summary>
public enum Stance
{
    Follows,
    DiffersFrom,
}

/// <summary>A question that the plan needs answered: by whom, with whom, by when, and what came of it.</summary>
public sealed class Decision : DistrictThing<DecisionId>, IAtLevel
{
    public required ImplementationPlanId PlanId { get; init; }

    /// <summary>Counted in its plan and never given twice, so that people can say "decision 9".</summary>
    public required int Number { get; init; }

    [Restorable]
    public string Question { get; private set; } = "";

    public PlanLevel Level { get; private set; }

    /// <summary>Why it is decided at this level.</summary>
    public string? LevelReason { get; private set; }

    /// <summary>A member of the team; null where <see cref="DeciderName"/> is a role in words.</summary>
    public MembershipId? DeciderId { get; private set; }

    public string? DeciderName { get; private set; }

    /// <summary>Days before the launch date by which it has to be made.</summary>
    public int? LeadDays { get; private set; }

    /// <summary>A day that stands whatever the launch date is.</summary>
    public DateOnly? NeededOn { get; private set; }

    /// <summary>Since when the team holds that this one needs wide support (UTC); null where it does not.</summary>
    public DateTime? BroadSupportSince { get; private set; }

    public string? Outcome { get; private set; }

    public string? OutcomeReason { get; private set; }

    public DateOnly? DecidedOn { get; private set; }

    /// <summary>The former decision that this one is to replace.</summary>
    public DecisionId? ReplacesId { get; init; }

    /// <summary>The later decision that is to replace this one; until that is made, this one stands.</summary>
    public DecisionId? ReplacedById { get; private set; }

    public DateOnly? SupersededOn { get; private set; }

    /// <summary>The starter it was copied from.</summary>
    public string? StarterCode { get; init; }

    /// <summary>Of a school's: the district's decision that it follows or differs from, where somebody said so.</summary>
    public DecisionId? GivenId { get; private set; }

    public Stance? Stance { get; private set; }

    /// <summary>Why it differs, or what following it means here.</summary>
    [Restorable]
    public string? StanceReason { get; private set; }

    public DecisionState State =>
        SupersededOn is not null ? DecisionState.Superseded
        : DecidedOn is not null ? DecisionState.Decided
        : DecisionState.Open;

    SchoolId? IAtLevel.SchoolId => ImplementationPlan.SchoolOf(DistrictId, PlanId);

    public override string HistoryKind => "decision";

    public override string HistoryName => Question;

    public void Ask(string question) => Question = question;

    public void PlaceAt(PlanLevel level, string? reason) => (Level, LevelReason) = (level, reason);

    public void GiveTo(Who? decider) => (DeciderId, DeciderName) = (decider?.Member, decider?.Name);

    public void NeedBy(int? leadDays, DateOnly? on) => (LeadDays, NeededOn) = (leadDays, on);

    public void NeedBroadSupport(bool needed, Doing doing) =>
        BroadSupportSince = needed ? BroadSupportSince ?? doing.When : null;

    public void Decide(string outcome, string reason, DateOnly on) =>
        (Outcome, OutcomeReason, DecidedOn) = (outcome, reason, on);

    /// <summary>The former outcome stays in the history, and as the draft of the next one.</summary>
    public void Reopen() => DecidedOn = null;

    public void BeReplacedBy(DecisionId? later) => ReplacedById = later;

    public void Supersede(DateOnly on) => SupersededOn = on;

    public void StandAgain() => SupersededOn = null;

    public void StandTo(DecisionId given, Stance stance, string? reason) =>
        (GivenId, Stance, StanceReason) = (given, stance, reason);

    public void StandAlone() => (GivenId, Stance, StanceReason) = (null, null, null);
}
