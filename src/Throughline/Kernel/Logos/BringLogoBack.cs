using Throughline.Data;

namespace Throughline.Kernel.Logos;

/// <summary>Shows a former logo again.</summary>
public sealed class BringLogoBack(ThroughlineDb db) : IUseCase
{
    public Task<Outcome<Nothing>> Do(
        DistrictLogoId id,
        int version,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        db.WriteLogo<Nothing>(
            version,
            doing,
            async district =>
            {
                if (await db.Logo(id, cancel) is not { } logo)
                {
                    return Outcome.Unknown;
                }

                district.Show(logo);
                db.Happened("logo.brought-back", "logo", logo.Id.Value, logo.WordsIn(district));
                return Outcome.Done;
            },
            cancel
        );
}
