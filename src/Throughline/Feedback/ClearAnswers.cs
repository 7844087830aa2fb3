using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Feedback.Answering;
using Throughline.Feedback.Invitations;
using Throughline.Feedback.Opinions;
using Throughline.Feedback.Themes;
using Throughline.Feedback.Written;
using Throughline.Kernel;

namespace Throughline.Feedback;

/// <summary>
/// Keeps the promise that every form makes: after the day that it names the answers are deleted. Forms that were begun and never sent go
/// after a month, and once a round is over nothing tells any more in which order its answers came.
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

        await ForgetOrders(id, day, doing, cancel);
        await storage.Answers.DeleteDrafts(id, day.AddDays(-DaysDraftsAreKept), cancel);
        return due.Count;
    }

    private async Task ForgetOrders(
        DistrictId id,
        DateOnly day,
        Doing doing,
        CancellationToken cancel
    )
    {
        var sent = doing.When - AskedRound.Grace;
        var over = await db.Set<FeedbackRound>()
            .AsNoTracking()
            .Where(row =>
                row.OpenedAt != null
                && row.ClearedAt == null
                && row.OrderForgottenAt == null
                && (row.ClosedAt < sent || row.ClosesOn < day)
            )
            .Select(row => row.Id)
            .ToListAsync(cancel);
        foreach (var round in over)
        {
            await storage.Answers.ForgetOrder(id, round, cancel);
            await db.Write<Nothing>(
                doing,
                async () =>
                {
                    var row = await db.Set<FeedbackRound>()
                        .FirstAsync(one => one.Id == round, cancel);
                    row.ForgetOrder(doing);
                    db.Happened("round.order-forgotten", row);
                    return Outcome.Done;
                },
                cancel
            );
        }
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

                // Which answer belongs to which theme goes with the answers; the themes and what became of them stay, and so does
                // what the team noted down itself.
                var marks = await db.Set<ThemeMark>()
                    .Where(row => row.RoundId == id)
                    .ToListAsync(cancel);
                db.RemoveRange(marks.Where(mark => !NoteLines.IsLine(mark.Field)));
                var beside = await db.Set<TextNote>()
                    .Where(row => row.RoundId == id)
                    .ToListAsync(cancel);
                db.RemoveRange(beside.Where(note => !NoteLines.IsLine(note.Field)));
                await db.Set<StatementRuling>()
                    .Where(row => row.RoundId == id)
                    .ExecuteDeleteAsync(cancel);
                // Who was asked is not needed any more either; the links lead nowhere now.
                await db.Set<AskedPerson>()
                    .Where(row => row.RoundId == id)
                    .ExecuteDeleteAsync(cancel);
                await db.Set<PersonalTicket>()
                    .Where(row => row.RoundId == id)
                    .ExecuteDeleteAsync(cancel);
                round.Clear(doing);
                db.Happened("round.cleared", round);
                return Outcome.Done;
            },
            cancel
        );
}
