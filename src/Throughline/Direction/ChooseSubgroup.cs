using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Direction;

/// <summary>Ties the equity goal to a group of students that the directory counts in this district.</summary>
public sealed class ChooseSubgroup(ThroughlineDb db) : IUseCase
{
    public sealed record Input
    {
        public string? Measure { get; init; }

        public string? Grades { get; init; }
    }

    public Task<Outcome<EquitySubgroupId>> Do(
        Input input,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        db.Write<EquitySubgroupId>(
            doing,
            async () =>
            {
                var grades = Limits.Tidy(input.Grades);
                var refusals = new List<Refusal>();
                refusals.Check(grades, Limits.Line, nameof(input.Grades));
                if (
                    !EquityQueries.IsGroup(input.Measure)
                    || !await db.Set<EnrollmentFigure>()
                        .AnyAsync(row => row.Measure == input.Measure, cancel)
                )
                {
                    refusals.Add(
                        Outcome.Refused(DirectionSentences.ChooseAGroup, nameof(input.Measure))
                    );
                }

                var scope = Vision.ScopeOf(null);
                var goal = await db.Set<EquityGoal>()
                    .FirstOrDefaultAsync(row => row.Scope == scope, cancel);
                if (goal is null)
                {
                    refusals.Add(Outcome.Refused(DirectionSentences.EquityGoalFirst));
                }
                else if (
                    await db.Set<EquitySubgroup>()
                        .AnyAsync(
                            row => row.Measure == input.Measure && row.Grades == grades,
                            cancel
                        )
                )
                {
                    refusals.Add(
                        Outcome.Refused(DirectionSentences.GroupIsThere, nameof(input.Measure))
                    );
                }

                if (refusals.Count > 0)
                {
                    return refusals;
                }

                var group = new EquitySubgroup
                {
                    DistrictId = db.District!.Value,
                    Id = Id.New<EquitySubgroupId>(),
                    EquityGoalId = goal!.Id,
                    Measure = input.Measure!,
                    Grades = grades,
                };
                db.Add(group);
                db.Happened("equity-subgroup.chosen", group);
                return group.Id;
            },
            cancel
        );
}

/// <summary>The equity goal is no longer about this group; <see cref="BringBackSubgroup"/> undoes it.</summary>
public sealed class RemoveSubgroup(ThroughlineDb db) : IUseCase
{
    public Task<Outcome<Nothing>> Do(
        EquitySubgroupId id,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        db.Write<Nothing>(
            doing,
            async () =>
            {
                var group = await db.Set<EquitySubgroup>()
                    .FirstOrDefaultAsync(row => row.Id == id, cancel);
                if (group is null)
                {
                    return Outcome.Unknown;
                }

                group.Remove(doing);
                db.Happened("equity-subgroup.removed", group);
                return Outcome.Done;
            },
            cancel
        );
}

public sealed class BringBackSubgroup(ThroughlineDb db) : IUseCase
{
    public Task<Outcome<Nothing>> Do(
        EquitySubgroupId id,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        db.Write<Nothing>(
            doing,
            async () =>
            {
                var group = await db.Set<EquitySubgroup>()
                    .IgnoreQueryFilters([ThroughlineDb.RemovedFilter])
                    .FirstOrDefaultAsync(row => row.Id == id && row.RemovedAt != null, cancel);
                if (group is null)
                {
                    return Outcome.Unknown;
                }

                group.BringBack();
                db.Happened("equity-subgroup.brought-back", group);
                return Outcome.Done;
            },
            cancel
        );
}
