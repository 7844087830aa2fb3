using Throughline.Kernel;
using Throughline.Plan;

namespace Throughline.Engagement.Communications;

/// <summary>How something is told.</summary>
public enum CommunicationChannel
{
    Mail,
    Letter,
    Meeting,
    Phone,
    Website,
    Poster,
    SocialMedia,
    Press,
}

/// <summary>One thing that one audience is told: what, how, by whom, when and in which language.</summary>
public sealed class Communication : DistrictThing<CommunicationId>, IAtLevel
{
    public const int SubjectLimit = 200;
    public const int MessageLimit = 4_000;
    public const int MessengerLimit = 120;
    public const int LanguageLimit = 35;

    public required string Subject { get; set; }

    /// <summary>Null: everybody.</summary>
    public StakeholderGroupId? AudienceId { get; set; }

    /// <summary>The decision that it is about.</summary>
    public DecisionId? DecisionId { get; set; }

    public string? KeyMessage { get; set; }

    public CommunicationChannel Channel { get; set; }

    public string? Messenger { get; set; }

    public string? Language { get; set; }

    /// <summary>The day for which it is planned.</summary>
    public DateOnly? On { get; set; }

    public DateOnly? SentOn { get; private set; }

    Role? IAtLevel.WrittenBy => Role.Editor;

    public override string HistoryKind => "communication";

    public override string HistoryName => Subject;

    public void Sent(DateOnly on) => SentOn = on;

    public void NotSent() => SentOn = null;
}

/// <summary>What people will ask, and what the messenger answers; for everybody to read where the team says so.</summary>
public sealed class ExpectedQuestion : IDistrictOwned
{
    public const int QuestionLimit = 300;
    public const int AnswerLimit = 4_000;

    public required DistrictId DistrictId { get; init; }

    public required ExpectedQuestionId Id { get; init; }

    public required CommunicationId CommunicationId { get; init; }

    public required int Place { get; init; }

    public required string Question { get; init; }

    public string? Answer { get; init; }

    public required bool IsPublic { get; init; }
}
