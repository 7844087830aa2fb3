using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;
using Throughline.Kernel.Languages;
using Throughline.Process;
using Throughline.Process.Content;

namespace Throughline.Publishing.Workbooks;

/// <summary>
/// Reads a workbook's answers back. A blank box changes nothing. An answer that was changed here since the workbook was made is not
/// overwritten: both texts are told.
/// </summary>
public sealed class ImportWorkbook(
    ThroughlineDb db,
    DistrictQueries districts,
    ProcessLibrary library,
    ProcessQueries process,
    AnswerPrompt answering
) : IUseCase
{
    /// <param name="DryRun">Says what would come of it and changes nothing.</param>
    /// <param name="Take">
    /// Prompts whose workbook text takes the place of what was written here meanwhile, each with the stored version that was seen.
    /// </param>
    /// <param name="School">Whose answers they are; null: the district's own.</param>
    public sealed record Input(
        WorkbookFile File,
        bool DryRun = false,
        IReadOnlyDictionary<string, int>? Take = null,
        SchoolId? School = null
    );

    /// <param name="Answers">Boxes with something in them.</param>
    /// <param name="Changed">The prompts whose answer is new now.</param>
    public sealed record Result(
        int Answers,
        IReadOnlyList<ChangedAnswer> Changed,
        IReadOnlyList<BothTexts> Conflicts,
        IReadOnlyList<RefusedAnswer> Refused
    );

    public sealed record ChangedAnswer(string Prompt, string Before, string After);

    /// <summary>The stored answer stayed; the workbook's stands in the file.</summary>
    public sealed record BothTexts(string Prompt, string Stored, string InWorkbook, int Version);

    public sealed record RefusedAnswer(string Prompt, Sentence Reason);

    public async Task<Outcome<Result>> Do(
        Input input,
        Doing doing,
        CancellationToken cancel = default
    )
    {
        if (input.File.Answers.Count == 0)
        {
            // Some word processors drop the controls when they save: better refused than read as "nothing was answered".
            return Outcome.Refused(PublishingSentences.NoWorkbook);
        }

        var district = (await districts.ById(db.District!.Value, cancel))!;
        var stamp = input.File.Stamp;
        if (stamp.District.Length > 0 && stamp.District != district.Slug)
        {
            return Outcome.Refused(PublishingSentences.OtherDistrict);
        }

        if (!await db.KnowsSchool(input.School, cancel))
        {
            return Outcome.Unknown;
        }

        if (stamp.District.Length > 0 && stamp.School != (input.School?.ToString() ?? ""))
        {
            return Outcome.Refused(await OtherPlace(stamp, cancel));
        }

        var level = input.School is null ? ContentLevel.System : ContentLevel.School;
        var steps = library.Edition(district.ProcessEdition, LanguageFiles.Default).Steps.ToList();
        var stored = (await process.AllAnswers(input.School, cancel)).ToLookup(answer =>
            answer.PromptCode
        );
        var (changed, conflicts, refused) = (
            new List<ChangedAnswer>(),
            new List<BothTexts>(),
            new List<RefusedAnswer>()
        );
        var answers = 0;
        foreach (var (code, typed) in input.File.Answers)
        {
            if (typed.Length == 0 || typed == Rendering.WordAnswer.Nothing)
            {
                continue;
            }

            answers++;
            if (Find(steps, level, code) is not { } place)
            {
                refused.Add(new RefusedAnswer(code, WorkbookSentences.UnknownPrompt));
                continue;
            }

            var text = CodeOfChoice(district.ProcessEdition, place, typed);
            var here =
                stored[code].FirstOrDefault(one => one.StepCode == place.Step.Code)
                ?? await Cleared(place, input.School, cancel);
            var known = stamp.Answers.GetValueOrDefault(code);
            if (
                WorkbookStamp.Regular(here?.Text ?? "") == text
                || known?.Hash == WorkbookStamp.HashOf(text)
            )
            {
                continue;
            }

            if (
                here is { Text.Length: > 0 }
                && here.Version != known?.Version
                && !(input.Take?.TryGetValue(code, out var seen) == true && seen == here.Version)
            )
            {
                conflicts.Add(new BothTexts(code, here.Text, text, here.Version));
                continue;
            }

            switch (await Answer(input, place, text, here?.Version ?? 0, doing, cancel))
            {
                case Outcome<int>.Done:
                    changed.Add(new ChangedAnswer(code, here?.Text ?? "", text));
                    break;
                case Outcome<int>.Conflicting conflict:
                    conflicts.Add(
                        new BothTexts(
                            code,
                            conflict.Conflict.Stored.GetValueOrDefault(code) ?? "",
                            text,
                            conflict.Conflict.Version
                        )
                    );
                    break;
                case Outcome<int>.Refused no:
                    refused.Add(new RefusedAnswer(code, no.Refusals[0].Sentence));
                    break;
            }
        }

        return new Result(answers, changed, conflicts, refused);
    }

    private async Task<Outcome<int>> Answer(
        Input input,
        (Step Step, Prompt Prompt) place,
        string text,
        int version,
        Doing doing,
        CancellationToken cancel
    )
    {
        if (!input.DryRun)
        {
            return await answering.Do(
                new AnswerPrompt.Input(
                    place.Step.Code,
                    place.Prompt.Code,
                    text,
                    version,
                    input.School
                ),
                doing,
                cancel
            );
        }

        return text.Length > PromptAnswer.TextLimit
                ? Outcome.Refused(ProcessSentences.AnswerTooLong)
            : place.Prompt.Kind == PromptKind.Choice
            && place.Prompt.Choices.All(choice => choice.Code != text)
                ? Outcome.Refused(ProcessSentences.ChooseOne)
            : version + 1;
    }

    /// <summary>An answer that was cleared has no text, but a version.</summary>
    private async Task<AnswerView?> Cleared(
        (Step Step, Prompt Prompt) place,
        SchoolId? school,
        CancellationToken cancel
    ) =>
        (await process.Answers(place.Step.Code, school, cancel)).Find(one =>
            one.PromptCode == place.Prompt.Code
        );

    /// <summary>The same workbook, brought to the wrong page: says whose it is.</summary>
    private async Task<Sentence> OtherPlace(WorkbookStamp stamp, CancellationToken cancel)
    {
        if (stamp.School.Length == 0)
        {
            return PublishingSentences.OfTheDistrict;
        }

        var name = Id.TryParse<SchoolId>(stamp.School, out var id)
            ? await db.Set<School>()
                .AsNoTracking()
                .Where(row => row.Id == id)
                .Select(row => row.Name)
                .FirstOrDefaultAsync(cancel)
            : null;
        return name is null
            ? PublishingSentences.OfAnotherSchool
            : PublishingSentences.OfTheSchool(name);
    }

    private static (Step Step, Prompt Prompt)? Find(
        List<Step> steps,
        ContentLevel level,
        string code
    )
    {
        foreach (var step in steps)
        {
            if (step.PromptsFor(level).FirstOrDefault(prompt => prompt.Code == code) is { } prompt)
            {
                return (step, prompt);
            }
        }

        return null;
    }

    /// <summary>A choice comes back as the words of whichever language the workbook was printed in.</summary>
    private string CodeOfChoice(string edition, (Step Step, Prompt Prompt) place, string typed)
    {
        if (place.Prompt.Kind != PromptKind.Choice)
        {
            return typed;
        }

        var chosen = library
            .Languages(edition)
            .SelectMany(language =>
                library
                    .Edition(edition, language)
                    .FindStep(place.Step.Code)!
                    .Prompts.First(prompt => prompt.Code == place.Prompt.Code)
                    .Choices
            )
            .FirstOrDefault(choice =>
                choice.Title.Equals(typed, StringComparison.OrdinalIgnoreCase)
                || choice.Code == typed
            );
        return chosen?.Code ?? typed;
    }
}

public static class WorkbookSentences
{
    public static readonly Sentence UnknownPrompt = new("publishing.refusal.unknown-prompt");
}
