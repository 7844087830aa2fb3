using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Throughline.App.Hosting.Documents;
using Throughline.Publishing;
using Throughline.Publishing.Rendering;
using Throughline.Publishing.Workbooks;

namespace Throughline.App.Pages.Publishing;

/// <summary>The workbook, to print or to fill in.</summary>
[Needs(PublishingPermissions.Import, Read = PublishingPermissions.Read)]
public sealed class WorkbookModel(AssembleWorkbook assemble, PlanFiles files) : DistrictPage
{
    /// <summary>1: with the answers so far.</summary>
    [BindProperty(SupportsGet = true)]
    public int Filled { get; set; }

    public IHtmlContent Body { get; private set; } = HtmlString.Empty;

    public async Task OnGet(CancellationToken cancel) =>
        Body = new HtmlString(PlanHtml.Article((await Workbook(cancel)).Document, LogoAddress));

    public async Task<IActionResult> OnGetFile(CancellationToken cancel)
    {
        var workbook = await Workbook(cancel);
        var file = await files.Make(
            workbook.Document,
            FileName + "-workbook",
            "docx",
            workbook.Stamp.ToProperties(),
            cancel
        );
        return file!.ToResult();
    }

    private Task<Workbook> Workbook(CancellationToken cancel) =>
        assemble.Of(District, T, Today, Filled == 1, Visit.School, cancel);
}
