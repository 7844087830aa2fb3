using Throughline.Data;

namespace Throughline.Kernel.Logos;

/// <summary>
/// Deletes a picture for good, such as one that should never have been sent. Where it is the one shown now, none is shown after. What was
/// published with it keeps it: a published version never changes.
/// </summary>
public sealed class DeleteLogo(ThroughlineDb db) : IUseCase
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

                if (district.LogoFile == logo.File)
                {
                    district.ShowNoLogo();
                }

                db.Remove(logo);
                db.Happened("logo.deleted", "logo", logo.Id.Value, logo.WordsIn(district));
                return Outcome.Done;
            },
            cancel
        );
}
