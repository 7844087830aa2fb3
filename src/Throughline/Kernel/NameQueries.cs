using Microsoft.EntityFrameworkCore;
using Throughline.Data;

namespace Throughline.Kernel;

/// <summary>The names of people by their ids: today's name, or the name they joined under. The server has none.</summary>
public sealed class NameQueries(ThroughlineDb db) : IQueries
{
    public async Task<IReadOnlyDictionary<PersonId, string>> Of(
        IEnumerable<PersonId?> people,
        CancellationToken cancel = default
    )
    {
        var who = people.OfType<PersonId>().Distinct().ToList();
        if (who.Count == 0)
        {
            return new Dictionary<PersonId, string>();
        }

        // A page asks for many: the team is read at once, and then only whoever does not belong to it.
        var team = await db.Once("people.names", () => OfTheTeam(cancel));
        var others = await Today(who.FindAll(person => !team.ContainsKey(person)), cancel);
        return team.Concat(others)
            .Where(named => who.Contains(named.Key))
            .ToDictionary(named => named.Key, named => named.Value);
    }

    private async Task<Dictionary<PersonId, string>> OfTheTeam(CancellationToken cancel)
    {
        var then = await db.Set<Membership>()
            .IgnoreQueryFilters([ThroughlineDb.RemovedFilter])
            .AsNoTracking()
            .Where(row => row.DistrictId == db.District)
            .Select(row => new { row.PersonId, row.NameThen })
            .ToListAsync(cancel);
        var now = await Today([.. then.Select(row => row.PersonId).Distinct()], cancel);
        return then.GroupBy(row => row.PersonId)
            .ToDictionary(
                group => group.Key,
                group => now.GetValueOrDefault(group.Key, group.First().NameThen)
            );
    }

    private async Task<Dictionary<PersonId, string>> Today(
        List<PersonId> who,
        CancellationToken cancel
    ) =>
        who.Count == 0
            ? []
            : await db.Set<Person>()
                .AsNoTracking()
                .Where(row => who.Contains(row.Id))
                .Select(row => new { row.Id, row.Name })
                .ToDictionaryAsync(row => row.Id, row => row.Name, cancel);
}
