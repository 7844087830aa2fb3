using Microsoft.AspNetCore.Mvc;
using Throughline.Engagement;
using Throughline.Process;

namespace Throughline.App.Pages.Engagement;

/// <summary>Whom the plan concerns, whether each was heard in each step, and what is done so that the silent are.</summary>
[Needs(EngagementPermissions.Write)]
public sealed class VoicesModel(
    LedgerQueries ledgers,
    EngagementQueries engagement,
    FinishOutreach finish,
    ProcessLibrary library,
    ProcessQueries process
) : DistrictPage
{
    private IReadOnlyDictionary<string, string> titles = new Dictionary<string, string>();

    private ProcessProgress? progress;

    public Ledger Ledger { get; private set; } = new([], [], [], []);

    public IReadOnlyList<OutreachView> Outreach { get; private set; } = [];

    /// <summary>The steps in which anybody was reached or heard.</summary>
    public IReadOnlyList<LedgerStep> Listened => [.. Ledger.Steps.Where(HasVoices)];

    public IReadOnlyList<LedgerStep> NotAsked => [.. Ledger.Steps.Where(row => !HasVoices(row))];

    private static bool HasVoices(LedgerStep row) =>
        row.Unknown > 0 || row.Voices.Any(voice => voice.IsReached || voice.IsHeard);

    /// <summary>The one thing that matters, as a colleague would say it.</summary>
    public string Finding =>
        Ledger.Groups.Count == 0 ? T["engagement.voices.lead"]
        : Ledger.Silent is [var one] ? T["engagement.voices.silent-one", one.Name]
        : Ledger.Silent.Count > 1
            ? T[
                "engagement.voices.silent-several",
                string.Join(", ", Ledger.Silent.SkipLast(1).Select(group => group.Name)),
                Ledger.Silent[^1].Name
            ]
        : T["engagement.voices.all-heard"];

    public async Task OnGet(CancellationToken cancel)
    {
        var edition = library.Edition(District.ProcessEdition, T.Language);
        progress = await process.Progress(cancel: cancel);
        titles = edition.Steps.ToDictionary(step => step.Code, step => step.Title);
        Ledger = await ledgers.Of([.. titles.Keys], cancel);
        Outreach = await engagement.Outreach(cancel);
    }

    public async Task<IActionResult> OnPostDone(OutreachTaskId task, CancellationToken cancel) =>
        await Answer(
            await finish.Do(task, Doing(), cancel),
            _ => LocalRedirect(At(null, $"feedback/voices#task-{task}")),
            async () =>
            {
                await OnGet(cancel);
                return Page();
            }
        );

    /// <summary>Why nobody was asked in a step that is done.</summary>
    public string? WhyNot(string step) =>
        progress?.Done.GetValueOrDefault(step)?.NobodyAskedBecause;

    public string NameOf(string step) => titles.GetValueOrDefault(step, step);

    public string Say(Voice voice) =>
        voice switch
        {
            { IsHeard: true, Heard: { } heard } => T["engagement.ledger.heard", heard],
            { IsHeard: true } => T["engagement.ledger.heard-few", LedgerQueries.Least],
            { IsReached: true } => T["engagement.ledger.reached"],
            _ => T["engagement.ledger.none"],
        };

    public string About(OutreachView task)
    {
        var group = Ledger.Groups.FirstOrDefault(one => one.Id == task.Group)?.Name;
        string?[] parts =
        [
            group,
            task.Owner,
            task.DoneAt is { } done ? T.Day(DayOf(done), Today)
            : task.Due is { } due ? T["engagement.outreach.by", due]
            : null,
            task.Why,
        ];
        return string.Join(" · ", parts.OfType<string>());
    }
}
