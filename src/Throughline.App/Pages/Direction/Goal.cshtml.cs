using Microsoft.AspNetCore.Mvc;
using Throughline.Direction;
using Throughline.Kernel;
using Throughline.Kernel.History;

namespace Throughline.App.Pages.Direction;

/// <summary>A goal as a thing: the sentence, what it serves and what serves it, what was learned, its history.</summary>
[Needs(DirectionPermissions.Write)]
public sealed class GoalModel(
    GoalQueries read,
    HistoryQueries history,
    FinalizeGoal finalize,
    ReopenGoal reopen,
    RemoveGoal remove
) : DirectionPage
{
    public sealed record Form
    {
        public string? Why { get; init; }

        public int Version { get; init; }
    }

    [BindProperty(SupportsGet = true, Name = "goal")]
    public GoalId Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public GoalView Goal { get; private set; } = null!;

    public IReadOnlyList<HistoryEntry> History { get; private set; } = [];

    public IReadOnlyDictionary<Guid, int> Versions { get; private set; } =
        new Dictionary<Guid, int>();

    public Task<IActionResult> OnGet() => Show();

    public async Task<IActionResult> OnPostFinalize() =>
        await Answer(await finalize.Do(Id, Input.Version, Doing()), _ => Back("goal-final"), Show);

    public async Task<IActionResult> OnPostReopen() =>
        await Answer(
            await reopen.Do(Id, Input.Version, Doing(Input.Why)),
            _ => Back("goal-reopened"),
            Show
        );

    public async Task<IActionResult> OnPostRemove() =>
        await Answer(
            await remove.Do(Id, Doing()),
            _ => Redirect($"{Here("direction/goals")}?removed={Id}"),
            Show
        );

    private RedirectResult Back(string done) =>
        Redirect(Here("direction/goals/" + Id) + "?done=" + done);

    private async Task<IActionResult> Show()
    {
        if (await read.One(Id, T.Language) is not { } goal || goal.School != Place)
        {
            return NotFound();
        }

        Goal = goal;
        History = await history.Of([
            Id.Value,
            .. goal.Pictures.Select(picture => picture.Id.Value),
        ]);
        Versions = new Dictionary<Guid, int> { [Id.Value] = goal.Version };
        return Page();
    }
}
