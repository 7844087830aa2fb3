using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;
using Throughline.Process.Content;

namespace Throughline.Direction;

/// <summary>
/// Changes a goal. A draft changes freely; a final goal keeps its former words beside the new ones, with what the team learned.
/// </summary>
public sealed class ReviseGoal(ThroughlineDb db, ContentFolder content) : IUseCase
{
    /// <returns>The version that the next save has to name.</returns>
    public Task<Outcome<int>> Do(
        GoalId id,
        GoalText text,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        db.Write<int>(
            doing,
            async () =>
            {
                var goal = await db.Set<Goal>()
                    .Include(row => row.Pictures)
                    .Include(row => row.Links)
                    .AsSplitQuery()
                    .FirstOrDefaultAsync(row => row.Id == id, cancel);
                var writing = new GoalWriting(db, content);
                if (goal is null || !await writing.Knows(text, cancel))
                {
                    return Outcome.Unknown;
                }

                var refusals = await writing.Check(text, goal, cancel);
                if (goal.FinalizedAt is not null && doing.Why is null)
                {
                    refusals.Add(Outcome.Refused(DirectionSentences.SayWhatYouLearned, "Why"));
                }

                if (doing.Why?.Length > Limits.Statement)
                {
                    var sentence = DirectionSentences.TooLong(Limits.Statement, doing.Why.Length);
                    refusals.Add(Outcome.Refused(sentence, "Why"));
                }

                if (refusals.Count > 0)
                {
                    return refusals;
                }

                if (goal.Version != text.Version)
                {
                    return StoredOf(goal);
                }

                var changed = GoalWriting.Put(text, goal, doing);
                if (!db.ChangeTracker.HasChanges())
                {
                    return goal.Version;
                }

                // A change of a picture or a link alone is a new version of the goal too: the form shows them as one.
                db.Entry(goal).State = EntityState.Modified;
                db.Happened(doing.Why is null ? "goal.changed" : "goal.revised", goal);
                foreach (var picture in changed)
                {
                    db.Happened("success-picture.written", picture);
                }

                return goal.Version + 1;
            },
            cancel
        );

    private static Conflict StoredOf(Goal goal)
    {
        var stored = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            [nameof(GoalText.Statement)] = goal.Statement,
            [nameof(GoalText.Measure)] = goal.Measure,
            [nameof(GoalText.Baseline)] = goal.Baseline,
            [nameof(GoalText.Target)] = goal.Target,
        };
        foreach (var picture in goal.Pictures)
        {
            stored[$"{nameof(GoalText.Pictures)}[{picture.Horizon}]"] = picture.Text;
        }

        return new Conflict(goal.Version, stored);
    }
}
