using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Throughline.App.Hosting.Documents;
using Throughline.Publishing;

namespace Throughline.App.Pages.Publishing;

/// <summary>A published version as a file, made of its frozen tree.</summary>
[OpenToAll]
public sealed class PublicFileModel(PublishedQueries published, PlanFiles files)
    : PublicPage(published)
{
    public async Task<IActionResult> OnGet(
        string district,
        int version,
        string format,
        CancellationToken cancel
    )
    {
        if (
            !PlanFiles.Formats.Contains(format)
            || !await Enter(district, cancel)
            || await Published.Version(version, cancel) is not { Line.WithdrawnAt: null } plan
        )
        {
            return NotFound();
        }

        var name = string.Create(
            CultureInfo.InvariantCulture,
            $"{Public.District.Slug}-plan-v{version}"
        );
        return (await files.OfPublished(plan, name, format, cancel))?.ToResult()
            ?? (IActionResult)(
                files.CanPrint ? StatusCode(StatusCodes.Status503ServiceUnavailable) : NotFound()
            );
    }
}
