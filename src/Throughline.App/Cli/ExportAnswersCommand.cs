using System.CommandLine;
using Throughline.Feedback;
using Throughline.Feedback.Hearing;
using Throughline.Kernel;

namespace Throughline.App.Cli;

/// <summary><c>throughline export answers --district SLUG --round CODE --format csv --out FILE</c>: every sent answer of a round.</summary>
public static class ExportAnswersCommand
{
    private static readonly Option<string> Round = new("--round")
    {
        Description = "The last part of one of the round's public addresses.",
        Required = true,
    };

    private static readonly Option<string> Format = new("--format")
    {
        Description = "csv or json.",
        Required = true,
    };

    static ExportAnswersCommand() => Format.AcceptOnlyFromAmong("csv", "json");

    public static void AddTo(Command export)
    {
        var command = new Command("answers", "Writes every answer of a feedback round into a file.")
        {
            DistrictCommand.Slug,
            Round,
            Format,
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
        var code = parsed.GetValue(Round)!;
        var round = await services.GetRequiredService<FeedbackQueries>().ByCode(code, cancel);
        if (round is null)
        {
            return output.Refuse($"{district.Name} has no feedback round with the address {code}.");
        }

        var file = Path.GetFullPath(parsed.GetValue(DistrictCommand.Out)!);
        // Beside it first: a file that is there stays whole until the new one is.
        var part = file + ".part";
        int answers;
        await using (var stream = File.Create(part))
        {
            var export = services.GetRequiredService<ExportAnswers>();
            answers =
                parsed.GetValue(Format) == "csv"
                    ? await export.Csv(round.Id, stream, cancel)
                    : await export.Json(round.Id, stream, cancel);
        }

        File.Move(part, file, overwrite: true);
        return output.Finish(
            new { file, answers },
            $"{file}: {answers} answers to “{round.Name}”."
        );
    }
}
