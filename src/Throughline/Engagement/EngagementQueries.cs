using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Direction;
using Throughline.Kernel;

namespace Throughline.Engagement;

public sealed record BuyInView(BuyInState State, DateOnly On, string Evidence, string? By);

/// <param name="People">From the directory where a measure tells, else as the team wrote; null: nobody knows.</param>
/// <param name="IsEquity">Whether the equity goal is about them.</param>
public sealed record GroupView(
    StakeholderGroupId Id,
    int Version,
    string Name,
    StakeholderRole Role,
    string? Measure,
    int? People,
    int? OwnCount,
    string? Language,
    bool IsRarelyHeard,
    ParticipationLevel Level,
    string? Contact,
    int? Target,
    bool IsEquity,
    BuyInView? Stands
);

/// <param name="Group">Null: of no group that is known.</param>
public sealed record CountView(StakeholderGroupId? Group, int? Reached, int? Heard);

public sealed record ActivityView(
    EngagementActivityId Id,
    int Version,
    string Title,
    ActivityKind Kind,
    DateOnly On,
    string? Step,
    Guid? Decision,
    Guid? Round,
    string? Note,
    IReadOnlyList<CountView> Counts
);

public sealed record OutreachView(
    OutreachTaskId Id,
    StakeholderGroupId Group,
    string What,
    string? Why,
    string? Owner,
    DateOnly? Due,
    DateTime? DoneAt
);

public sealed class EngagementQueries(ThroughlineDb db, EquityQueries equity, NameQueries names)
    : IQueries
{
    /// <summary>Those of the equity goal first, then those who are rarely heard, then by name.</summary>
    public async Task<IReadOnlyList<GroupView>> Groups(CancellationToken cancel = default)
    {
        var rows = await db.Set<StakeholderGroup>().AsNoTracking().ToListAsync(cancel);
        var stands = await Stands(cancel);
        var meant =
            (await equity.Current(cancel))?.Groups.Select(one => one.Measure).ToHashSet() ?? [];
        var measures = rows.Select(row => row.Measure).OfType<string>().Distinct().ToList();
        var counts = await equity.CountsOf(measures, cancel);
        return
        [
            .. rows.Select(row => new GroupView(
                    row.Id,
                    row.Version,
                    row.Name,
                    row.Role,
                    row.Measure,
                    row.Measure is null ? row.People : counts[row.Measure].Count,
                    row.People,
                    row.Language,
                    row.IsRarelyHeard,
                    row.Level,
                    row.Contact,
                    row.Target,
                    row.Measure is not null && meant.Contains(row.Measure),
                    stands.GetValueOrDefault(row.Id) is [var latest, ..] ? latest : null
                ))
                .OrderByDescending(group => group.IsEquity)
                .ThenByDescending(group => group.IsRarelyHeard)
                .ThenBy(group => group.Name, StringComparer.CurrentCulture),
        ];
    }

    /// <summary>Where each group stood, the latest first.</summary>
    public async Task<IReadOnlyDictionary<StakeholderGroupId, List<BuyInView>>> Stands(
        CancellationToken cancel = default
    )
    {
        var rows = await db.Set<BuyIn>().AsNoTracking().ToListAsync(cancel);
        var who = await names.Of(rows.Select(row => (PersonId?)row.By), cancel);
        return rows.OrderByDescending(row => row.On)
            .ThenByDescending(row => row.Id.Value)
            .GroupBy(row => row.GroupId)
            .ToDictionary(
                group => group.Key,
                group =>
                    group
                        .Select(row => new BuyInView(
                            row.State,
                            row.On,
                            row.Evidence,
                            who.GetValueOrDefault(row.By)
                        ))
                        .ToList()
            );
    }

    /// <summary>The latest first.</summary>
    public async Task<IReadOnlyList<ActivityView>> Activities(CancellationToken cancel = default)
    {
        var rows = await db.Set<EngagementActivity>().AsNoTracking().ToListAsync(cancel);
        var counts = (await db.Set<GroupHeard>().AsNoTracking().ToListAsync(cancel)).ToLookup(row =>
            row.ActivityId
        );
        return
        [
            .. rows.OrderByDescending(row => row.On)
                .ThenByDescending(row => row.Id.Value)
                .Select(row => new ActivityView(
                    row.Id,
                    row.Version,
                    row.Title,
                    row.Kind,
                    row.On,
                    row.Step,
                    row.Decision,
                    row.Round,
                    row.Note,
                    [
                        .. counts[row.Id]
                            .Select(count => new CountView(
                                count.GroupId,
                                count.Reached,
                                count.Heard
                            )),
                    ]
                )),
        ];
    }

    /// <summary>What is still to do first, by its day.</summary>
    public async Task<IReadOnlyList<OutreachView>> Outreach(CancellationToken cancel = default) =>
        await db.Set<OutreachTask>()
            .AsNoTracking()
            .OrderBy(row => row.DoneAt != null)
            .ThenBy(row => row.Due == null)
            .ThenBy(row => row.Due)
            .Select(row => new OutreachView(
                row.Id,
                row.GroupId,
                row.What,
                row.Why,
                row.Owner,
                row.Due,
                row.DoneAt
            ))
            .ToListAsync(cancel);
}
