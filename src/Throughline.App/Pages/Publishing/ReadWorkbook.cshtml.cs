using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Throughline.App.Design;
using Throughline.Kernel;
using Throughline.Kernel.History;
using Throughline.Process;
using Throughline.Process.Content;
using Throughline.Publishing;
using Throughline.Publishing.Workbooks;

namespace Throughline.App.Pages.Publishing;

/// <summary>
/// A workbook that came back: what would change is shown first. What the file said is carried by the form, so that nothing of it is kept
/// here until somebody says so.
/// </summary>
[Needs(PublishingPermissions.Import, Read = PublishingPermissions.Import)]
[RequestSizeLimit(MaxRequest)]
[RequestFormLimits(ValueLengthLimit = MaxRequest, MultipartBodyLengthLimit = MaxRequest)]
public sealed class ReadWorkbookModel(
    ImportWorkbook import,
    ProcessLibrary library,
    ProcessQueries process,
    HistoryQueries history
) : DistrictPage
{
    /// <summary>A little more than a workbook may have, so that one beyond the limit is told so in a sentence.</summary>
    private const int MaxRequest = 30_000_000;

    public sealed record Form
    {
        public IFormFile? File { get; init; }

        public string? Book { get; init; }

        /// <summary>By the prompt's code: the stored version that the workbook's text takes the place of; nothing to keep it.</summary>
        public Dictionary<string, string?> Choices { get; init; } = new(StringComparer.Ordinal);
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>The moment at which answers were saved, in milliseconds since 1970.</summary>
    [BindProperty(SupportsGet = true, Name = "at")]
    public long? ReadAt { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Kept { get; set; }

    public ImportWorkbook.Result? Found { get; private set; }

    public IReadOnlyList<AnswerView>? Saved { get; private set; }

    public IReadOnlyList<HistoryEntry> History { get; private set; } = [];

    public string Address => Here("document/workbook/read");

    public bool HasSomething => Found is { Changed.Count: > 0 } or { Conflicts.Count: > 0 };

    public IReadOnlyList<Crumb> Crumbs =>
        [
            new(T["publishing.page.title"], Here("document")),
            new(T["publishing.workbook-page.title"], Here("document/workbook")),
        ];

    private IEnumerable<Prompt> Prompts =>
        library.Edition(District.ProcessEdition, T.Language).Steps.SelectMany(step => step.Prompts);

    public async Task OnGet(CancellationToken cancel)
    {
        ForgetBindingErrors();
        if (ReadAt is >= 0 and < 253_402_300_800_000 and var at)
        {
            var when = DateTimeOffset.FromUnixTimeMilliseconds(at).UtcDateTime;
            Saved = await process.WrittenAt(Visit.Person!.Id, when, Place, cancel);
            History = await history.Of([.. Saved.Select(answer => answer.Id.Value)], cancel);
        }
    }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (Input.File is not { } file)
        {
            return await Answer<WorkbookFile>(
                Outcome.Refused(PublishingSentences.ChooseAFile, nameof(Input.File)),
                _ => Page(),
                Again
            );
        }

        await using var stream = file.OpenReadStream();
        return WorkbookFile.Read(stream) switch
        {
            Outcome<WorkbookFile>.Done { Value: var book } => await Preview(book, cancel),
            var no => await Answer(no, _ => Page(), Again),
        };
    }

    public async Task<IActionResult> OnPostSave(CancellationToken cancel)
    {
        if (WorkbookFile.FromText(Input.Book) is not { } book)
        {
            return await Answer<WorkbookFile>(
                Outcome.Refused(PublishingSentences.NoWorkbook, nameof(Input.File)),
                _ => Page(),
                Again
            );
        }

        // Whole milliseconds, so that the moment in the address is the one that is stored.
        var now = Clock.GetUtcNow().ToUnixTimeMilliseconds();
        var doing = Doing(T["publishing.read-page.why"]) with
        {
            When = DateTimeOffset.FromUnixTimeMilliseconds(now).UtcDateTime,
        };
        return await Answer(
            await import.Do(
                new ImportWorkbook.Input(book, Take: Taken(), School: Place),
                doing,
                cancel
            ),
            result =>
                Redirect(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{Address}?at={now}&kept={result.Conflicts.Count}"
                    )
                ),
            Again
        );
    }

    /// <summary>The question itself; for a box that the process does not know, its code.</summary>
    public string QuestionOf(string prompt) =>
        Find(prompt)?.QuestionFor(Place is null ? ContentLevel.System : ContentLevel.School)
        ?? T["publishing.read-page.code", prompt];

    public string Shown(string prompt, string text) =>
        Find(prompt)?.Choices.FirstOrDefault(choice => choice.Code == text)?.Title ?? text;

    public IEnumerable<Choice> KeepOrTake(ImportWorkbook.BothTexts both) =>
        [
            new("", T["publishing.read-page.keep"]),
            new(
                both.Version.ToString(CultureInfo.InvariantCulture),
                T["publishing.read-page.take"]
            ),
        ];

    private Prompt? Find(string code) => Prompts.FirstOrDefault(prompt => prompt.Code == code);

    private async Task<IActionResult> Preview(WorkbookFile book, CancellationToken cancel) =>
        await Answer(
            await import.Do(
                new ImportWorkbook.Input(book, DryRun: true, School: Place),
                Doing(),
                cancel
            ),
            found =>
            {
                Found = found;
                var kept = found
                    .Changed.Select(one => one.Prompt)
                    .Concat(found.Conflicts.Select(one => one.Prompt))
                    .ToHashSet(StringComparer.Ordinal);
                Input = new Form
                {
                    Book = (
                        book with
                        {
                            Answers = [.. book.Answers.Where(answer => kept.Contains(answer.Key))],
                        }
                    ).ToText(),
                };
                foreach (var conflict in found.Conflicts)
                {
                    Input.Choices[conflict.Prompt] = "";
                }

                return Page();
            },
            Again
        );

    private Dictionary<string, int> Taken() =>
        Input
            .Choices.Where(choice =>
                int.TryParse(choice.Value, CultureInfo.InvariantCulture, out _)
            )
            .ToDictionary(
                choice => choice.Key,
                choice => int.Parse(choice.Value!, CultureInfo.InvariantCulture),
                StringComparer.Ordinal
            );

    /// <summary>What is wrong with a file stands beside the field that chooses one.</summary>
    private Task<IActionResult> Again()
    {
        if (ModelState.TryGetValue("", out var whole))
        {
            foreach (var error in whole.Errors)
            {
                ModelState.AddModelError("Input.File", error.ErrorMessage);
            }

            ModelState.Remove("");
        }

        return Task.FromResult<IActionResult>(Page());
    }
}
