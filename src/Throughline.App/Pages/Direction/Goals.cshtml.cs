using Microsoft.AspNetCore.Mvc;
using Throughline.Direction;
using Throughline.Kernel;
using Throughline.Process.Content;

namespace Throughline.App.Pages.Direction;

/// <summary>The goals by horizon.</summary>
[Needs(DirectionPermissions.Write)]
public sealed class GoalsModel(
    GoalQueries read,
    ContentFolder content,
    MoveGoal move,
    BringBackGoal bringBack,
    ChooseHorizonSet choose
) : DirectionPage
{
    [BindProperty]
    public string? HorizonSet { get; set; }

    public IReadOnlyList<GoalView> Goals { get; private set; } = [];

    public IReadOnlyList<HorizonSet> Sets => content.Horizons(T.Language);

    public HorizonSet Set => Horizons.SetOf(Sets, District.HorizonSet);

    public IReadOnlyList<HorizonGoals> ByHorizon => GoalQueries.ByHorizon(Goals, Set);

    public async Task<IActionResult> OnGet()
    {
        HorizonSet = Set.Code;
        return await Show();
    }

    public Task<IActionResult> OnPostUp(GoalId goal) => Move(goal, down: false);

    public Task<IActionResult> OnPostDown(GoalId goal) => Move(goal, down: true);

    public async Task<IActionResult> OnPostBringBack(GoalId goal) =>
        await Answer(
            await bringBack.Do(goal, Doing()),
            _ => Redirect(Here("direction/goals") + "?done=goal-back"),
            Show
        );

    public async Task<IActionResult> OnPostHorizons() =>
        await Answer(
            await choose.Do(HorizonSet, Doing()),
            _ => Redirect(Here("direction/goals") + "?done=horizons-chosen"),
            Show
        );

    private async Task<IActionResult> Move(GoalId goal, bool down) =>
        await Answer(
            await move.Do(new MoveGoal.Input(goal, down), Doing()),
            _ => Redirect($"{Here("direction/goals")}#goal-{goal}"),
            Show
        );

    private async Task<IActionResult> Show()
    {
        Goals = await read.Of(Place, T.Language);
        return Page();
    }
}
