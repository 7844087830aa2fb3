using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Direction;

/// <summary>The team settles a goal; from here on a change says what was learned.</summary>
public sealed class FinalizeGoal(ThroughlineDb db) : IUseCase
{
    public Task<Outcome<Nothing>> Do(
        GoalId id,
        int version,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        GoalStep.Take(
            db,
            id,
            version,
            doing,
            goal =>
            {
                if (goal.FinalizedAt is not null)
                {
                    return Outcome.Refused(DirectionSentences.AlreadyFinal);
                }

                goal.Settle(doing);
                return null;
            },
            "goal.finalized",
            cancel
        );
}

/// <summary>Makes a final goal a draft again.</summary>
public sealed class ReopenGoal(ThroughlineDb db) : IUseCase
{
    public Task<Outcome<Nothing>> Do(
        GoalId id,
        int version,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        GoalStep.Take(
            db,
            id,
            version,
            doing,
            goal =>
            {
                if (goal.FinalizedAt is null)
                {
                    return Outcome.Refused(DirectionSentences.NotFinal);
                }

                if (doing.Why is null)
                {
                    return Outcome.Refused(DirectionSentences.SayWhy, "Why");
                }

                goal.Reopen();
                return null;
            },
            "goal.reopened",
            cancel
        );
}
