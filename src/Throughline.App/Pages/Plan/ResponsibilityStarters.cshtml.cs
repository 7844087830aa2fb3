using Microsoft.AspNetCore.Mvc;
using Throughline.Plan;
using Throughline.Process.Content;

namespace Throughline.App.Pages.Plan;

/// <summary>Typical responsibilities to choose from.</summary>
[Needs(PlanPermissions.Write, Read = PlanPermissions.Write)]
public sealed class ResponsibilityStartersModel(
    PlanQueries plans,
    ContentFolder content,
    CopyStarterResponsibilities copy
) : PlanPage(plans)
{
    [BindProperty]
    public List<string> Chosen { get; set; } = [];

    public IReadOnlyList<StarterView> Starters { get; private set; } = [];

    public bool Unreviewed { get; private set; }

    public async Task OnGet() => await Load();

    public async Task<IActionResult> OnPost()
    {
        var starters = Read()
            .Responsibilities.Where(starter => Chosen.Contains(starter.Code))
            .Select(starter => new CopyStarterResponsibilities.Starter(
                starter.Code,
                new ResponsibilityDraft
                {
                    What = starter.Responsibility,
                    Holder = Role(starter.Holder),
                    Level =
                        starter.Level == ContentLevel.School ? PlanLevel.School : PlanLevel.System,
                    Support = starter.SupportNeed,
                },
                starter.Decision
            ))
            .ToList();
        return await Answer(
            await copy.Do(new(starters, Place), Doing()),
            _ => Redirect(Here("plan/responsibilities")),
            async () =>
            {
                await Load();
                return Page();
            }
        );
    }

    private ResponsibilityStarters Read() =>
        content.Responsibilities(PlanContent.ProcessOf(District.ProcessEdition), T.Language);

    private string Role(string code) => T["plan.role." + code];

    private async Task Load()
    {
        await Enter();
        var there = (await Plans.Responsibilities(Place)).Select(one => one.What).ToHashSet();
        var read = Read();
        Unreviewed = !read.Wording.IsReviewed;
        Starters =
        [
            .. read.Responsibilities.Select(starter => new StarterView(
                starter.Code,
                starter.Responsibility,
                starter.SupportNeed,
                Role(starter.Holder),
                there.Contains(starter.Responsibility)
            )),
        ];
    }
}
