using Microsoft.AspNetCore.Mvc;
using Throughline.App.Design;
using Throughline.Engagement;
using Throughline.Kernel;
using Throughline.Process;
using Throughline.Process.Content;

namespace Throughline.App.Pages.Process;

/// <summary>One step: its questions at left, the team's answers in the middle, help in the margin. Saves as one types.</summary>
[Needs(ProcessPermissions.Write)]
public sealed class StepModel(
    ProcessLibrary library,
    ProcessQueries process,
    NameQueries people,
    AnswerPrompt answerPrompt,
    AgreeAnswer agreeAnswer,
    CompleteStep completeStep,
    CloseStep closeStep,
    LedgerQueries ledgers
) : DistrictPage
{
    private List<AnswerView> answers = [];
    private IReadOnlyDictionary<PersonId, string> names = new Dictionary<PersonId, string>();
    private ProcessProgress progress = null!;

    /// <summary>By the prompt's code. A form posts one of them.</summary>
    [BindProperty]
    public Dictionary<string, string?> Answers { get; set; } = new(StringComparer.Ordinal);

    public sealed class Closing
    {
        public string? Because { get; set; }
    }

    [BindProperty]
    public Closing Input { get; set; } = new();

    /// <summary>Whether the step is open and nobody was asked in it.</summary>
    public bool IsNobodyAsked { get; private set; }

    /// <summary>Why nobody was asked in a step that is done.</summary>
    public string? NobodyAskedBecause =>
        progress.Done.GetValueOrDefault(Step.Code)?.NobodyAskedBecause;

    public ProcessEdition Edition { get; private set; } = null!;

    public ContentLevel Level => Place is null ? ContentLevel.System : ContentLevel.School;

    public Step Step { get; private set; } = null!;

    public Phase Phase { get; private set; } = null!;

    public bool IsDone => progress.Done.ContainsKey(Step.Code);

    public IReadOnlyList<RailPhase> Rail =>
        [
            .. Edition.Phases.Select(phase => new RailPhase(
                phase.Title,
                [.. phase.Actions.SelectMany(action => action.Steps).Select(StopOf)]
            )),
        ];

    public int PlaceInPhase =>
        Phase
            .Actions.SelectMany(action => action.Steps)
            .TakeWhile(step => step.Code != Step.Code)
            .Count() + 1;

    public Step? Following =>
        Edition.Steps.SkipWhile(step => step.Code != Step.Code).Skip(1).FirstOrDefault();

    /// <summary>Steps that help if done before. They are named, never demanded.</summary>
    public IReadOnlyList<Step> Before =>
        [
            .. Step
                .Requires.Where(code => !progress.Done.ContainsKey(code))
                .Select(Edition.FindStep)
                .OfType<Step>(),
        ];

    public string? Opens => StepPlaces.Of(Step.Opens) is { } path ? Here(path) : null;

    public Task<IActionResult> OnGet(string step) => Load(step);

    public async Task<IActionResult> OnPostAnswer(string step, string prompt, int version)
    {
        var outcome = await answerPrompt.Do(
            new(step, prompt, Answers.GetValueOrDefault(prompt), version, Place),
            Doing()
        );
        return await Answer(outcome, saved => Saved(step, prompt, saved), () => Load(step));
    }

    public async Task<IActionResult> OnPostAgree(string step, string prompt, int version)
    {
        var saved = await answerPrompt.Do(
            new(step, prompt, Answers.GetValueOrDefault(prompt), version, Place),
            Doing()
        );
        if (saved is not Outcome<int>.Done done)
        {
            return await Answer(saved, _ => Page(), () => Load(step));
        }

        var outcome = await agreeAnswer.Do(new(step, prompt, done.Value, Place), Doing());
        return await Answer(
            outcome,
            _ => Redirect(Here($"process/{step}#{prompt}")),
            () => Load(step)
        );
    }

    public async Task<IActionResult> OnPostDone(string step, bool done)
    {
        var outcome = done
            ? await closeStep.Do(new(step, Place, Input.Because), Doing())
            : await completeStep.Do(new(step, false, Place), Doing());
        return await Answer(outcome, _ => Redirect(Here($"process/{step}")), () => Load(step));
    }

    public AnswerView? AnswerOf(Prompt prompt) =>
        answers.Find(answer => answer.PromptCode == prompt.Code);

    public int VersionOf(Prompt prompt) =>
        Conflict is { } conflict && conflict.Stored.ContainsKey(prompt.Code)
            ? conflict.Version
            : AnswerOf(prompt)?.Version ?? 0;

    /// <summary>What somebody else saved while this was being written.</summary>
    public string? StoredMeanwhile(Prompt prompt) =>
        Conflict is { } conflict && conflict.Stored.TryGetValue(prompt.Code, out var text)
            ? text ?? ""
            : null;

    public IEnumerable<Choice> ChoicesOf(Prompt prompt) =>
        prompt.Choices.Select(choice => new Choice(choice.Code, choice.Title));

    public string Shown(Prompt prompt, string text) =>
        prompt.Choices.FirstOrDefault(choice => choice.Code == text)?.Title ?? text;

    public string HintOf(Prompt prompt) =>
        prompt.Example is null
            ? prompt.Help
            : $"{prompt.Help} {T["process.example", prompt.Example]}";

    public string StatusOf(AnswerView? answer) =>
        answer is null || answer.Text.Length == 0
            ? ""
            : T[
                answer.Status == AnswerStatus.Agreed ? "process.agreed-by" : "process.written-by",
                names.GetValueOrDefault(answer.WrittenBy, T["common.product"]),
                T.Day(DateOnly.FromDateTime(answer.WrittenAt), Today)
            ];

    private IActionResult Saved(string step, string prompt, int version)
    {
        if (!Request.Headers.ContainsKey("X-Autosave"))
        {
            return Redirect(Here($"process/{step}#{prompt}"));
        }

        Response.Headers["X-Version"] = version.ToString(
            System.Globalization.CultureInfo.InvariantCulture
        );
        return Content(T["process.saved"], "text/plain");
    }

    private RailStop StopOf(Step step) =>
        step.Code == Step.Code
            ? new(
                step.Title,
                Here("process/" + step.Code),
                StopState.Current,
                T["process.state.current"]
            )
        : progress.Done.ContainsKey(step.Code)
            ? new(step.Title, Here("process/" + step.Code), StopState.Done, T["process.state.done"])
        : new(step.Title, Here("process/" + step.Code), StopState.Ahead, T["process.state.ahead"]);

    private async Task<IActionResult> Load(string step)
    {
        Edition = library.Edition(District.ProcessEdition, T.Language);
        if (Edition.FindStep(step) is not { } found)
        {
            return NotFound();
        }

        Step = found;
        Phase = Edition.Phases.First(phase =>
            phase.Actions.Any(action => action.Steps.Contains(found))
        );
        answers = await process.Answers(step, Place);
        progress = await process.Progress(Place);
        IsNobodyAsked =
            Place is null && MayWrite && !IsDone && !(await ledgers.Of([step])).Steps[0].IsAsked;
        names = await people.Of(answers.Select(answer => (PersonId?)answer.WrittenBy));
        foreach (var prompt in found.Prompts)
        {
            Answers.TryAdd(
                prompt.Code,
                answers.Find(answer => answer.PromptCode == prompt.Code)?.Text ?? ""
            );
        }

        return Page();
    }
}
