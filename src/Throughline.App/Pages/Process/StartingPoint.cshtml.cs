using Microsoft.AspNetCore.Mvc;
using Throughline.App.Design;
using Throughline.Process;
using Throughline.Process.Content;

namespace Throughline.App.Pages.Process;

/// <summary>A few short questions that lead to the step to begin with.</summary>
[Needs(ProcessPermissions.Write)]
public sealed class StartingPointModel(
    ProcessLibrary library,
    ProcessQueries process,
    FindStartingPoint find
) : DistrictPage
{
    /// <summary>By the question's code: the chosen answer's code.</summary>
    [BindProperty]
    public Dictionary<string, string?> Answers { get; set; } = new(StringComparer.Ordinal);

    public StartingPoint Start { get; private set; } = null!;

    public IReadOnlyList<StartingSuggestion> Suggested { get; private set; } = [];

    public async Task<IActionResult> OnGet(bool again = false)
    {
        var given = await Load();
        Suggested = given.Count > 0 && !again ? Start.Suggestions([.. given]) : [];
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        var outcome = await find.Do(new([.. Answers.Values.OfType<string>()]), Doing());
        return await Answer(
            outcome,
            _ => Redirect(Here("process/starting-point/find")),
            async () =>
            {
                await Load();
                return Page();
            }
        );
    }

    public static IEnumerable<Choice> ChoicesOf(StartingQuestion question) =>
        question.Answers.Select(answer => new Choice(answer.Code, answer.Title));

    public string TitleOf(string step) =>
        library.Edition(District.ProcessEdition, T.Language).FindStep(step)?.Title ?? step;

    private async Task<IReadOnlyList<string>> Load()
    {
        Start = library.StartingPoint(District.ProcessEdition, T.Language);
        var given = await process.StartingAnswers();
        foreach (var question in Start.Questions)
        {
            Answers.TryAdd(
                question.Code,
                question.Answers.FirstOrDefault(answer => given.Contains(answer.Code))?.Code
            );
        }

        return given;
    }
}
