using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.People;

public sealed record SignedInPerson(
    PersonId Id,
    string Name,
    string Email,
    string? Language,
    bool IsHost
);

public sealed record MyDistrict(string Slug, string Name, bool IsInvented, Role Role);

public sealed class PeopleQueries(ThroughlineDb db, TimeProvider clock) : IQueries
{
    /// <summary>Null where the session is unknown, over or ended: asked on every request, so that ending one works at once.</summary>
    public Task<SignedInPerson?> BySession(string secret, CancellationToken cancel = default)
    {
        var id = Secrets.HashOf(secret);
        var now = clock.GetUtcNow().UtcDateTime;
        return (
            from session in db.Set<Session>()
            join person in db.Set<Person>() on session.PersonId equals person.Id
            where session.Id == id && session.EndedAt == null && session.ExpiresAt > now
            select new SignedInPerson(
                person.Id,
                person.Name,
                person.Email,
                person.Language,
                person.HostSince != null
            )
        )
            .AsNoTracking()
            .FirstOrDefaultAsync(cancel);
    }

    /// <summary>The districts this person may enter, by name.</summary>
    public Task<List<MyDistrict>> MyDistricts(
        PersonId person,
        CancellationToken cancel = default
    ) =>
        (
            from membership in db.Set<Membership>()
            join district in db.Set<District>() on membership.DistrictId equals district.Id
            where membership.PersonId == person
            orderby district.Name
            select new MyDistrict(
                district.Slug,
                district.Name,
                district.IsInvented,
                membership.Role
            )
        )
            .AsNoTracking()
            .ToListAsync(cancel);
}
