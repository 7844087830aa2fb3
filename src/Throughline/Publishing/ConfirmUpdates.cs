using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;
using Throughline.People;

namespace Throughline.Publishing;

/// <summary>The second yes: from here on the address is kept and told. The history says that somebody subscribed, not who.</summary>
public sealed class ConfirmUpdates(ThroughlineDb db) : IUseCase
{
    public async Task<Outcome<Nothing>> Do(
        string token,
        Doing doing,
        CancellationToken cancel = default
    )
    {
        try
        {
            return await db.Write<Nothing>(doing, () => Confirm(token, doing, cancel), cancel);
        }
        catch (DbUpdateException)
        {
            // The button was pressed twice at once: the other one did it.
            return Outcome.Done;
        }
    }

    private async Task<Outcome<Nothing>> Confirm(
        string token,
        Doing doing,
        CancellationToken cancel
    )
    {
        var id = Secrets.HashOf(token);
        var request = await db.Set<SubscriptionRequest>()
            .FirstOrDefaultAsync(
                row => row.Id == id && row.District == db.District && row.ExpiresAt > doing.When,
                cancel
            );
        if (request is null)
        {
            return Outcome.Unknown;
        }

        db.Remove(request);
        var key = Person.KeyOf(request.Email);
        var known = await db.Set<UpdateSubscription>()
            .FirstOrDefaultAsync(row => row.EmailKey == key, cancel);
        if (known is not null)
        {
            known.Language = request.Language;
            db.Happened("subscription.changed", "subscription", known.Id.Value, "");
            return Outcome.Done;
        }

        var subscription = new UpdateSubscription
        {
            DistrictId = db.District!.Value,
            Id = Id.New<UpdateSubscriptionId>(),
            Email = request.Email,
            EmailKey = key,
            Language = request.Language,
            ConfirmedAt = doing.When,
            Secret = Secrets.New(),
        };
        var latest = await db.Set<PublishedPlan>().MaxAsync(row => (int?)row.Number, cancel);
        subscription.Tell(latest ?? 0);
        db.Add(subscription);
        db.Happened("subscription.confirmed", "subscription", subscription.Id.Value, "");
        return Outcome.Done;
    }
}
