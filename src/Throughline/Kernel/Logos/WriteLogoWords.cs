using Microsoft.EntityFrameworkCore;
using Throughline.Data;

namespace Throughline.Kernel.Logos;

/// <summary>Says in words what the logo shows, for whoever does not see it.</summary>
public sealed class WriteLogoWords(ThroughlineDb db) : IUseCase
{
    public sealed record Input(string? Words, int Version);

    public async Task<Outcome<Nothing>> Do(
        Input input,
        Doing doing,
        CancellationToken cancel = default
    )
    {
        var words = LogoWriting.Tidy(input.Words);
        if (words?.Length > DistrictLogo.WordsLimit)
        {
            return Outcome.Refused(LogoSentences.WordsTooLong, nameof(input.Words));
        }

        return await db.WriteLogo<Nothing>(
            input.Version,
            doing,
            async district =>
            {
                var logo = await db.Set<DistrictLogo>()
                    .FirstOrDefaultAsync(row => row.File == district.LogoFile, cancel);
                if (logo is null)
                {
                    return Outcome.Unknown;
                }

                logo.Say(words);
                district.Show(logo);
                db.Happened("logo.worded", "logo", logo.Id.Value, logo.WordsIn(district));
                return Outcome.Done;
            },
            cancel
        );
    }
}
