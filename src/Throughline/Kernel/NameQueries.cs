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

        var then = await db.Set<Membership>()
            .IgnoreQueryFilters([ThroughlineDb.RemovedFilter])
            .AsNoTracking()
            .Where(row => row.DistrictId == db.District && who.Contains(row.PersonId))
            .Select(row => new { row.PersonId, row.NameThen })
            .ToListAsync(cancel);
        var now = await db.Set<Person>()
            .AsNoTracking()
            .Where(row => who.Contains(row.Id))
            .Select(row => new { row.Id, row.Name })
            .ToListAsync(cancel);
        var names = then.GroupBy(row => row.PersonId)
            .ToDictionary(group => group.Key, group => group.First().NameThen);
        foreach (var person in now)
        {
            names[person.Id] = person.Name;
        }

        return names;
    }
}
