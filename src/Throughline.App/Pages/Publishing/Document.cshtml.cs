using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Throughline.App.Design;
using Throughline.App.Hosting.Documents;
using Throughline.Kernel;
using Throughline.People;
using Throughline.Publishing;
using Throughline.Publishing.Assembling;
using Throughline.Publishing.Rendering;

namespace Throughline.App.Pages.Publishing;

/// <summary>The plan as a document, as it stands now.</summary>
[Needs(PublishingPermissions.Publish, Read = PublishingPermissions.Read)]
public sealed class DocumentModel(AssemblePlan assemble, TeamQueries team, PlanFiles files)
    : DistrictPage
{
    [BindProperty(SupportsGet = true)]
    public SchoolId? School { get; set; }

    public IHtmlContent Body { get; private set; } = HtmlString.Empty;

    public IReadOnlyList<Choice> Schools { get; private set; } = [];

    public bool CanPrint => files.CanPrint;

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        var schools = await team.Schools(cancel);
        if (!ModelState.IsValid || (School is { } one && schools.All(row => row.Id != one)))
        {
            return NotFound();
        }

        Schools = [.. schools.Select(row => new Choice(row.Id.ToString(), row.Name))];
        var document = await assemble.Document(new PlanWanted(District, T, Today, School), cancel);
        Body = new HtmlString(PlanHtml.Article(document));
        return Page();
    }

    public string FileAddress(string format) =>
        Here("document/files/" + format) + (School is { } school ? "?school=" + school : "");
}
