using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Throughline.App.Hosting.Documents;
using Throughline.App.Hosting.SignIn;
using Throughline.Publishing;

namespace Throughline.App.Pages.Publishing;

/// <summary>A published version, or the latest one.</summary>
[OpenToAll]
public sealed class PublicPlanModel(PublishedQueries published, PlanFiles files, Site site)
    : PublicPage(published)
{
    public sealed class Fields
    {
        public string? Email { get; set; }
    }

    public Fields Input { get; } = new();

    public PublishedView Plan { get; private set; } = null!;

    public IHtmlContent Body => new HtmlString(Plan.Body);

    public bool CanPrint => files.CanPrint;

    public string Address =>
        $"{site.AddressFor(Request)}/plans/{Public.District.Slug}/{Plan.Line.Number}";

    /// <summary>A later version of the same plan that can be read.</summary>
    public PublishedLine? Newer =>
        Public.Versions.FirstOrDefault(line =>
            line.Number > Plan.Line.Number
            && line.School == Plan.Line.School
            && line.WithdrawnAt is null
        );

    public async Task<IActionResult> OnGet(string district, int? version, CancellationToken cancel)
    {
        if (
            !await Enter(district, cancel)
            || (version ?? Public.Latest?.Number) is not { } number
            || await Published.Version(number, cancel) is not { } plan
        )
        {
            return NotFound();
        }

        Plan = plan;
        if (plan.Line.WithdrawnAt is not null)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
        }

        return Page();
    }

    public string FileAddress(string format) =>
        $"/plans/{Public.District.Slug}/{Plan.Line.Number}/files/{format}";
}
