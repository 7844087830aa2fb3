using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Engagement;

/// <summary>Plans something to do so that a group is heard.</summary>
public sealed class PlanOutreach(ThroughlineDb db) : IUseCase
{
    public sealed record Input(
        StakeholderGroupId Group,
        string? What,
        string? Why,
        string? Owner,
        DateOnly? Due
    );

    public Task<Outcome<OutreachTaskId>> Do(
        Input input,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        db.Write<OutreachTaskId>(
            doing,
            async () =>
            {
                if (
                    !await db.Set<StakeholderGroup>().AnyAsync(row => row.Id == input.Group, cancel)
                )
                {
                    return Outcome.Unknown;
                }

                var what = (input.What ?? "").Trim();
                if (what.Length is 0 or > OutreachTask.WhatLimit)
                {
                    return Outcome.Refused(
                        what.Length == 0
                            ? EngagementSentences.SayWhat
                            : EngagementSentences.TooLong(OutreachTask.WhatLimit),
                        nameof(input.What)
                    );
                }

                foreach (
                    var (field, text) in new[]
                    {
                        (nameof(input.Why), input.Why),
                        (nameof(input.Owner), input.Owner),
                    }
                )
                {
                    if (text?.Length > OutreachTask.WhatLimit)
                    {
                        return Outcome.Refused(
                            EngagementSentences.TooLong(OutreachTask.WhatLimit),
                            field
                        );
                    }
                }

                var task = new OutreachTask
                {
                    DistrictId = db.District!.Value,
                    Id = Id.New<OutreachTaskId>(),
                    GroupId = input.Group,
                    What = what,
                    Why = Clean(input.Why),
                    Owner = Clean(input.Owner),
                    Due = input.Due,
                };
                db.Add(task);
                db.Happened("outreach.planned", task);
                return task.Id;
            },
            cancel
        );

    private static string? Clean(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

public sealed class FinishOutreach(ThroughlineDb db) : IUseCase
{
    public Task<Outcome<Nothing>> Do(
        OutreachTaskId id,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        db.Write<Nothing>(
            doing,
            async () =>
            {
                var task = await db.Set<OutreachTask>()
                    .FirstOrDefaultAsync(row => row.Id == id, cancel);
                if (task is null)
                {
                    return Outcome.Unknown;
                }

                if (task.DoneAt is null)
                {
                    task.Finish(doing);
                    db.Happened("outreach.done", task);
                }

                return Outcome.Done;
            },
            cancel
        );
}
