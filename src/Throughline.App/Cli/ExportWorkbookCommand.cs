using System.CommandLine;
using Throughline.App.Hosting.Documents;
using Throughline.Publishing.Workbooks;

namespace Throughline.App.Cli;

/// <summary><c>throughline export workbook --district SLUG [--school CODE] [--filled] --out FILE</c>: a Word file to fill in and to read back.</summary>
public static class ExportWorkbookCommand
{
    private static readonly Option<bool> Filled = new("--filled")
    {
        Description = "With the answers so far.",
    };

    public static void AddTo(Command export)
    {
        var command = new Command("workbook", "Writes the workbook as a Word file.")
        {
            DistrictCommand.Slug,
            DistrictCommand.School,
            Filled,
            DistrictCommand.Language,
            DistrictCommand.Out,
        };
        command.SetAction(
            (parsed, cancel) =>
                DistrictCommand.Run(
                    parsed,
                    async (output, services, district, school) =>
                    {
                        var workbook = await services
                            .GetRequiredService<AssembleWorkbook>()
                            .Of(
                                district,
                                DistrictCommand.TextsOf(parsed, district, services),
                                DistrictCommand.TodayOf(district, services),
                                parsed.GetValue(Filled),
                                school,
                                cancel
                            );
                        var made = await services
                            .GetRequiredService<PlanFiles>()
                            .Make(
                                workbook.Document,
                                district.Slug,
                                "docx",
                                workbook.Stamp.ToProperties(),
                                cancel
                            );
                        var file = Path.GetFullPath(parsed.GetValue(DistrictCommand.Out)!);
                        await File.WriteAllBytesAsync(file, made!.Bytes, cancel);
                        return output.Finish(
                            new
                            {
                                file,
                                bytes = made.Bytes.Length,
                                edition = workbook.Stamp.Edition,
                                answers = workbook.Stamp.Answers.Count,
                            },
                            $"{file}: {made.Bytes.Length} bytes."
                        );
                    },
                    cancel
                )
        );
        export.Add(command);
    }
}
