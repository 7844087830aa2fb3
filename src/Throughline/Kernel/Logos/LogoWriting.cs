using Microsoft.EntityFrameworkCore;
using Throughline.Data;

namespace Throughline.Kernel.Logos;

internal static class LogoWriting
{
    /// <summary>Every change of the logo is a change of the district: whoever saw an older one is told so.</summary>
    public static Task<Outcome<T>> WriteLogo<T>(
        this ThroughlineDb db,
        int version,
        Doing doing,
        Func<District, Task<Outcome<T>>> change,
        CancellationToken cancel
    ) =>
        db.Write(
            doing,
            async () =>
            {
                var district = await db.Set<District>()
                    .FirstOrDefaultAsync(row => row.Id == db.District, cancel);
                if (district is null)
                {
                    return Outcome.Unknown;
                }

                if (district.Version != version)
                {
                    return new Conflict(
                        district.Version,
                        new Dictionary<string, string?>(StringComparer.Ordinal)
                    );
                }

                var outcome = await change(district);
                district.Version++;
                return outcome;
            },
            cancel
        );

    public static Task<DistrictLogo?> Logo(
        this ThroughlineDb db,
        DistrictLogoId id,
        CancellationToken cancel
    ) => db.Set<DistrictLogo>().FirstOrDefaultAsync(row => row.Id == id, cancel);

    public static string? Tidy(string? words) =>
        string.IsNullOrWhiteSpace(words)
            ? null
            : string.Join(
                ' ',
                string.Concat(words.Normalize().Select(one => char.IsControl(one) ? ' ' : one))
                    .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            );
}
