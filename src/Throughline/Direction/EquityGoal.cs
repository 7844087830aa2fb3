using Throughline.Kernel;
using Throughline.Kernel.History;

namespace Throughline.Direction;

/// <summary>Whom computing leaves out today, and what the team will change about it.</summary>
public sealed class EquityGoal : DistrictThing<EquityGoalId>, IAtLevel
{
    public SchoolId? SchoolId { get; init; }

    public required string Scope { get; init; }

    [Restorable]
    public string Statement { get; private set; } = "";

    public override string HistoryKind => "equity-goal";

    public override string HistoryName => Statement;

    public void Write(string statement) => Statement = statement;
}

/// <summary>A group of students that the equity goal is about, as a measure of the directory's figures.</summary>
public sealed class EquitySubgroup : DistrictThing<EquitySubgroupId>
{
    public required EquityGoalId EquityGoalId { get; init; }

    /// <summary><c>group:english-learner</c>, <c>sex:female</c>.</summary>
    public required string Measure { get; init; }

    /// <summary>The grades that are meant, in the team's words; the figures are of all grades.</summary>
    public string? Grades { get; init; }

    public override string HistoryKind => "equity-subgroup";

    public override string HistoryName => Measure;
}

public enum RevisitOf
{
    Vision,
    EquityGoal,
}

public enum RevisitResult
{
    Kept,
    Changed,
}

/// <summary>The team came back to its vision or its equity goal after hearing people: kept or changed, and why. Never changed.</summary>
public sealed class Revisit : IDistrictOwned
{
    public required DistrictId DistrictId { get; init; }

    public required RevisitId Id { get; init; }

    public required RevisitOf Of { get; init; }

    public required Guid SubjectId { get; init; }

    public required DateOnly On { get; init; }

    public required RevisitResult Result { get; init; }

    public required string Reason { get; init; }

    public required PersonId Who { get; init; }

    public required DateTime When { get; init; }
}
