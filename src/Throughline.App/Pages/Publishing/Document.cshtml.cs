using Microsoft.AspNetCore.Html;
using Throughline.App.Hosting.Documents;
using Throughline.Publishing;
using Throughline.Publishing.Assembling;
using Throughline.Publishing.Rendering;

namespace Throughline.App.Pages.Publishing;

/// <summary>The plan as a document, as it stands now.</summary>
[Needs(PublishingPermissions.Publish, Read = PublishingPermissions.Read)]
public sealed class DocumentModel(AssemblePlan assemble, PlanFiles files) : DistrictPage
{
    public IHtmlContent Body { get; private set; } = HtmlString.Empty;

    public bool CanPrint => files.CanPrint;

    public async Task OnGet(CancellationToken cancel)
    {
        var document = await assemble.Document(new PlanWanted(District, T, Today, Place), cancel);
        Body = new HtmlString(PlanHtml.Article(document, LogoAddress));
    }

    public string FileAddress(string format) => Here("document/files/" + format);
}
