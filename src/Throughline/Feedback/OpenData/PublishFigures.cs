using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Feedback.OpenData;

/// <summary>
/// Publishes figures of a round that is over, for everybody. A round that was published takes no more answers: a second count beside
/// the first would tell what the few who came in between said.
/// </summary>
public sealed class PublishFigures(ThroughlineDb db, CountFigures count, DistrictQueries districts)
    : IUseCase
{
    /// <summary>Answers the number under which everybody reads it.</summary>
    public async Task<Outcome<int>> Do(
        CountFigures.Input input,
        Doing doing,
        CancellationToken cancel = default
    )
    {
        var counted = await count.Do(input, cancel);
        if (counted is not Outcome<Figures>.Done { Value: var figures })
        {
            return counted is Outcome<Figures>.Refused refused
                ? refused.Refusals.ToList()
                : Outcome.Unknown;
        }

        return await db.Write<int>(
            doing,
            async () =>
            {
                var round = await db.Set<FeedbackRound>()
                    .FirstOrDefaultAsync(row => row.Id == input.Round, cancel);
                if (round is null)
                {
                    return Outcome.Unknown;
                }

                var district = (await districts.ById(round.DistrictId, cancel))!;
                var today = DistrictDay.Of(doing.When, district.TimeZone);
                if (round.OpenedAt is null || (round.ClosedAt is null && round.ClosesOn >= today))
                {
                    return Outcome.Refused(FeedbackSentences.CloseBeforePublishing);
                }

                var last = await db.Set<PublishedFigures>()
                    .OrderByDescending(row => row.Number)
                    .FirstOrDefaultAsync(cancel);
                var content = FiguresJson.Write(figures);
                if (last?.RoundId == round.Id && last.Content.AsSpan().SequenceEqual(content))
                {
                    // The same form sent twice.
                    return last.Number;
                }

                var published = new PublishedFigures
                {
                    DistrictId = round.DistrictId,
                    Id = Id.New<PublishedFiguresId>(),
                    Number = (last?.Number ?? 0) + 1,
                    RoundId = round.Id,
                    RoundName = round.Name,
                    PublishedOn = today,
                    Content = content,
                };
                db.Add(published);
                db.Happened("figures.published", published);
                return published.Number;
            },
            cancel
        );
    }
}

/// <summary>Takes figures back: nobody reads them any more. What was read stays known, and is held against the next.</summary>
public sealed class WithdrawFigures(ThroughlineDb db) : IUseCase
{
    public Task<Outcome<Nothing>> Do(
        PublishedFiguresId id,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        db.Write<Nothing>(
            doing,
            async () =>
            {
                var figures = await db.Set<PublishedFigures>()
                    .FirstOrDefaultAsync(row => row.Id == id, cancel);
                if (figures is null)
                {
                    return Outcome.Unknown;
                }

                figures.Withdraw(doing);
                db.Happened("figures.withdrawn", figures);
                return Outcome.Done;
            },
            cancel
        );
}
