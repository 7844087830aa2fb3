using Throughline.Kernel;

namespace Throughline.Engagement;

public enum StakeholderRole
{
    Families,
    Students,
    Teachers,
    Leaders,
    Staff,
    Community,
    Partners,
    Other,
}

/// <summary>How far a group takes part, least first. Each is a promise to it.</summary>
public enum ParticipationLevel
{
    /// <summary>They are told.</summary>
    Inform,

    /// <summary>They are asked, and told what became of it.</summary>
    Consult,

    /// <summary>They work on it with the team.</summary>
    Involve,

    /// <summary>They decide together with the team.</summary>
    Collaborate,

    /// <summary>They decide.</summary>
    Empower,
}

/// <summary>People whom the plan concerns in the same way: whom the team must hear, and what it promised them.</summary>
public sealed class StakeholderGroup : DistrictThing<StakeholderGroupId>, IAtLevel
{
    public const int NameLimit = 120;
    public const int LineLimit = 300;
    public const int MostPeople = 10_000_000;

    public required string Name { get; set; }

    public required StakeholderRole Role { get; set; }

    /// <summary>The students in the directory whom the group is or speaks for: <c>group:english-learner</c>.</summary>
    public string? Measure { get; set; }

    /// <summary>How many people it has, where no measure tells.</summary>
    public int? People { get; set; }

    /// <summary>The language it is spoken to in, where it is not the district's.</summary>
    public string? Language { get; set; }

    /// <summary>Whether it is seldom heard: it is then asked first, and its silence is said aloud.</summary>
    public bool IsRarelyHeard { get; set; }

    public ParticipationLevel Level { get; set; }

    /// <summary>Who knows them, and how they are reached.</summary>
    public string? Contact { get; set; }

    /// <summary>So many of them are to be heard in this cycle.</summary>
    public int? Target { get; set; }

    Role? IAtLevel.WrittenBy => Kernel.Role.Editor;

    public override string HistoryKind => "stakeholder-group";

    public override string HistoryName => Name;
}

/// <summary>Where a group stands to the plan.</summary>
public enum BuyInState
{
    Unknown,
    Unaware,
    Doubtful,
    Supportive,
    Leading,
}

/// <summary>Where a group stood on a day, and how the team knows. Written anew each time; the latest counts.</summary>
public sealed class BuyIn : IDistrictOwned
{
    public required DistrictId DistrictId { get; init; }

    public required BuyInId Id { get; init; }

    public required StakeholderGroupId GroupId { get; init; }

    public required BuyInState State { get; init; }

    public required DateOnly On { get; init; }

    public required string Evidence { get; init; }

    public required PersonId By { get; init; }
}

/// <summary>How a team listens.</summary>
public enum ActivityKind
{
    Survey,
    FocusGroup,
    Meeting,
    Interview,
    Phone,
    Event,
    Comment,
}

/// <summary>One time that people were reached or heard: on paper, by phone and in a hall counts as much as on a screen.</summary>
public sealed class EngagementActivity : DistrictThing<EngagementActivityId>, IAtLevel
{
    public const int TitleLimit = 200;
    public const int NoteLimit = 4_000;

    public required string Title { get; set; }

    public required ActivityKind Kind { get; set; }

    public required DateOnly On { get; set; }

    /// <summary>The step of the process it served.</summary>
    public string? Step { get; set; }

    /// <summary>The decision it was about.</summary>
    public Guid? Decision { get; set; }

    /// <summary>The feedback round it brought answers to.</summary>
    public Guid? Round { get; set; }

    public string? Note { get; set; }

    Role? IAtLevel.WrittenBy => Role.Editor;

    public override string HistoryKind => "engagement-activity";

    public override string HistoryName => Title;
}

/// <summary>Of one group at one activity: so many were reached, and so many said something. One is not the other.</summary>
public sealed class GroupHeard : IDistrictOwned
{
    public required DistrictId DistrictId { get; init; }

    public required GroupHeardId Id { get; init; }

    public required EngagementActivityId ActivityId { get; init; }

    /// <summary>Null: people of whom nobody knows which group they are of.</summary>
    public StakeholderGroupId? GroupId { get; init; }

    public int? Reached { get; set; }

    public int? Heard { get; set; }
}

/// <summary>Something to do so that a group is heard.</summary>
public sealed class OutreachTask : DistrictThing<OutreachTaskId>, IAtLevel
{
    public const int WhatLimit = 300;

    public required StakeholderGroupId GroupId { get; init; }

    public required string What { get; set; }

    /// <summary>Why the group was not heard so far.</summary>
    public string? Why { get; set; }

    public string? Owner { get; set; }

    public DateOnly? Due { get; set; }

    public DateTime? DoneAt { get; private set; }

    public PersonId? DoneBy { get; private set; }

    Role? IAtLevel.WrittenBy => Role.Editor;

    public override string HistoryKind => "outreach-task";

    public override string HistoryName => What;

    public void Finish(Doing doing) => (DoneAt, DoneBy) = (doing.When, doing.Who);
}
