using Microsoft.AspNetCore.Mvc;
using Throughline.Direction;
using Throughline.Kernel;
using Throughline.Process.Content;

namespace Throughline.App.Pages.Direction;

[Needs(DirectionPermissions.Write, Read = DirectionPermissions.Write)]
public sealed class NewGoalModel(
    WriteGoal write,
    GoalQueries goals,
    VisionQueries lists,
    ContentFolder content
) : GoalFormPage(goals, lists, content)
{
    public Task<IActionResult> OnGet() => Show();

    public async Task<IActionResult> OnPost() =>
        await Answer(
            await write.Do(Input.ToText(Place), Doing()),
            goal => Redirect(Here("direction/goals/" + goal) + "?done=goal-written"),
            Show
        );
}
