using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;
using Throughline.Process.Content;

namespace Throughline.Direction;

/// <summary>Adds a goal, as a draft, after the goals that are there.</summary>
public sealed class WriteGoal(ThroughlineDb db, ContentFolder content) : IUseCase
{
    /// <param name="origin">The code of the sample goal it was copied from.</param>
    public Task<Outcome<GoalId>> Do(
        GoalText text,
        Doing doing,
        string? origin = null,
        CancellationToken cancel = default
    ) =>
        db.Write<GoalId>(
            doing,
            async () =>
            {
                var writing = new GoalWriting(db, content);
                if (!await writing.Knows(text, cancel))
                {
                    return Outcome.Unknown;
                }

                if (await writing.Check(text, null, cancel) is { Count: > 0 } refusals)
                {
                    return refusals;
                }

                var goal = new Goal
                {
                    DistrictId = db.District!.Value,
                    Id = Id.New<GoalId>(),
                    SchoolId = text.School,
                    Origin = origin,
                };
                db.Add(goal);
                goal.PutAt(
                    (await db.Set<Goal>().MaxAsync(row => (int?)row.Place, cancel) ?? 0) + 1
                );
                GoalWriting.Put(text, goal, doing);
                db.Happened(origin is null ? "goal.written" : "goal.copied", goal);
                foreach (var picture in goal.Pictures)
                {
                    db.Happened("success-picture.written", picture);
                }

                return goal.Id;
            },
            cancel
        );
}
