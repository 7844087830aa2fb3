using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;
using Throughline.People;

namespace Throughline.Publishing;

/// <summary>Ends a subscription and forgets its address. Done, too, where it has ended before: a link in an old mail says the same.</summary>
public sealed class EndUpdates(ThroughlineDb db) : IUseCase
{
    /// <summary>An id and a secret, as they stand in the link.</summary>
    public const int TokenLength = 32 + 64;

    public Task<Outcome<Nothing>> Do(
        string token,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        db.Write<Nothing>(
            doing,
            async () =>
            {
                if (
                    token.Length != TokenLength
                    || !Id.TryParse<UpdateSubscriptionId>(token[..32], out var id)
                )
                {
                    return Outcome.Unknown;
                }

                var one = await db.Set<UpdateSubscription>()
                    .FirstOrDefaultAsync(row => row.Id == id, cancel);
                if (one is null)
                {
                    return Outcome.Done;
                }

                if (!Secrets.AreSame(one.Secret, token[32..]))
                {
                    return Outcome.Unknown;
                }

                db.Remove(one);
                db.Happened("subscription.ended", "subscription", one.Id.Value, "");
                return Outcome.Done;
            },
            cancel
        );
}
