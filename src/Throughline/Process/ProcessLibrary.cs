using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;
using Throughline.Kernel.Languages;
using Throughline.Process.Content;

namespace Throughline.Process;

/// <summary>The edition of the process that a district works by, in a language.</summary>
public sealed class ProcessLibrary(ThroughlineDb db, ContentFolder content) : IQueries
{
    public async Task<ProcessEdition> Of(
        DistrictId? district,
        CancellationToken cancel = default
    ) => content.Process(await Code(district, cancel), LanguageFiles.Default);

    public async Task<StartingPoint> StartingPoint(
        DistrictId? district,
        CancellationToken cancel = default
    ) => content.StartingPoint(await Code(district, cancel), LanguageFiles.Default);

    public ProcessEdition Edition(string edition, string language) =>
        content.Process(CodeOf(edition), language);

    public StartingPoint StartingPoint(string edition, string language) =>
        content.StartingPoint(CodeOf(edition), language);

    /// <summary>The languages that the edition has texts in.</summary>
    public IReadOnlyList<string> Languages(string edition) => content.LanguagesOf(CodeOf(edition));

    private async Task<string> Code(DistrictId? district, CancellationToken cancel) =>
        CodeOf(
            await db.Set<District>()
                .Where(row => row.Id == district)
                .Select(row => row.ProcessEdition)
                .FirstAsync(cancel)
        );

    private static string CodeOf(string edition) => edition.Split('/')[0];
}
