using Throughline.Kernel;
using Throughline.Kernel.History;

namespace Throughline.Direction;

public enum GoalKind
{
    StudentOutcome,
    Practice,
    Support,
    Access,
}

/// <summary>What the team wants to reach within a horizon. A draft until the team settles it; revised later only with what it learned.</summary>
public sealed class Goal : DistrictThing<GoalId>, IRestoresText, IAtLevel
{
    /// <summary>Null: a goal of the system; otherwise of this school, for as long as it is there.</summary>
    public SchoolId? SchoolId { get; init; }

    [Restorable]
    public string Statement { get; private set; } = "";

    public GoalKind Kind { get; private set; }

    /// <summary>The code of a horizon. It stays when the district changes its set, and is then listed apart.</summary>
    public string Horizon { get; private set; } = "";

    /// <summary>How the team will know.</summary>
    [Restorable]
    public string? Measure { get; private set; }

    public string? Baseline { get; private set; }

    public string? Target { get; private set; }

    /// <summary>The student outcome that this goal is there for.</summary>
    public GoalId? OutcomeId { get; private set; }

    /// <summary>The sample goal it was copied from.</summary>
    public string? Origin { get; init; }

    public int Place { get; private set; }

    public DateTime? FinalizedAt { get; private set; }

    public PersonId? FinalizedBy { get; private set; }

    public List<SuccessPicture> Pictures { get; } = [];

    public List<GoalLink> Links { get; } = [];

    public List<GoalRevision> Revisions { get; } = [];

    public override string HistoryKind => "goal";

    public override string HistoryName => Statement;

    public void PutAt(int place) => Place = place;

    /// <summary>Changes the statement; a reason, or a goal that was final, makes it a revision that keeps the former words.</summary>
    public void State(string statement, Doing doing)
    {
        if (statement == Statement)
        {
            return;
        }

        if (Statement.Length > 0 && (FinalizedAt is not null || doing.Why is not null))
        {
            Revisions.Add(
                new GoalRevision
                {
                    DistrictId = DistrictId,
                    Id = Kernel.Id.New<GoalRevisionId>(),
                    GoalId = Id,
                    Former = Statement,
                    Now = statement,
                    Learned = doing.Why ?? "",
                    Who = doing.Who,
                    When = doing.When,
                }
            );
        }

        Statement = statement;
    }

    public void Describe(GoalKind kind, string horizon, GoalId? outcome) =>
        (Kind, Horizon, OutcomeId) = (kind, horizon, outcome);

    public void MeasureBy(string? measure, string? baseline, string? target) =>
        (Measure, Baseline, Target) = (measure, baseline, target);

    public void Settle(Doing doing) => (FinalizedAt, FinalizedBy) = (doing.When, doing.Who);

    public void Reopen() => (FinalizedAt, FinalizedBy) = (null, null);

    public Refusal? Restore(string field, string? text, Doing doing)
    {
        if (FinalizedAt is not null && doing.Why is null)
        {
            return Outcome.Refused(DirectionSentences.SayWhatYouLearned, "Why");
        }

        if (field == nameof(Measure))
        {
            Measure = text;
        }
        else
        {
            State(text ?? "", doing);
        }

        return null;
    }
}

/// <summary>What people will see when the goal is reached, at one horizon.</summary>
public sealed class SuccessPicture : DistrictThing<SuccessPictureId>
{
    public required GoalId GoalId { get; init; }

    public required string Horizon { get; init; }

    [Restorable]
    public string Text { get; private set; } = "";

    public override string HistoryKind => "success-picture";

    public override string HistoryName => Text;

    public void Write(string text) => Text = text;
}

/// <summary>The former words of a goal and what the team learned. Never changed.</summary>
public sealed class GoalRevision : IDistrictOwned
{
    public required DistrictId DistrictId { get; init; }

    public required GoalRevisionId Id { get; init; }

    public required GoalId GoalId { get; init; }

    public required string Former { get; init; }

    public required string Now { get; init; }

    public required string Learned { get; init; }

    public required PersonId Who { get; init; }

    public required DateTime When { get; init; }
}

/// <summary>What a goal serves: one of the three.</summary>
public sealed class GoalLink : IDistrictOwned
{
    public required DistrictId DistrictId { get; init; }

    public required GoalLinkId Id { get; init; }

    public required GoalId GoalId { get; init; }

    public VisionStatementId? VisionStatementId { get; init; }

    public CoreBeliefId? CoreBeliefId { get; init; }

    public DistrictPriorityId? DistrictPriorityId { get; init; }
}
