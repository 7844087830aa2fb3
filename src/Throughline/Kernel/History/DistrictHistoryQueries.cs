using Microsoft.EntityFrameworkCore;
using Throughline.Data;

namespace Throughline.Kernel.History;

/// <summary>One line of a district's history. <paramref name="WhoName"/> is null where the server did it.</summary>
public sealed record HappeningLine(
    HappeningId Id,
    DateTime When,
    string? WhoName,
    string Sentence,
    string SubjectKind,
    string About,
    string? Why
);

/// <summary>Everything that happened in a district, newest first.</summary>
public sealed class DistrictHistoryQueries(ThroughlineDb db, NameQueries people) : IQueries
{
    public const int PageSize = 50;

    /// <summary>A page of it; <paramref name="before"/> is the last entry of the page before.</summary>
    public async Task<IReadOnlyList<HappeningLine>> Page(
        HappeningId? before,
        int size = PageSize,
        CancellationToken cancel = default
    )
    {
        var rows = db.Set<Happening>().AsNoTracking();
        if (
            before is { } last
            && await rows.FirstOrDefaultAsync(row => row.Id == last, cancel) is { } edge
        )
        {
            rows = rows.Where(row => row.When < edge.When);
        }

        var page = await rows.OrderByDescending(row => row.When)
            .ThenByDescending(row => row.Id)
            .Take(size)
            .ToListAsync(cancel);
        var names = await people.Of(page.Select(row => (PersonId?)row.Who), cancel);
        return page.ConvertAll(row => new HappeningLine(
            row.Id,
            row.When,
            names.GetValueOrDefault(row.Who),
            "happening." + row.Kind,
            row.SubjectKind,
            row.About,
            row.Why
        ));
    }
}
