using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.People;

/// <summary>Signs a person in: answers the secret that goes into the cookie.</summary>
public sealed class BeginSession(ThroughlineDb db) : IUseCase
{
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(30);

    public Task<Outcome<string>> Do(
        PersonId person,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        db.Write<string>(
            doing,
            () =>
            {
                var secret = Secrets.New();
                db.Add(
                    new Session
                    {
                        Id = Secrets.HashOf(secret),
                        PersonId = person,
                        BeganAt = doing.When,
                        ExpiresAt = doing.When + Lasts,
                    }
                );
                return Task.FromResult<Outcome<string>>(secret);
            },
            cancel
        );
}
