using Throughline.Data;
using Throughline.Kernel;
using Throughline.Kernel.Logos;
using Throughline.Publishing.Tree;

namespace Throughline.Publishing.Assembling;

/// <summary>The logo that a document of the district carries.</summary>
public sealed class DocumentLogo(LogoQueries logos) : IQueries
{
    public async Task<Logo?> Of(DistrictView district, CancellationToken cancel = default) =>
        district.Logo is { } shown && await logos.Picture(shown.File, cancel) is { } picture
            ? new Logo(
                shown.File,
                LogoView.TypeOf(shown.File),
                shown.Words,
                shown.Width,
                shown.Height,
                picture
            )
            : null;
}
