using Throughline.Kernel;

namespace Throughline.Direction;

/// <param name="SchoolName">Null: a goal of the system.</param>
/// <param name="Outcome">The student outcome that it is there for.</param>
public sealed record GoalView(
    GoalId Id,
    string Statement,
    GoalKind Kind,
    string Horizon,
    string HorizonName,
    SchoolId? School,
    string? SchoolName,
    string? Measure,
    string? Baseline,
    string? Target,
    GoalRef? Outcome,
    string? Origin,
    DateTime? FinalizedAt,
    string? FinalizedBy,
    IReadOnlyList<PictureView> Pictures,
    IReadOnlyList<LineView> Statements,
    IReadOnlyList<LineView> Beliefs,
    IReadOnlyList<LineView> Priorities,
    IReadOnlyList<RevisionView> Revisions,
    IReadOnlyList<GoalRef> ServedBy,
    int Version
)
{
    public bool IsFinal => FinalizedAt is not null;

    public bool HasLink => Statements.Count + Beliefs.Count + Priorities.Count > 0;
}

public sealed record GoalRef(GoalId Id, string Statement, SchoolId? School = null);

/// <param name="Outcome">The student outcome that it is there for.</param>
public sealed record GoalInShort(GoalRef Goal, GoalRef? Outcome);

public sealed record PictureView(
    SuccessPictureId Id,
    string Horizon,
    string HorizonName,
    string Text
);

public sealed record RevisionView(
    string Former,
    string Now,
    string Learned,
    string? Who,
    DateTime When
);

/// <summary>The goals of one horizon, in order.</summary>
public sealed record HorizonGoals(string Code, string Name, IReadOnlyList<GoalView> Goals);
