using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Feedback.OpenData;

/// <summary>
/// Publishes figures of a round that is over, for everybody. A round that was published takes no more answers, on paper neither: a
/// second count beside the first would tell what the few who came in between said.
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
        // Counting takes seconds; what was published before it is what it was held against.
        var before = await Last(cancel);
        if (
            await db.Set<FeedbackRound>()
                .AsNoTracking()
                .FirstOrDefaultAsync(row => row.Id == input.Round, cancel)
            is not { } asked
        )
        {
            return Outcome.Unknown;
        }

        var district = (await districts.ById(asked.DistrictId, cancel))!;
        if (!asked.IsOver(doing.When, district.TimeZone))
        {
            return Outcome.Refused(FeedbackSentences.CloseBeforePublishing);
        }

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
                var last = await Last(cancel);
                var content = FiguresJson.Write(figures);
                if (last?.RoundId == asked.Id && last.Content.AsSpan().SequenceEqual(content))
                {
                    // The same form sent twice.
                    return last.Number;
                }

                if (last?.Number != before?.Number)
                {
                    return Outcome.Refused(FeedbackSentences.FiguresMeanwhile);
                }

                var published = new PublishedFigures
                {
                    DistrictId = asked.DistrictId,
                    Id = Id.New<PublishedFiguresId>(),
                    Number = (last?.Number ?? 0) + 1,
                    RoundId = asked.Id,
                    RoundName = asked.Name,
                    PublishedOn = DistrictDay.Of(doing.When, district.TimeZone),
                    Content = content,
                };
                db.Add(published);
                db.Happened("figures.published", published);
                return published.Number;
            },
            cancel
        );
    }

    private Task<PublishedFigures?> Last(CancellationToken cancel) =>
        db.Set<PublishedFigures>()
            .AsNoTracking()
            .OrderByDescending(row => row.Number)
            .FirstOrDefaultAsync(cancel);
}
