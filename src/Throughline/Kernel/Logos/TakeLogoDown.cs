using Microsoft.EntityFrameworkCore;
using Throughline.Data;

namespace Throughline.Kernel.Logos;

/// <summary>Shows no logo any more. It stays among the former ones.</summary>
public sealed class TakeLogoDown(ThroughlineDb db) : IUseCase
{
    /// <returns>The logo, so that it can be brought back.</returns>
    public Task<Outcome<DistrictLogoId>> Do(
        int version,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        db.WriteLogo<DistrictLogoId>(
            version,
            doing,
            async district =>
            {
                var logo = await db.Set<DistrictLogo>()
                    .FirstOrDefaultAsync(row => row.File == district.LogoFile, cancel);
                if (logo is null)
                {
                    return Outcome.Unknown;
                }

                district.ShowNoLogo();
                db.Happened("logo.taken-down", "logo", logo.Id.Value, logo.WordsIn(district));
                return logo.Id;
            },
            cancel
        );
}
