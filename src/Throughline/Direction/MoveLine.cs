using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Direction;

/// <summary>Moves a line of a short list one place up or down.</summary>
public sealed class MoveLine(ThroughlineDb db) : IUseCase
{
    /// <param name="Down">Towards the end.</param>
    public sealed record Input(Guid Line, bool Down);

    public Task<Outcome<Nothing>> Do(
        LineKind list,
        Input input,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        db.Write<Nothing>(
            doing,
            async () =>
            {
                var lines = await Lines.Load(db, list, cancel);
                var at = lines.FindIndex(row => row.Key == input.Line);
                if (at < 0)
                {
                    return Outcome.Unknown;
                }

                var to = at + (input.Down ? 1 : -1);
                if (to < 0 || to >= lines.Count)
                {
                    return Outcome.Done;
                }

                (lines[at], lines[to]) = (lines[to], lines[at]);
                for (var i = 0; i < lines.Count; i++)
                {
                    lines[i].PutAt(i + 1);
                }

                db.Happened($"{lines[to].HistoryKind}.moved", lines[to]);
                return Outcome.Done;
            },
            cancel
        );
}
