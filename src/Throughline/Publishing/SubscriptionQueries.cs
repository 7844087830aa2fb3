using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;
using Throughline.People;

namespace Throughline.Publishing;

public sealed class SubscriptionQueries(
    ThroughlineDb db,
    DistrictQueries districts,
    TimeProvider clock
) : IQueries
{
    /// <summary>Of the district that was entered.</summary>
    public Task<int> Count(CancellationToken cancel = default) =>
        db.Set<UpdateSubscription>().CountAsync(cancel);

    /// <summary>Whether the link of a confirmation still opens something.</summary>
    public async Task<bool> IsWaiting(string token, CancellationToken cancel = default)
    {
        var (id, now) = (Secrets.HashOf(token), clock.GetUtcNow().UtcDateTime);
        return await db.Set<SubscriptionRequest>()
            .AnyAsync(
                row => row.Id == id && row.District == db.District && row.ExpiresAt > now,
                cancel
            );
    }

    /// <summary>Enters a district as nobody, for a link in a mail: it works even where every version was withdrawn.</summary>
    public async Task<DistrictView?> Enter(string slug, CancellationToken cancel = default)
    {
        var district = await districts.BySlug(slug, cancel);
        if (district is not null)
        {
            await db.Enter(district.Id, null, cancel);
        }

        return district;
    }
}
