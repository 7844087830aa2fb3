using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;
using Throughline.Kernel.Languages;
using Throughline.People;

namespace Throughline.Publishing;

/// <summary>One mail for each confirmed address, in its language, into the outbox of the same transaction.</summary>
internal static class TellSubscribers
{
    public static async Task Of(
        ThroughlineDb db,
        LanguageFiles languages,
        DistrictView district,
        PublishedPlan plan,
        string site,
        Doing doing,
        CancellationToken cancel
    )
    {
        foreach (var one in await db.Set<UpdateSubscription>().ToListAsync(cancel))
        {
            if (!one.Tell(plan.Number))
            {
                continue;
            }

            var mail = PublishingMails.NewVersion(
                languages.In(one.Language),
                one,
                district,
                plan,
                site
            );
            await Outbox.Enqueue(db, mail, doing, cancel);
        }
    }
}
