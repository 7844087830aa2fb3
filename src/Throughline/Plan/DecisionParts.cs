using Throughline.Kernel;

namespace Throughline.Plan;

/// <summary>What somebody does in a decision besides deciding it.</summary>
public enum InputPart
{
    Recommend,
    Advise,
    Inform,

    /// <summary>Has no formal part, but wants to hear what came of it.</summary>
    WantsToKnow,
}

/// <summary>A person, role or group in a decision. Those to be informed are marked when they were told.</summary>
public sealed class DecisionInput : DistrictThing<DecisionInputId>
{
    public required DecisionId DecisionId { get; init; }

    public required InputPart Part { get; init; }

    public MembershipId? MemberId { get; init; }

    public required string Name { get; init; }

    public int Order { get; set; }

    public DateOnly? ToldOn { get; private set; }

    public override string HistoryKind => "decision-input";

    public override string HistoryName => Name;

    public void Tell(DateOnly? on) => ToldOn = on;
}

/// <summary>A group that a decision with broad support waits for: consulted, or passed over with a reason.</summary>
public sealed class Consultation : DistrictThing<ConsultationId>
{
    public required DecisionId DecisionId { get; init; }

    public required string Group { get; init; }

    public int Order { get; set; }

    public DateOnly? ConsultedOn { get; private set; }

    /// <summary>What the group said.</summary>
    public string? Heard { get; private set; }

    public string? WaivedReason { get; private set; }

    public bool IsSettled => ConsultedOn is not null || WaivedReason is not null;

    public override string HistoryKind => "consultation";

    public override string HistoryName => Group;

    public void Consult(DateOnly on, string? heard) =>
        (ConsultedOn, Heard, WaivedReason) = (on, heard, null);

    public void Waive(string reason) => (ConsultedOn, Heard, WaivedReason) = (null, null, reason);
}

/// <summary>One way to answer the question.</summary>
public sealed class DecisionOption : DistrictThing<DecisionOptionId>
{
    public required DecisionId DecisionId { get; init; }

    public string Text { get; private set; } = "";

    public string? Pro { get; private set; }

    public string? Con { get; private set; }

    public int Order { get; set; }

    public override string HistoryKind => "decision-option";

    public override string HistoryName => Text;

    public void Weigh(string text, string? pro, string? con) => (Text, Pro, Con) = (text, pro, con);
}

/// <summary>What follows from a decision.</summary>
public sealed class NextStep : DistrictThing<NextStepId>
{
    public required DecisionId DecisionId { get; init; }

    public required string What { get; init; }

    public MembershipId? WhoId { get; init; }

    public string? WhoName { get; init; }

    public DateOnly? Due { get; init; }

    public DateOnly? DoneOn { get; private set; }

    public int Order { get; init; }

    public override string HistoryKind => "next-step";

    public override string HistoryName => What;

    public void Finish(DateOnly? on) => DoneOn = on;
}
