using Throughline.Kernel;

namespace Throughline.Feedback;

/// <summary>What a round asks about.</summary>
public enum FeedbackSubject
{
    Vision,
    CompetencyMap,
    Plan,
    Passage,
    Decision,
    Pilot,
    Step,
    Other,
}

/// <summary>On what ground students may be asked (20 U.S.C. 1232h, 34 CFR 98): parents were told in time, or have agreed.</summary>
public enum StudentBasis
{
    Notice,
    Consent,
}

/// <summary>One asking: of whom, about what, until when, and how long the answers are kept. Its questions are <see cref="RoundForm"/>s.</summary>
public sealed class FeedbackRound : DistrictThing<FeedbackRoundId>, IAtLevel
{
    public const int NameLimit = 120;

    public required string Name { get; set; }

    public required FeedbackSubject Subject { get; set; }

    public Guid? SubjectId { get; set; }

    /// <summary>The version of the subject that people read.</summary>
    public int? SubjectVersion { get; set; }

    /// <summary>The key action or step of the process in which it is asked; null outside of it.</summary>
    public string? Step { get; set; }

    public SchoolId? SchoolId { get; init; }

    /// <summary>The last day on which answers are taken, where the district is.</summary>
    public DateOnly? ClosesOn { get; set; }

    /// <summary>The day after which the answers are deleted.</summary>
    public DateOnly? KeepUntil { get; set; }

    public bool AsksStudents { get; set; }

    public StudentBasis? Basis { get; private set; }

    /// <summary>When the parents were told, or their agreement was complete.</summary>
    public DateOnly? BasisOn { get; private set; }

    public BasisNote? BasisNote { get; private set; }

    /// <summary>The edition of the questionnaire that is asked now.</summary>
    public required int Edition { get; set; }

    /// <summary>Signs the numbers on receipts.</summary>
    public required byte[] ReceiptKey { get; init; }

    public DateTime? OpenedAt { get; private set; }

    public PersonId? OpenedBy { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    public PersonId? ClosedBy { get; private set; }

    /// <summary>When everybody was told what was heard and what changed.</summary>
    public DateTime? AnsweredBackAt { get; private set; }

    public PersonId? AnsweredBackBy { get; private set; }

    /// <summary>When the program deleted the answers, as was promised.</summary>
    public DateTime? ClearedAt { get; private set; }

    /// <summary>When the database was made to forget in which order the answers came; null while more may come.</summary>
    public DateTime? OrderForgottenAt { get; private set; }

    Role? IAtLevel.WrittenBy => Role.Editor;

    public override string HistoryKind => "feedback-round";

    public override string HistoryName => Name;

    public bool IsOpen => OpenedAt is not null && ClosedAt is null;

    /// <summary>
    /// Whether no answer comes any more: closed, for longer than an address goes on believing that it is open, or past its last day and
    /// the time that whoever was on the form then still has.
    /// </summary>
    public bool IsOver(DateTime utc, string timeZone) =>
        OpenedAt is not null
        && (
            ClosedAt < utc - StillBelieved
            || ClosesOn < DistrictDay.Of(utc - Answering.AskedRound.Grace, timeZone)
        );

    private static readonly TimeSpan StillBelieved = TimeSpan.FromMinutes(1);

    /// <summary>Answers that come from here on are new ones, also where earlier ones were deleted.</summary>
    public void Open(Doing doing)
    {
        (OpenedAt, OpenedBy) = (OpenedAt ?? doing.When, doing.Who);
        (ClosedAt, ClosedBy, ClearedAt, OrderForgottenAt) = (null, null, null, null);
    }

    public void ForgetOrder(Doing doing) => OrderForgottenAt = doing.When;

    public void Clear(Doing doing) => ClearedAt = doing.When;

    public void Close(Doing doing) => (ClosedAt, ClosedBy) = (doing.When, doing.Who);

    public void AnswerBack(Doing doing) =>
        (AnsweredBackAt, AnsweredBackBy) = (doing.When, doing.Who);

    public void RecordBasis(StudentBasis basis, DateOnly on, string? note) =>
        (Basis, BasisOn, BasisNote) = (basis, on, new BasisNote(note, BasisNote?.LeftOut));

    public void CountLeftOut(int? leftOut, string? note) =>
        BasisNote = new BasisNote(note, leftOut);
}

/// <summary>One edition of a round's questionnaire. Once answered it never changes; what is changed afterwards is the next edition.</summary>
public sealed class RoundForm : IDistrictOwned
{
    public required DistrictId DistrictId { get; init; }

    public required RoundFormId Id { get; init; }

    public required FeedbackRoundId RoundId { get; init; }

    /// <summary>Counted from 1.</summary>
    public required int Edition { get; init; }

    /// <summary>The questionnaire as JSON, UTF-8.</summary>
    public required byte[] Content { get; set; }
}

/// <summary>How the answers come in.</summary>
public enum ChannelKind
{
    /// <summary>A short address, on paper as a QR code.</summary>
    Link,

    /// <summary>A tablet that is handed round: cleared for the next person.</summary>
    Kiosk,

    /// <summary>A printed form, typed in by the team.</summary>
    Paper,

    /// <summary>A link or a letter for each person, good for one answer.</summary>
    Personal,

    /// <summary>Where parents read what students will be asked; nobody answers there.</summary>
    Parents,
}

/// <summary>One way to one group: its answers are counted by it.</summary>
public sealed class FeedbackChannel : DistrictThing<FeedbackChannelId>
{
    public const int GroupLimit = 80;

    public required FeedbackRoundId RoundId { get; init; }

    public required ChannelKind Kind { get; init; }

    /// <summary>Whom it was given to: "Families at Millbrook".</summary>
    public required string Group { get; set; }

    /// <summary>The last part of its address.</summary>
    public required string Code { get; init; }

    /// <summary>When those who were asked by name were last reminded.</summary>
    public DateTime? RemindedAt { get; private set; }

    public override string HistoryKind => "feedback-channel";

    public override string HistoryName => Group;

    public void Remind(Doing doing) => RemindedAt = doing.When;
}

/// <summary>Where an address leads, for whoever opens it: no district is known before.</summary>
public sealed class RespondentAddress
{
    public required string Code { get; init; }

    public required DistrictId District { get; init; }

    public required FeedbackRoundId Round { get; init; }

    public required FeedbackChannelId Channel { get; init; }
}
