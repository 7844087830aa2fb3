using Microsoft.AspNetCore.Mvc;
using Throughline.Direction;
using Throughline.Kernel;
using Throughline.Process.Content;

namespace Throughline.App.Pages.Direction;

[Needs(DirectionPermissions.Write, Read = DirectionPermissions.Write)]
public sealed class EditGoalModel(
    ReviseGoal revise,
    GoalQueries goals,
    VisionQueries lists,
    ContentFolder content
) : GoalFormPage(goals, lists, content)
{
    private readonly GoalQueries goals = goals;

    [BindProperty(SupportsGet = true, Name = "goal")]
    public GoalId Id { get; set; }

    public async Task<IActionResult> OnGet()
    {
        if (!await Find())
        {
            return NotFound();
        }

        Input = GoalForm.Of(Goal!);
        return await Show();
    }

    public async Task<IActionResult> OnPost() =>
        await Answer(
            await revise.Do(Id, Input.ToText(Place), Doing(Input.Why)),
            version =>
                Request.IsAutosave()
                    ? Autosave.Saved(Response, T["direction.saved-at", ClockTime()], version)
                    : Redirect(Here("direction/goals/" + Id) + "?done=goal-saved"),
            async () => await Find() ? await Show() : NotFound()
        );

    private async Task<bool> Find()
    {
        Goal = await goals.One(Id, T.Language);
        return Goal is not null && Goal.School == Place;
    }
}
