using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.People;

public sealed record SessionView(string Id, DateTime BeganAt, string? Device);

public sealed record PasskeyView(string Id, string Name, DateTime AddedAt, DateTime? UsedAt);

public sealed record WaitingView(InvitationId Id, DistrictId District, string DistrictName);

/// <summary>What a person sees of their own account.</summary>
public sealed class AccountQueries(ThroughlineDb db, TimeProvider clock) : IQueries
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public Task<List<SessionView>> Sessions(PersonId person, CancellationToken cancel = default)
    {
        var now = Now;
        return db.Set<Session>()
            .AsNoTracking()
            .Where(row => row.PersonId == person && row.EndedAt == null && row.ExpiresAt > now)
            .OrderByDescending(row => row.BeganAt)
            .Select(row => new SessionView(row.Id, row.BeganAt, row.Device))
            .ToListAsync(cancel);
    }

    public Task<List<PasskeyView>> Passkeys(PersonId person, CancellationToken cancel = default) =>
        db.Set<Passkey>()
            .AsNoTracking()
            .Where(row => row.PersonId == person)
            .OrderBy(row => row.AddedAt)
            .Select(row => new PasskeyView(row.Id, row.Name, row.AddedAt, row.UsedAt))
            .ToListAsync(cancel);

    /// <summary>The districts that have invited this address and wait for an answer.</summary>
    public Task<List<WaitingView>> Waiting(string email, CancellationToken cancel = default)
    {
        var (key, now) = (Person.KeyOf(email), Now);
        return (
            from waiting in db.Set<WaitingInvitation>()
            join district in db.Set<District>() on waiting.District equals district.Id
            where waiting.AddressKey == key && waiting.ExpiresAt > now
            orderby district.Name
            select new WaitingView(waiting.Id, district.Id, district.Name)
        )
            .AsNoTracking()
            .ToListAsync(cancel);
    }

    /// <summary>Whether a printed set-up link still opens anything.</summary>
    public async Task<bool> SetUpIsOpen(string token, CancellationToken cancel = default)
    {
        var id = Secrets.HashOf(token);
        return await db.Set<SetUpLink>()
                .AnyAsync(row => row.Id == id && row.SpentAt == null, cancel)
            && !await db.Set<Person>().AnyAsync(cancel);
    }

    public Task<Person?> PersonOf(PersonId id, CancellationToken cancel = default) =>
        db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancel);

    public Task<List<Passkey>> PasskeyRows(PersonId person, CancellationToken cancel = default) =>
        db.Set<Passkey>().AsNoTracking().Where(row => row.PersonId == person).ToListAsync(cancel);

    public Task<Passkey?> PasskeyRow(string id, CancellationToken cancel = default) =>
        db.Set<Passkey>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancel);
}
