using Microsoft.AspNetCore.Mvc;
using Throughline.Direction;
using Throughline.Process.Content;

namespace Throughline.App.Pages.Direction;

/// <summary>Sample goals to copy and adapt, each with what early districts wished they had known.</summary>
[Needs(DirectionPermissions.Write)]
public sealed class LibraryModel(ContentFolder content, CopySampleGoal copy) : DirectionPage
{
    public GoalLibrary Library => content.Goals(T.Language);

    public string HorizonName(string code) => Horizons.NameOf(content.Horizons(T.Language), code);

    public void OnGet() { }

    public async Task<IActionResult> OnPost(string? sample) =>
        await Answer(
            await copy.Do(sample, T.Language, District.HorizonSet, Doing(), Place),
            goal => Redirect(Here($"direction/goals/{goal}/edit")),
            () => Task.FromResult<IActionResult>(Page())
        );
}
