using Microsoft.AspNetCore.Mvc;
using Throughline.App.Design;
using Throughline.Kernel.History;
using Throughline.Plan;

namespace Throughline.App.Pages.Plan;

/// <summary>How the district and its schools organize the planning: who plans what, and why.</summary>
[Needs(PlanPermissions.Write)]
public sealed class OrganizationModel(
    PlanQueries plans,
    HistoryQueries histories,
    OrganizePlanning organize
) : PlanPage(plans)
{
    [BindProperty]
    public OrganizePlanning.Input Input { get; set; } = new();

    public ArrangementView? Arrangement { get; private set; }

    public IReadOnlyList<HistoryEntry> History { get; private set; } = [];

    public IEnumerable<Choice> Ways =>
        Enum.GetNames<PlanningWay>()
            .Select(way => new Choice(
                way,
                T["plan.organization.way." + way],
                T["plan.organization.way-hint." + way]
            ));

    public async Task OnGet()
    {
        await Load();
        if (Arrangement is { } stored)
        {
            Input = new()
            {
                Way = stored.Way,
                ByDistrict = stored.ByDistrict,
                BySchools = stored.BySchools,
                Together = stored.Together,
                Reason = stored.Reason,
                Version = stored.Version,
            };
        }
    }

    public async Task<IActionResult> OnPost()
    {
        ForgetBindingErrors();
        return await Answer(
            await organize.Do(Input, Doing()),
            _ => Redirect(Here("plan/organization?saved=1")),
            async () =>
            {
                await Load();
                Input = Input with { Version = VersionAfter(Input.Version) };
                return Page();
            }
        );
    }

    private async Task Load()
    {
        Arrangement = await Plans.Arrangement();
        if (Arrangement is { } stored)
        {
            History = await histories.Of(stored.Id.Value);
        }
    }
}
