using Microsoft.AspNetCore.Mvc;
using Throughline.App.Hosting.Documents;
using Throughline.Publishing;

namespace Throughline.App.Pages.Publishing;

/// <summary>The logo of a published version, out of the version itself: what the district shows today does not change it.</summary>
[OpenToAll]
public sealed class PublicLogoModel(PublishedQueries published) : PublicPage(published)
{
    public async Task<IActionResult> OnGet(
        string district,
        int version,
        string file,
        CancellationToken cancel
    ) =>
        await Enter(district, cancel)
        && await Published.Version(version, cancel) is { Line.WithdrawnAt: null } plan
        && plan.Document.Logo is { } logo
        && logo.File == file
            ? Response.Picture(logo.Picture, logo.File, isPublic: true)
            : NotFound();
}
