using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Throughline.Directory;
using Throughline.Directory.Reading;
using Throughline.Kernel;

namespace Throughline.App.Cli;

/// <summary><c>throughline import directory FILE…</c>: districts, schools and enrollment from a public file.</summary>
public static class ImportDirectoryCommand
{
    private const string SmallestGroup = "THROUGHLINE_SMALLEST_GROUP";

    /// <summary>An installation may hide more than the default, and no less than this.</summary>
    private const int LeastSmallestGroup = 5;

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
            "The year in which the school year ends: 2017 for 2016-17. Needed where the file does not say it; a school file's name may.",
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
        if (Limits() is not { } limits)
        {
            return output.Refuse(
                $"{SmallestGroup} is a whole number of at least {LeastSmallestGroup}. Nothing was imported."
            );
        }

        var readings = new List<DirectoryReading>();
        foreach (var path in parsed.GetValue(Files)!)
        {
            try
            {
                using var file = DirectoryFile.Open(path, parsed.GetValue(Format), limits);
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
        var kept = dryRun ? [] : await Store(readings, parsed, cancel);

        foreach (var refused in readings.SelectMany(reading => reading.Refused))
        {
            await Console.Error.WriteLineAsync(
                $"{refused.File}, row {refused.Row}, {refused.Column}: {refused.Reason}"
            );
        }

        var report = DirectoryReport.Of(readings, kept, dryRun, clock.ElapsedMilliseconds);
        return output.Finish(report, report.ToSentences());
    }

    /// <summary>All files or none: the sum of several is one import to whoever runs it.</summary>
    private static async Task<IReadOnlyList<LeftOutColumn>> Store(
        List<DirectoryReading> readings,
        ParseResult parsed,
        CancellationToken cancel
    )
    {
        await using var services = await CommandServices.Open(parsed, cancel);
        await using var scope = services.Scope();
        var import = scope.ServiceProvider.GetRequiredService<ImportDirectory>();
        return
            await import.Do(readings, CommandServices.Doing, cancel)
                is Outcome<IReadOnlyList<LeftOutColumn>>.Done done
            ? done.Value
            : throw new InvalidOperationException("An import refuses nothing after reading.");
    }

    private static DirectoryLimits? Limits()
    {
        var set = Environment.GetEnvironmentVariable(SmallestGroup);
        return string.IsNullOrWhiteSpace(set) ? DirectoryLimits.Default
            : int.TryParse(set, CultureInfo.InvariantCulture, out var smallest)
            && smallest >= LeastSmallestGroup
                ? DirectoryLimits.Default with
                {
                    SmallestGroup = smallest,
                }
            : null;
    }
}
