using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.People;

/// <summary>Signs a person in: answers the secret that goes into the cookie.</summary>
public sealed class BeginSession(ThroughlineDb db) : IUseCase
{
    public static readonly TimeSpan Lasts = Session.Lasts;

    public Task<Outcome<string>> Do(
        PersonId person,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        db.Write<string>(
            doing,
            () =>
            {
                var (session, secret) = Session.Begin(person, doing.When);
                db.Add(session);
                return Task.FromResult<Outcome<string>>(secret);
            },
            cancel
        );
}
