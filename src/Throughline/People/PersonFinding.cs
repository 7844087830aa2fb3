using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.People;

/// <summary>Who an address belongs to here.</summary>
internal static class PersonFinding
{
    public static Task<Person?> ByAddress(
        ThroughlineDb db,
        string addressKey,
        CancellationToken cancel
    ) => db.Set<Person>().FirstOrDefaultAsync(row => row.EmailKey == addressKey, cancel);

    public static Task<bool> IsInvited(
        ThroughlineDb db,
        string addressKey,
        DateTime now,
        CancellationToken cancel
    ) =>
        db.Set<WaitingInvitation>()
            .AnyAsync(row => row.AddressKey == addressKey && row.ExpiresAt > now, cancel);

    /// <summary>The person, or a new one where the address is invited and its owner has just shown that it is theirs.</summary>
    public static async Task<Person?> Welcome(
        ThroughlineDb db,
        string addressKey,
        string? name,
        DateTime now,
        CancellationToken cancel
    )
    {
        if (await ByAddress(db, addressKey, cancel) is { } person)
        {
            return person;
        }

        return await IsInvited(db, addressKey, now, cancel) ? Add(db, addressKey, name, now) : null;
    }

    public static Person Add(
        ThroughlineDb db,
        string email,
        string? name,
        DateTime now,
        PersonId? id = null
    )
    {
        var clean = PersonName.Clean(name);
        var person = new Person
        {
            Id = id ?? Id.New<PersonId>(),
            Email = email,
            EmailKey = Person.KeyOf(email),
            Name = clean.Length is 0 or > PersonName.MaxLength ? email.Split('@')[0] : clean,
            JoinedAt = now,
        };
        db.Add(person);
        return person;
    }

    public static Refusal? Check(string? name, string field) =>
        PersonName.Clean(name) switch
        {
            "" => Outcome.Refused(PeopleSentences.EnterYourName, field),
            { Length: > PersonName.MaxLength } => Outcome.Refused(
                PeopleSentences.NameTooLong,
                field
            ),
            _ => null,
        };
}
