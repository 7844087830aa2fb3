using System.CommandLine;
using System.Diagnostics;
using Throughline.Directory;
using Throughline.Directory.Reading;

namespace Throughline.App.Cli;

/// <summary><c>throughline import directory FILE…</c>: districts, schools and enrollment from a public file.</summary>
public static class ImportDirectoryCommand
{
    private static readonly Argument<string[]> Files = new("FILE")
    {
        Description = "A school file of the Massachusetts profiles, or a OneRoster 1.1 or 1.2 zip.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string?> Format = new("--format")
    {
        Description =
            $"One of {string.Join(", ", DirectoryFile.Formats)}; found out by itself where it is not given.",
    };

    private static readonly Option<int?> Year = new("--year")
    {
        Description =
            "The year in which the school year ends: 2017 for 2016-17. Needed where the file does not say it.",
    };

    private static readonly Option<bool> DryRun = new("--dry-run")
    {
        Description = "Reads and reports; stores nothing.",
    };

    public static void AddTo(Command import)
    {
        var directory = new Command(
            "directory",
            "Districts, schools and enrollment from a public file."
        )
        {
            Files,
            Format,
            Year,
            DryRun,
        };
        directory.SetAction(
            (parsed, cancel) => Output.Run(parsed, output => Run(parsed, output, cancel))
        );
        import.Add(directory);
    }

    private static async Task<int> Run(ParseResult parsed, Output output, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        var readings = new List<DirectoryReading>();
        foreach (var path in parsed.GetValue(Files)!)
        {
            try
            {
                using var file = DirectoryFile.Open(path, parsed.GetValue(Format));
                var progress = new Progress<long>(rows =>
                    output.Say($"{Path.GetFileName(path)}: {rows:N0} rows read")
                );
                readings.Add(file.Read(parsed.GetValue(Year), progress, cancel));
            }
            catch (DirectoryRefusedException refused)
            {
                return output.Refuse(
                    $"{Path.GetFileName(path)}: {refused.Message} Nothing was imported."
                );
            }
        }

        var dryRun = parsed.GetValue(DryRun);
        if (!dryRun)
        {
            await Store(readings, parsed, cancel);
        }

        foreach (var refused in readings.SelectMany(reading => reading.Refused))
        {
            await Console.Error.WriteLineAsync(
                $"{refused.File}, row {refused.Row}, {refused.Column}: {refused.Reason}"
            );
        }

        var report = DirectoryReport.Of(readings, dryRun, clock.ElapsedMilliseconds);
        return output.Finish(report, report.ToSentences());
    }

    /// <summary>All files or none: the sum of several is one import to whoever runs it.</summary>
    private static async Task Store(
        List<DirectoryReading> readings,
        ParseResult parsed,
        CancellationToken cancel
    )
    {
        await using var services = await CommandServices.Open(parsed, cancel);
        await using var scope = services.Scope();
        var import = scope.ServiceProvider.GetRequiredService<ImportDirectory>();
        await import.Do(readings, CommandServices.Doing, cancel);
    }
}
