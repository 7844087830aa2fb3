using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.People;

/// <summary>
/// Signs in whom an identity provider vouches for: by issuer and subject, and the first time by the address, if the provider says that
/// it is verified. Unknown for everybody else.
/// </summary>
public sealed class SignInExternally(ThroughlineDb db) : IUseCase
{
    public sealed record Input(
        string Issuer,
        string Subject,
        string? Email,
        bool IsEmailVerified,
        string? Name,
        string? Device = null
    );

    public Task<Outcome<SignedIn>> Do(
        Input input,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        db.Write<SignedIn>(
            doing,
            async () =>
            {
                var login = await db.Set<ExternalLogin>()
                    .FirstOrDefaultAsync(
                        row => row.Issuer == input.Issuer && row.Subject == input.Subject,
                        cancel
                    );
                var person = login is not null
                    ? await db.Set<Person>()
                        .FirstOrDefaultAsync(row => row.Id == login.PersonId, cancel)
                    : await ByAddress(input, doing, cancel);
                if (person is null)
                {
                    return Outcome.Unknown;
                }

                var waits = await PersonFinding.IsInvited(db, person.EmailKey, doing.When, cancel);
                var (session, secret) = Session.Begin(person.Id, doing.When, input.Device);
                db.Add(session);
                return new SignedIn(
                    secret,
                    person.Id,
                    Secrets.HashOf(person.EmailKey),
                    waits ? "/account" : null
                );
            },
            cancel
        );

    private async Task<Person?> ByAddress(Input input, Doing doing, CancellationToken cancel)
    {
        if (
            !input.IsEmailVerified
            || input.Subject.Length is 0 or > 255
            || !EmailAddress.TryRead(input.Email, out var address)
        )
        {
            return null;
        }

        var person = await PersonFinding.Welcome(
            db,
            Person.KeyOf(address),
            input.Name,
            doing.When,
            cancel
        );
        if (person is not null)
        {
            db.Add(
                new ExternalLogin
                {
                    Issuer = input.Issuer,
                    Subject = input.Subject,
                    PersonId = person.Id,
                    AddedAt = doing.When,
                }
            );
        }

        return person;
    }
}
