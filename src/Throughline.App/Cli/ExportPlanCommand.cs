using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Throughline.App.Hosting.Documents;
using Throughline.Data;
using Throughline.Kernel;
using Throughline.Publishing.Assembling;

namespace Throughline.App.Cli;

/// <summary><c>throughline export plan --district SLUG --format docx --out FILE</c>: the document as it stands.</summary>
public static class ExportPlanCommand
{
    private static readonly Option<string?> School = new("--school")
    {
        Description = "The state's code of a school, for its plan.",
    };

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
            School,
            Format,
            DistrictCommand.Language,
            DistrictCommand.Out,
        };
        command.SetAction(
            (parsed, cancel) =>
                DistrictCommand.Run(
                    parsed,
                    (output, services, district) =>
                        Export(parsed, output, services, district, cancel),
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
        CancellationToken cancel
    )
    {
        SchoolId? school = null;
        if (parsed.GetValue(School) is { } code)
        {
            var found = await services
                .GetRequiredService<ThroughlineDb>()
                .Set<School>()
                .AsNoTracking()
                .FirstOrDefaultAsync(row => row.OrgCode == code, cancel);
            if (found is null)
            {
                return output.Refuse($"{district.Name} has no school with the code {code}.");
            }

            school = found.Id;
        }

        var document = await services
            .GetRequiredService<AssemblePlan>()
            .Document(
                new PlanWanted(
                    district,
                    DistrictCommand.TextsOf(parsed, district, services),
                    DistrictCommand.TodayOf(district, services),
                    school
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
