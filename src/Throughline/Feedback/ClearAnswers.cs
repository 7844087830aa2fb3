using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Feedback.Answering;
using Throughline.Kernel;

namespace Throughline.Feedback;

/// <summary>
/// Keeps the promise that every form makes: after the day that it names the answers are deleted. Forms that were begun and never sent go
/// after a month.
/// </summary>
public sealed class ClearAnswers(ThroughlineDb db, IStorage storage, DistrictQueries districts)
    : IUseCase
{
    public const int DaysDraftsAreKept = 30;

    /// <summary>In every district, one after the other. Answers how many rounds were cleared.</summary>
    public async Task<int> Everywhere(Doing doing, CancellationToken cancel = default)
    {
        await db.Enter(null, null, cancel);
        var cleared = 0;
        foreach (var district in await districts.All(cancel))
        {
            await db.Enter(district, null, cancel);
            cleared += await InDistrict(district, doing, cancel);
        }

        return cleared;
    }

    private async Task<int> InDistrict(DistrictId id, Doing doing, CancellationToken cancel)
    {
        var district = (await districts.ById(id, cancel))!;
        // Whoever was on the form at the end of the last day still had time to send it.
        var day = DistrictDay.Of(doing.When - AskedRound.Grace, district.TimeZone);
        var due = await db.Set<FeedbackRound>()
            .AsNoTracking()
            .Where(row => row.ClearedAt == null && row.OpenedAt != null && row.KeepUntil < day)
            .Select(row => row.Id)
            .ToListAsync(cancel);
        foreach (var round in due)
        {
            await storage.Answers.Delete(id, round, cancel);
            await Say(round, doing, cancel);
            // What was typed in between the two is not kept either.
            await storage.Answers.Delete(id, round, cancel);
        }

        await storage.Answers.DeleteDrafts(id, day.AddDays(-DaysDraftsAreKept), cancel);
        return due.Count;
    }

    private Task<Outcome<Nothing>> Say(FeedbackRoundId id, Doing doing, CancellationToken cancel) =>
        db.Write<Nothing>(
            doing,
            async () =>
            {
                var round = await db.Set<FeedbackRound>()
                    .FirstOrDefaultAsync(row => row.Id == id, cancel);
                if (round is null)
                {
                    return Outcome.Unknown;
                }

                round.Clear(doing);
                db.Happened("round.cleared", round);
                return Outcome.Done;
            },
            cancel
        );
}
