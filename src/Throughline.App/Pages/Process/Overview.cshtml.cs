using Throughline.Process;
using Throughline.Process.Content;

namespace Throughline.App.Pages.Process;

/// <summary>The whole process on one page: what is done, what comes next.</summary>
[Needs(ProcessPermissions.Write)]
public sealed class OverviewModel(ProcessLibrary library, ProcessQueries process) : DistrictPage
{
    public ProcessEdition Edition { get; private set; } = null!;

    public ProcessProgress Progress { get; private set; } = null!;

    public Step? Next { get; private set; }

    public ContentLevel Level => Place is null ? ContentLevel.System : ContentLevel.School;

    public async Task OnGet()
    {
        Edition = library.Edition(District.ProcessEdition, T.Language);
        Progress = await process.Progress(Place);
        Next = Progress.Next(Edition);
    }

    public string? AnsweredOf(Step step) =>
        Progress.Answered.TryGetValue(step.Code, out var count)
            ? T["process.answered", count, step.PromptsFor(Level).Count()]
            : null;
}
