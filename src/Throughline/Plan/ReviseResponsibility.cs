using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Plan;

public sealed class ReviseResponsibility(ThroughlineDb db) : IUseCase
{
    public sealed record Input : ResponsibilityDraft
    {
        public ResponsibilityId Id { get; init; }

        public int Version { get; init; }
    }

    public Task<Outcome<Nothing>> Do(
        Input input,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        db.Write<Nothing>(
            doing,
            async () =>
            {
                if (
                    await db.Set<Responsibility>()
                        .FirstOrDefaultAsync(row => row.Id == input.Id, cancel)
                        is not { } line
                    || !await db.Knows(input.FromDecision, line.PlanId, cancel)
                )
                {
                    return Outcome.Unknown;
                }

                if (line.Version != input.Version)
                {
                    return PlanWriting.Stored(
                        line.Version,
                        (nameof(Input.What), line.What),
                        (nameof(Input.Holder), line.HolderName),
                        (nameof(Input.Level), line.Level.ToString()),
                        (
                            nameof(Input.Due),
                            line.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                        )
                    );
                }

                if (input.Refusals() is { Count: > 0 } refusals)
                {
                    return refusals;
                }

                input.Into(line, await Team.Of(db, cancel));
                db.AddSupport(line, input.Support);
                db.Happened("responsibility.revised", line);
                return Outcome.Done;
            },
            cancel
        );
}

public sealed class RemoveResponsibility(ThroughlineDb db) : IUseCase
{
    public Task<Outcome<Nothing>> Do(
        ResponsibilityId id,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        db.Remove<Responsibility>(
            all => all.Where(row => row.Id == id),
            "responsibility",
            doing,
            cancel
        );

    public Task<Outcome<Nothing>> Undo(
        ResponsibilityId id,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        db.BringBack<Responsibility>(
            all => all.Where(row => row.Id == id),
            "responsibility",
            doing,
            cancel
        );
}
