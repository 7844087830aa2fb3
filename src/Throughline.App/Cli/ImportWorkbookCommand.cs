using System.CommandLine;
using Throughline.Kernel;
using Throughline.Kernel.Languages;
using Throughline.Publishing.Workbooks;

namespace Throughline.App.Cli;

/// <summary><c>throughline import workbook FILE --district SLUG [--school CODE] [--dry-run]</c>: the answers of a workbook that came back.</summary>
public static class ImportWorkbookCommand
{
    private static readonly Argument<string> WorkbookPath = new("FILE")
    {
        Description = "The Word file (.docx).",
    };

    private static readonly Option<bool> DryRun = new("--dry-run")
    {
        Description = "Says what would change and changes nothing.",
    };

    public static void AddTo(Command import)
    {
        var command = new Command("workbook", "Reads the answers of a workbook back.")
        {
            WorkbookPath,
            DistrictCommand.Slug,
            DistrictCommand.School,
            DryRun,
        };
        command.SetAction(
            (parsed, cancel) =>
                DistrictCommand.Run(
                    parsed,
                    (output, services, _, school) =>
                        Import(parsed, output, services, school, cancel),
                    cancel
                )
        );
        import.Add(command);
    }

    private static async Task<int> Import(
        ParseResult parsed,
        Output output,
        IServiceProvider services,
        SchoolPlace? school,
        CancellationToken cancel
    )
    {
        var texts = services.GetRequiredService<LanguageFiles>().In(LanguageFiles.Default);
        var path = parsed.GetValue(WorkbookPath)!;
        var isTrial = parsed.GetValue(DryRun);
        Outcome<WorkbookFile> read;
        await using (var stream = File.OpenRead(path))
        {
            read = WorkbookFile.Read(stream);
        }

        if (read is not Outcome<WorkbookFile>.Done { Value: var file })
        {
            return output.Refuse([
                .. ((Outcome<WorkbookFile>.Refused)read).Refusals.Select(refusal =>
                    $"{path}: {texts[refusal.Sentence]}"
                ),
            ]);
        }

        var outcome = await services
            .GetRequiredService<ImportWorkbook>()
            .Do(
                new ImportWorkbook.Input(file, isTrial, School: school?.Id),
                CommandServices.Doing,
                cancel
            );
        if (outcome is not Outcome<ImportWorkbook.Result>.Done { Value: var result })
        {
            return output.Refuse([
                .. ((outcome as Outcome<ImportWorkbook.Result>.Refused)?.Refusals ?? []).Select(
                    refusal => texts[refusal.Sentence]
                ),
            ]);
        }

        foreach (var both in result.Conflicts)
        {
            output.Say($"{both.Prompt}: changed here since the workbook was made; kept as it is.");
        }

        foreach (var refused in result.Refused)
        {
            output.Say($"{refused.Prompt}: {texts[refused.Reason]}");
        }

        return output.Finish(
            new
            {
                dryRun = isTrial,
                answers = result.Answers,
                changed = result.Changed.Count,
                conflicts = result.Conflicts.Count,
                refused = result.Refused.Count,
                changedPrompts = result.Changed.Select(one => one.Prompt),
                conflictTexts = result.Conflicts,
                refusedPrompts = result.Refused.Select(one => new
                {
                    prompt = one.Prompt,
                    reason = texts[one.Reason],
                }),
            },
            $"{result.Answers} answers read, {result.Changed.Count} {(isTrial ? "would change" : "changed")}, {result.Conflicts.Count} in conflict, {result.Refused.Count} refused."
        );
    }
}
