using System.CommandLine;
using Throughline.App.Hosting;

namespace Throughline.App.Cli;

/// <summary><c>throughline check</c>: is this installation well?</summary>
public static class CheckCommand
{
    public static void AddTo(RootCommand root)
    {
        var check = new Command(
            "check",
            "Looks at the database, the keys, the disk and the content, and says what is wrong."
        );
        check.SetAction(
            (parsed, cancel) => Output.Run(parsed, output => Check(parsed, output, cancel))
        );
        root.Add(check);
    }

    private static async Task<int> Check(
        ParseResult parsed,
        Output output,
        CancellationToken cancel
    )
    {
        var installation = new Installation(parsed.GetValue(CommandLine.Data)!);
        var storage = installation.OpenStorage();
        var problems = new List<string>(await storage.Upkeep.Problems(cancel));
        problems.AddRange(installation.Problems());
        var report = StorageReport.Of(await storage.Upkeep.Look(cancel), problems);
        if (problems.Count == 0)
        {
            return output.Finish(
                report,
                $"All is well: schema {report.Schema}, {report.Rows} rows."
            );
        }

        foreach (var problem in problems)
        {
            await Console.Error.WriteLineAsync(problem);
        }

        return output.Finish(
            report,
            problems.Count == 1 ? "1 problem was found." : $"{problems.Count} problems were found.",
            Output.Refused
        );
    }
}
