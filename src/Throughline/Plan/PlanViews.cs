using Throughline.Direction;
using Throughline.Kernel;

namespace Throughline.Plan;

public sealed record InputView(
    DecisionInputId Id,
    InputPart Part,
    string Name,
    MembershipId? Member,
    DateOnly? ToldOn
);

public sealed record ConsultationView(
    ConsultationId Id,
    string Group,
    DateOnly? ConsultedOn,
    string? Heard,
    string? WaivedReason
)
{
    public bool IsSettled => ConsultedOn is not null || WaivedReason is not null;
}

public sealed record OptionView(string Text, string? Pro, string? Con);

public sealed record NextStepView(
    NextStepId Id,
    string What,
    MembershipId? WhoId,
    string? Who,
    DateOnly? Due,
    DateOnly? DoneOn
);

/// <summary>A decision as others name it: "decision 9".</summary>
public sealed record DecisionName(DecisionId Id, int Number, string Question, SchoolId? School);

public sealed record DecisionView(
    DecisionId Id,
    int Number,
    SchoolId? School,
    string Question,
    PlanLevel Level,
    string? LevelReason,
    MembershipId? DeciderId,
    string? Decider,
    int? LeadDays,
    DateOnly? NeededOn,
    DateOnly? NeededBy,
    bool NeedsBroadSupport,
    DecisionState State,
    string? Outcome,
    string? OutcomeReason,
    DateOnly? DecidedOn,
    DecisionName? Replaces,
    DecisionName? ReplacedBy,
    int Version
)
{
    /// <summary>The starter it was copied from.</summary>
    public string? StarterCode { get; init; }

    /// <summary>Of a school's: how it stands to one of the district's, where somebody said so.</summary>
    public StanceView? Stance { get; init; }

    public IReadOnlyList<InputView> Inputs { get; init; } = [];

    public IReadOnlyList<ConsultationView> Groups { get; init; } = [];

    public IReadOnlyList<OptionView> Options { get; init; } = [];

    public IReadOnlyList<NextStepView> NextSteps { get; init; } = [];

    /// <summary>The actions that cannot go on before this is decided.</summary>
    public IReadOnlyList<ActionName> WaitingActions { get; init; } = [];

    public IReadOnlyList<ResponsibilityName> Responsibilities { get; init; } = [];

    public bool IsLate(DateOnly today) => State == DecisionState.Open && NeededBy < today;

    public IEnumerable<string> Named(InputPart part) =>
        Inputs.Where(input => input.Part == part).Select(input => input.Name);

    /// <summary>Those who are to hear what was decided and have not been told.</summary>
    public IEnumerable<InputView> ToTell =>
        State == DecisionState.Open
            ? []
            : Inputs.Where(input =>
                input.Part is InputPart.Inform or InputPart.WantsToKnow && input.ToldOn is null
            );
}

/// <param name="Given">The district's decision.</param>
public sealed record StanceView(DecisionName Given, Stance Stance, string? Reason);

public sealed record ActionName(ActionItemId Id, string What);

public sealed record ResponsibilityName(ResponsibilityId Id, string What, string? Holder);

public sealed record ActionView(
    ActionItemId Id,
    SchoolId? School,
    GoalId? Goal,
    string What,
    MembershipId? OwnerId,
    string? Owner,
    DateOnly? Due,
    string? Resources,
    string? Evidence,
    ActionStatus Status,
    string? DroppedReason,
    DecisionName? WaitsFor,
    bool Waits,
    int Version
)
{
    public bool IsLive => Status is ActionStatus.NotStarted or ActionStatus.UnderWay;

    public bool IsLate(DateOnly today) => IsLive && Due < today;
}

public sealed record SupportView(
    SupportNeedId Id,
    string What,
    SupportState State,
    DateOnly? RequestedOn,
    string? RequestedOf,
    string? RequestedBy,
    DateOnly? AnsweredOn,
    string? AnsweredBy,
    string? Answer
);

public sealed record ResponsibilityView(
    ResponsibilityId Id,
    SchoolId? School,
    string What,
    MembershipId? HolderId,
    string? Holder,
    PlanLevel Level,
    DecisionName? From,
    DateOnly? Due,
    IReadOnlyList<SupportView> Support,
    int Version
);

/// <param name="Parent">The system's plan, over a school's.</param>
public sealed record PlanView(
    ImplementationPlanId Id,
    SchoolId? School,
    ImplementationPlanId? Parent,
    string? Note,
    int Version
);

/// <summary>Who plans what; each list has a line for each thing.</summary>
public sealed record ArrangementView(
    PlanningArrangementId Id,
    PlanningWay Way,
    string? ByDistrict,
    string? BySchools,
    string? Together,
    string Reason,
    int Version
);
