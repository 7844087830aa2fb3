using Microsoft.AspNetCore.Mvc;
using Throughline.Kernel.Tables;
using Throughline.Plan;

namespace Throughline.App.Pages.Plan;

/// <summary>Decisions, actions or responsibilities from a sheet.</summary>
[Needs(PlanPermissions.Write, Read = PlanPermissions.Write)]
public sealed class PasteModel(
    PasteDecisions decisions,
    PasteActions actions,
    PasteResponsibilities responsibilities
) : PastePage
{
    [BindProperty(SupportsGet = true)]
    public string What { get; set; } = "";

    public override string Title => T["plan.paste.title." + What];

    public override (string Name, string Address) List =>
        (T["plan.nav." + What], Here("plan/" + What));

    protected override IPaste? Find()
    {
        IPaste[] all = [decisions, actions, responsibilities];
        return Array.Find(all, paste => paste.Name == What);
    }
}
