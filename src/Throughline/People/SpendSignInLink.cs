using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.People;

/// <summary>Signs in with a link, once. Opening the link changes nothing; only this does.</summary>
public sealed class SpendSignInLink(ThroughlineDb db) : IUseCase
{
    public sealed record Input(string Token, string? Device = null);

    public Task<Outcome<SignedIn>> Do(
        Input input,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        db.Write<SignedIn>(
            doing,
            async () =>
            {
                var id = Secrets.HashOf(input.Token);
                var link = await db.Set<SignInLink>()
                    .FirstOrDefaultAsync(row => row.Id == id, cancel);
                if (link?.AddressKey is not { } key || !link.TrySpend(doing.When))
                {
                    return Outcome.Unknown;
                }

                var person = await PersonFinding.Welcome(db, key, null, doing.When, cancel);
                if (person is null)
                {
                    return Outcome.Unknown;
                }

                var (session, secret) = Session.Begin(person.Id, doing.When, input.Device);
                db.Add(session);
                return new SignedIn(secret, person.Id, link.AddressHash, link.Next);
            },
            cancel
        );
}
