using Microsoft.AspNetCore.Mvc;
using Throughline.App.Hosting.Documents;
using Throughline.Publishing;
using Throughline.Publishing.Assembling;

namespace Throughline.App.Pages.Publishing;

/// <summary>The plan as a file, as it stands now.</summary>
[Needs(PublishingPermissions.Publish, Read = PublishingPermissions.Read)]
public sealed class DocumentFileModel(AssemblePlan assemble, PlanFiles files) : DistrictPage
{
    public async Task<IActionResult> OnGet(string format, CancellationToken cancel)
    {
        if (!PlanFiles.Formats.Contains(format))
        {
            return NotFound();
        }

        var document = await assemble.Document(new PlanWanted(District, T, Today, Place), cancel);
        var name = $"{FileName}-plan-{Today:yyyy-MM-dd}";
        return (await files.Make(document, name, format, cancel: cancel))?.ToResult()
            ?? (IActionResult)(
                files.CanPrint ? StatusCode(StatusCodes.Status503ServiceUnavailable) : NotFound()
            );
    }
}
