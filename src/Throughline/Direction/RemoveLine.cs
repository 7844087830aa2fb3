using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Direction;

/// <summary>Takes a line off its list; <see cref="BringBackLine"/> undoes it.</summary>
public sealed class RemoveLine(ThroughlineDb db) : IUseCase
{
    public Task<Outcome<Nothing>> Do(
        LineKind list,
        Guid id,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        db.Write<Nothing>(
            doing,
            async () =>
            {
                var lines = await Lines.Load(db, list, cancel);
                if (lines.Find(row => row.Key == id) is not { } line)
                {
                    return Outcome.Unknown;
                }

                line.Remove(doing);
                db.Happened($"{line.HistoryKind}.removed", line);
                return Outcome.Done;
            },
            cancel
        );
}

/// <summary>Brings a removed line back to its place.</summary>
public sealed class BringBackLine(ThroughlineDb db) : IUseCase
{
    public Task<Outcome<Nothing>> Do(
        LineKind list,
        Guid id,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        db.Write<Nothing>(
            doing,
            async () =>
            {
                if (await Lines.Removed(db, list, id, cancel) is not { } line)
                {
                    return Outcome.Unknown;
                }

                line.BringBack();
                db.Happened($"{line.HistoryKind}.brought-back", line);
                return Outcome.Done;
            },
            cancel
        );
}
