using System.CommandLine;
using Throughline.App.Hosting.Documents;
using Throughline.Kernel;
using Throughline.Publishing.Assembling;

namespace Throughline.App.Cli;

/// <summary><c>throughline export plan --district SLUG --format docx --out FILE</c>: the document as it stands.</summary>
public static class ExportPlanCommand
{
    private static readonly Option<string> Format = new("--format")
    {
        Description = "html, docx, pdf or json.",
        Required = true,
    };

    static ExportPlanCommand() => Format.AcceptOnlyFromAmong([.. PlanFiles.Formats]);

    public static void AddTo(Command export)
    {
        var command = new Command("plan", "Writes the plan document into a file.")
        {
            DistrictCommand.Slug,
            DistrictCommand.School,
            Format,
            DistrictCommand.Language,
            DistrictCommand.Out,
        };
        command.SetAction(
            (parsed, cancel) =>
                DistrictCommand.Run(
                    parsed,
                    (output, services, district, school) =>
                        Export(parsed, output, services, district, school, cancel),
                    cancel
                )
        );
        export.Add(command);
    }

    private static async Task<int> Export(
        ParseResult parsed,
        Output output,
        IServiceProvider services,
        DistrictView district,
        SchoolPlace? school,
        CancellationToken cancel
    )
    {
        var document = await services
            .GetRequiredService<AssemblePlan>()
            .Document(
                new PlanWanted(
                    district,
                    DistrictCommand.TextsOf(parsed, district, services),
                    DistrictCommand.TodayOf(district, services),
                    school?.Id
                ),
                cancel
            );
        var files = services.GetRequiredService<PlanFiles>();
        var format = parsed.GetValue(Format)!;
        var made = await files.Make(document, district.Slug, format, cancel: cancel);
        if (made is null)
        {
            return output.Refuse(
                "A PDF is printed by Chromium, Chrome or Edge, and none was found that did it. Install one, or name it in "
                    + PdfPrinter.Variable
                    + ", or export html and print that."
            );
        }

        var file = Path.GetFullPath(parsed.GetValue(DistrictCommand.Out)!);
        await File.WriteAllBytesAsync(file, made.Bytes, cancel);
        return output.Finish(
            new
            {
                file,
                bytes = made.Bytes.Length,
                version = document.Version,
                format,
                sections = document.Sections.Count,
            },
            $"{file}: {made.Bytes.Length} bytes."
        );
    }
}
