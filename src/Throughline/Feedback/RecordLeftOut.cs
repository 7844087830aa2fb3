using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Feedback;

/// <summary>How many families asked that their child is not surveyed. It goes on being counted while the round is open.</summary>
public sealed class RecordLeftOut(ThroughlineDb db) : IUseCase
{
    private const int Most = 1_000_000;

    public sealed record Input(FeedbackRoundId Round, int Version, string? LeftOut, string? Note);

    public Task<Outcome<Nothing>> Do(
        Input input,
        Doing doing,
        CancellationToken cancel = default
    ) => db.Write<Nothing>(doing, () => Record(input, cancel), cancel);

    private async Task<Outcome<Nothing>> Record(Input input, CancellationToken cancel)
    {
        var round = await db.Set<FeedbackRound>()
            .FirstOrDefaultAsync(row => row.Id == input.Round && row.AsksStudents, cancel);
        if (round is null)
        {
            return Outcome.Unknown;
        }

        if (round.Version != input.Version)
        {
            return new Conflict(
                round.Version,
                new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    ["LeftOut"] = round.BasisNote?.ToString(),
                }
            );
        }

        if (
            !int.TryParse(
                input.LeftOut?.Trim(),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var count
            )
            || count > Most
        )
        {
            return Outcome.Refused(FeedbackSentences.EnterACount, nameof(input.LeftOut));
        }

        round.CountLeftOut(count, input.Note?.Trim());
        db.Happened("round.left-out-counted", round);
        return Outcome.Done;
    }
}
