using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;
using Throughline.Process.Content;

namespace Throughline.Direction;

/// <summary>How the members' places for one value spread: 1 is the most important.</summary>
public sealed record ValueSpread(
    string Code,
    string Name,
    string Description,
    int Members,
    int? Best,
    decimal? Median,
    int? Worst
);

/// <param name="Own">The codes in the person's own order; empty where they have not ranked.</param>
/// <param name="Team">The codes in the team's order; empty where it has not decided.</param>
public sealed record ValuesView(
    string Attribution,
    IReadOnlyList<ValueSpread> Values,
    IReadOnlyList<string> Own,
    IReadOnlyList<string> Team,
    int TeamVersion,
    int Members
)
{
    /// <summary>The values as the team ordered them; where it has not, as they stand in the content.</summary>
    public IEnumerable<ValueSpread> InTeamOrder =>
        Values.OrderBy(value =>
            Team.Contains(value.Code) ? Team.ToList().IndexOf(value.Code) : int.MaxValue
        );
}

public sealed class ValueQueries(ThroughlineDb db, ContentFolder content) : IQueries
{
    public async Task<ValuesView> For(
        PersonId? person,
        string language,
        CancellationToken cancel = default
    )
    {
        var said = content.RationaleValues(language);
        var rankings = await db.Set<ValueRanking>().AsNoTracking().ToListAsync(cancel);
        var alone = rankings.Where(row => row.PersonId is not null).ToList();
        var team = rankings.Find(row => row.PersonId is null);
        return new ValuesView(
            said.Attribution,
            [.. said.Values.Select(value => SpreadOf(value, alone))],
            alone.Find(row => row.PersonId == person)?.InOrder ?? [],
            team?.InOrder ?? [],
            team?.Version ?? 0,
            alone.Count
        );
    }

    /// <summary>The middle place; between two middle ones, their mean.</summary>
    public static decimal? MedianOf(IEnumerable<int> places)
    {
        var sorted = places.Order().ToList();
        return sorted.Count == 0 ? null
            : sorted.Count % 2 == 1 ? sorted[sorted.Count / 2]
            : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2m;
    }

    private static ValueSpread SpreadOf(RationaleValue value, List<ValueRanking> alone)
    {
        var places = alone
            .Select(row => row.InOrder.ToList().IndexOf(value.Code) + 1)
            .Where(place => place > 0)
            .ToList();
        return new ValueSpread(
            value.Code,
            value.Name,
            value.Description,
            places.Count,
            places.Count == 0 ? null : places.Min(),
            MedianOf(places),
            places.Count == 0 ? null : places.Max()
        );
    }
}
