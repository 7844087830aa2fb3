using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.People;

/// <summary>Keeps what a passkey is about to be asked. Answers the secret for the browser's cookie.</summary>
public sealed class KeepPasskeyChallenge(ThroughlineDb db) : IUseCase
{
    public Task<Outcome<string>> Do(
        string state,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        db.Write<string>(
            doing,
            () =>
            {
                var secret = Secrets.New();
                db.Add(
                    new PasskeyChallenge
                    {
                        Id = Secrets.HashOf(secret),
                        State = state,
                        ExpiresAt = doing.When + PasskeyChallenge.Lasts,
                    }
                );
                return Task.FromResult<Outcome<string>>(secret);
            },
            cancel
        );
}

/// <summary>Takes the challenge out: it serves one answer, right or wrong.</summary>
public sealed class TakePasskeyChallenge(ThroughlineDb db) : IUseCase
{
    public Task<Outcome<string>> Do(
        string? secret,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        db.Write<string>(
            doing,
            async () =>
            {
                var id = Secrets.HashOf(secret ?? "");
                var challenge = await db.Set<PasskeyChallenge>()
                    .FirstOrDefaultAsync(row => row.Id == id, cancel);
                if (challenge is null)
                {
                    return Outcome.Unknown;
                }

                db.Remove(challenge);
                return challenge.ExpiresAt > doing.When ? challenge.State : "";
            },
            cancel
        );
}

/// <summary>Keeps a new passkey, already proved, under a name that its owner knows it by.</summary>
public sealed class AddPasskey(ThroughlineDb db) : IUseCase
{
    public const int MaxNameLength = 100;

    public sealed record Input(
        string Id,
        string? Name,
        byte[] PublicKey,
        long SignCount,
        string Transports,
        bool IsUserVerified,
        bool IsBackupEligible,
        bool IsBackedUp
    );

    public Task<Outcome<Nothing>> Do(
        Input input,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        db.Write<Nothing>(
            doing,
            async () =>
            {
                var name = PersonName.Clean(input.Name);
                if (name.Length is 0 or > MaxNameLength)
                {
                    return Outcome.Refused(PeopleSentences.NameThePasskey, nameof(input.Name));
                }

                if (await db.Set<Passkey>().AnyAsync(row => row.Id == input.Id, cancel))
                {
                    return Outcome.Refused(PeopleSentences.PasskeyRefused);
                }

                db.Add(
                    new Passkey
                    {
                        Id = input.Id,
                        PersonId = doing.Who,
                        Name = name,
                        PublicKey = input.PublicKey,
                        AddedAt = doing.When,
                        SignCount = input.SignCount,
                        Transports = input.Transports,
                        IsUserVerified = input.IsUserVerified,
                        IsBackupEligible = input.IsBackupEligible,
                        IsBackedUp = input.IsBackedUp,
                    }
                );
                return Outcome.Done;
            },
            cancel
        );
}

/// <summary>Signs in with a passkey that has just proved itself.</summary>
public sealed class SignInWithPasskey(ThroughlineDb db) : IUseCase
{
    public sealed record Input(string Id, long SignCount, bool IsBackedUp, string? Device = null);

    public Task<Outcome<SignedIn>> Do(
        Input input,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        db.Write<SignedIn>(
            doing,
            async () =>
            {
                var passkey = await db.Set<Passkey>()
                    .FirstOrDefaultAsync(row => row.Id == input.Id, cancel);
                if (passkey is null)
                {
                    return Outcome.Unknown;
                }

                var key = await db.Set<Person>()
                    .Where(row => row.Id == passkey.PersonId)
                    .Select(row => row.EmailKey)
                    .FirstAsync(cancel);
                passkey.SignCount = input.SignCount;
                passkey.IsBackedUp = input.IsBackedUp;
                passkey.UsedAt = doing.When;
                var (session, secret) = Session.Begin(passkey.PersonId, doing.When, input.Device);
                db.Add(session);
                return new SignedIn(secret, passkey.PersonId, Secrets.HashOf(key), null);
            },
            cancel
        );
}

/// <summary>Removes one of one's own passkeys: it no longer signs in.</summary>
public sealed class RemovePasskey(ThroughlineDb db) : IUseCase
{
    public Task<Outcome<string>> Do(string id, Doing doing, CancellationToken cancel = default) =>
        db.Write<string>(
            doing,
            async () =>
            {
                var passkey = await db.Set<Passkey>()
                    .FirstOrDefaultAsync(row => row.Id == id && row.PersonId == doing.Who, cancel);
                if (passkey is null)
                {
                    return Outcome.Unknown;
                }

                db.Remove(passkey);
                return passkey.Name;
            },
            cancel
        );
}
