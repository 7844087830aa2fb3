using Microsoft.EntityFrameworkCore;
using Throughline.Data;

namespace Throughline.Kernel.Logos;

/// <summary>Puts up a new logo. The one before stays among the former ones, from where it can be brought back.</summary>
public sealed class ShowLogo(ThroughlineDb db) : IUseCase
{
    /// <param name="File">As it was sent; its name is not asked for.</param>
    /// <param name="Version">Of the district.</param>
    public sealed record Input(ReadOnlyMemory<byte>? File, string? Words, int Version);

    public async Task<Outcome<DistrictLogoId>> Do(
        Input input,
        Doing doing,
        CancellationToken cancel = default
    )
    {
        if (input.File is not { Length: > 0 } file)
        {
            return Outcome.Refused(LogoSentences.ChooseAFile, nameof(input.File));
        }

        var words = LogoWriting.Tidy(input.Words);
        if (words?.Length > DistrictLogo.WordsLimit)
        {
            return Outcome.Refused(LogoSentences.WordsTooLong, nameof(input.Words));
        }

        return LogoPicture.Read(file.Span) switch
        {
            Outcome<LogoPicture>.Done { Value: var picture } => await Show(
                picture,
                words,
                input.Version,
                doing,
                cancel
            ),
            Outcome<LogoPicture>.Refused no => no.Refusals.ToList(),
            _ => throw new InvalidOperationException("A picture is read or refused."),
        };
    }

    private Task<Outcome<DistrictLogoId>> Show(
        LogoPicture picture,
        string? words,
        int version,
        Doing doing,
        CancellationToken cancel
    ) =>
        db.WriteLogo<DistrictLogoId>(
            version,
            doing,
            async district =>
            {
                // The same picture again is the same logo: sent twice, it is kept once.
                var logo = await db.Set<DistrictLogo>()
                    .FirstOrDefaultAsync(row => row.File == picture.File, cancel);
                if (logo is null)
                {
                    logo = new DistrictLogo
                    {
                        DistrictId = district.Id,
                        Id = Id.New<DistrictLogoId>(),
                        File = picture.File,
                        Width = picture.Width,
                        Height = picture.Height,
                        Picture = picture.Bytes,
                        StandsOut = picture.StandsOut,
                        AddedAt = doing.When,
                    };
                    db.Add(logo);
                }

                logo.Say(words);
                district.Show(logo);
                db.Happened("logo.shown", "logo", logo.Id.Value, logo.WordsIn(district));
                return logo.Id;
            },
            cancel
        );
}
