using Microsoft.AspNetCore.Mvc;
using Throughline.Direction;
using Throughline.Kernel;
using Throughline.Kernel.History;

namespace Throughline.App.Pages.Direction;

/// <summary>Whom computing leaves out, in a sentence, and the groups it is about with their numbers.</summary>
[Needs(DirectionPermissions.Write)]
public sealed class EquityModel(
    EquityQueries read,
    HistoryQueries history,
    WriteEquityGoal write,
    ChooseSubgroup choose,
    RemoveSubgroup remove,
    BringBackSubgroup bringBack
) : DirectionPage
{
    public sealed record Form
    {
        public string? Statement { get; init; }

        public int Version { get; init; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty]
    public ChooseSubgroup.Input Group { get; set; } = new();

    public EquityView? Goal { get; private set; }

    public IReadOnlyList<string> Measures { get; private set; } = [];

    public IReadOnlyList<HistoryEntry> History { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        await Load();
        Input = Input with { Statement = Goal?.Statement };
        return Page();
    }

    public async Task<IActionResult> OnPost() =>
        await Answer(
            await write.Do(new WriteEquityGoal.Input(Input.Statement, Input.Version), Doing()),
            version =>
                Request.IsAutosave()
                    ? Autosave.Saved(Response, T["direction.saved-at", ClockTime()], version)
                    : Back("equity-saved"),
            Again
        );

    public async Task<IActionResult> OnPostChoose() =>
        await Answer(await choose.Do(Group, Doing()), _ => Back("group-chosen"), Stored);

    public async Task<IActionResult> OnPostRemove(EquitySubgroupId group) =>
        await Answer(
            await remove.Do(group, Doing()),
            _ => Redirect($"{Here("direction/equity")}?removed={group}"),
            Stored
        );

    public async Task<IActionResult> OnPostBringBack(EquitySubgroupId group) =>
        await Answer(await bringBack.Do(group, Doing()), _ => Back("group-back"), Stored);

    private RedirectResult Back(string done) =>
        Redirect(Here("direction/equity") + "?done=" + done);

    private async Task<IActionResult> Again()
    {
        await Load();
        return Page();
    }

    /// <summary>Another form of the page was sent: this one shows what is stored.</summary>
    private async Task<IActionResult> Stored()
    {
        await Load();
        Input = new Form { Statement = Goal?.Statement, Version = Goal?.Version ?? 0 };
        return Page();
    }

    private async Task Load()
    {
        Goal = await read.Current();
        Measures = await read.Measures();
        if (Goal is { } goal)
        {
            History = await history.Of([
                goal.Id.Value,
                .. goal.Groups.Select(group => group.Id.Value),
            ]);
        }
    }
}
