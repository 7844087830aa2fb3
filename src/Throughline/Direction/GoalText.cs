using Throughline.Kernel;

namespace Throughline.Direction;

/// <summary>What people write into a goal: the same for a new one and for a change.</summary>
public sealed record GoalText
{
    public string? Statement { get; init; }

    public GoalKind? Kind { get; init; }

    public string? Horizon { get; init; }

    /// <summary>Null: a goal of the system. Read when the goal is new; it stays where it was written.</summary>
    public SchoolId? School { get; init; }

    public string? Measure { get; init; }

    public string? Baseline { get; init; }

    public string? Target { get; init; }

    /// <summary>The student outcome that this goal is there for.</summary>
    public GoalId? Outcome { get; init; }

    public List<VisionStatementId> Statements { get; init; } = [];

    public List<CoreBeliefId> Beliefs { get; init; } = [];

    public List<DistrictPriorityId> Priorities { get; init; } = [];

    /// <summary>What success looks like, by the code of the horizon.</summary>
    public Dictionary<string, string?> Pictures { get; init; } = [];

    public int Version { get; init; }
}
