using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;
using Throughline.Process.Content;

namespace Throughline.Direction;

/// <summary>Changes the district's words for time. Goals keep their horizon; those that the new set lacks are listed apart.</summary>
public sealed class ChooseHorizonSet(ThroughlineDb db, ContentFolder content) : IUseCase
{
    public Task<Outcome<Nothing>> Do(
        string? set,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        db.Write<Nothing>(
            doing,
            async () =>
            {
                var sets = content.Horizons(Kernel.Languages.LanguageFiles.Default);
                if (sets.FirstOrDefault(one => one.Code == set) is not { } chosen)
                {
                    return Outcome.Refused(DirectionSentences.NoSuchSet);
                }

                var district = await db.Set<District>()
                    .FirstAsync(row => row.Id == db.District, cancel);
                if (district.HorizonSet == chosen.Code)
                {
                    return Outcome.Done;
                }

                district.HorizonSet = chosen.Code;
                district.Version++;
                db.Happened("horizon-set.chosen", "district", district.Id.Value, chosen.Name);
                return Outcome.Done;
            },
            cancel
        );
}
