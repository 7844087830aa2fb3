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

        // A page asks for many: the team is read at once, whoever does not belong to it as they come up.
        var known = await db.Once("people.names", () => OfTheTeam(cancel));
        var others = who.FindAll(person => !known.ContainsKey(person));
        if (others.Count > 0)
        {
            var names = await Today(others, cancel);
            others.ForEach(person => known[person] = names.GetValueOrDefault(person));
        }

        return who.Where(person => known[person] is not null)
            .ToDictionary(person => person, person => known[person]!);
    }

    private async Task<Dictionary<PersonId, string?>> OfTheTeam(CancellationToken cancel)
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
                string? (group) => now.GetValueOrDefault(group.Key) ?? group.First().NameThen
            );
    }

    private async Task<Dictionary<PersonId, string>> Today(
        List<PersonId> who,
        CancellationToken cancel
    ) =>
        await db.Set<Person>()
            .AsNoTracking()
            .Where(row => who.Contains(row.Id))
            .Select(row => new { row.Id, row.Name })
            .ToDictionaryAsync(row => row.Id, row => row.Name, cancel);
}
