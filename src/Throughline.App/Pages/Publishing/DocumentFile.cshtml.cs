using Microsoft.AspNetCore.Mvc;
using Throughline.App.Hosting.Documents;
using Throughline.Kernel;
using Throughline.People;
using Throughline.Publishing;
using Throughline.Publishing.Assembling;

namespace Throughline.App.Pages.Publishing;

/// <summary>The plan as a file, as it stands now.</summary>
[Needs(PublishingPermissions.Publish, Read = PublishingPermissions.Read)]
public sealed class DocumentFileModel(AssemblePlan assemble, TeamQueries team, PlanFiles files)
    : DistrictPage
{
    public async Task<IActionResult> OnGet(
        string format,
        SchoolId? school,
        CancellationToken cancel
    )
    {
        if (
            !ModelState.IsValid
            || !PlanFiles.Formats.Contains(format)
            || (school is { } one && (await team.Schools(cancel)).All(row => row.Id != one))
        )
        {
            return NotFound();
        }

        var document = await assemble.Document(new PlanWanted(District, T, Today, school), cancel);
        var name = $"{District.Slug}-plan-{Today:yyyy-MM-dd}";
        return (await files.Make(document, name, format, cancel: cancel))?.ToResult()
            ?? (IActionResult)(
                files.CanPrint ? StatusCode(StatusCodes.Status503ServiceUnavailable) : NotFound()
            );
    }
}
