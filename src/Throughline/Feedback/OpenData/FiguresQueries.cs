using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Feedback.OpenData;

public sealed record FiguresLine(
    PublishedFiguresId Id,
    int Number,
    FeedbackRoundId Round,
    string RoundName,
    DateOnly PublishedOn,
    DateTime? WithdrawnAt
);

public sealed record FiguresView(DistrictView District, FiguresLine Line, Figures Figures);

public sealed class FiguresQueries(ThroughlineDb db, DistrictQueries districts) : IQueries
{
    /// <summary>Of the district that was entered, the latest first.</summary>
    public async Task<IReadOnlyList<FiguresLine>> All(CancellationToken cancel = default) =>
        await db.Set<PublishedFigures>()
            .AsNoTracking()
            .OrderByDescending(row => row.Number)
            .Select(row => new FiguresLine(
                row.Id,
                row.Number,
                row.RoundId,
                row.RoundName,
                row.PublishedOn,
                row.WithdrawnAt
            ))
            .ToListAsync(cancel);

    /// <summary>
    /// Enters a district for a reader from outside. Null for what is unknown and for what was withdrawn: from outside the two are the
    /// same.
    /// </summary>
    public async Task<FiguresView?> Enter(
        string slug,
        int number,
        CancellationToken cancel = default
    )
    {
        if (await districts.BySlug(slug, cancel) is not { } district)
        {
            return null;
        }

        await db.Enter(district.Id, null, cancel);
        var found = await db.Set<PublishedFigures>()
            .AsNoTracking()
            .FirstOrDefaultAsync(row => row.Number == number && row.WithdrawnAt == null, cancel);
        return found is null
            ? null
            : new FiguresView(
                district,
                new FiguresLine(
                    found.Id,
                    found.Number,
                    found.RoundId,
                    found.RoundName,
                    found.PublishedOn,
                    found.WithdrawnAt
                ),
                FiguresJson.Read(found.Content)
            );
    }
}
