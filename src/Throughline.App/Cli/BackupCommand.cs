using System.CommandLine;
using Throughline.App.Hosting;

namespace Throughline.App.Cli;

/// <summary><c>throughline backup --out FILE</c>: while the server runs, or not.</summary>
public static class BackupCommand
{
    private static readonly Option<string> Out = new("--out")
    {
        Description = "The file to write. It must not exist.",
        Required = true,
    };

    public static void AddTo(RootCommand root)
    {
        var backup = new Command(
            "backup",
            "Writes the database and the keys, of one moment, into one checked file. The server may go on running."
        )
        {
            Out,
        };
        backup.SetAction(
            (parsed, cancel) => Output.Run(parsed, output => BackUp(parsed, output, cancel))
        );
        root.Add(backup);
    }

    private static async Task<int> BackUp(
        ParseResult parsed,
        Output output,
        CancellationToken cancel
    )
    {
        var installation = new Installation(parsed.GetValue(CommandLine.Data)!);
        var to = Path.GetFullPath(parsed.GetValue(Out)!);
        if (File.Exists(to) || System.IO.Directory.Exists(to))
        {
            return output.Refuse($"{to} exists already. Nothing was written. Name another file.");
        }

        var storage = installation.OpenStorage();
        if ((await storage.Upkeep.Look(cancel)).Schema is null)
        {
            return output.Refuse(
                $"There is no database in {installation.Data} yet, and so nothing to back up."
            );
        }

        output.Say("Copying the database and reading the copy back …");
        var manifest = await BackupFile.Write(installation, storage, to, cancel);
        var report = StorageReport.Of(new(manifest.Schema, manifest.Rows)) with
        {
            Sha256 = await BackupFile.HashOf(to, cancel),
            File = to,
            Bytes = new FileInfo(to).Length,
        };
        return output.Finish(
            report,
            $"{to}: {report.Rows} rows, {manifest.Entries.Count - 1} keys, {report.Bytes} bytes, SHA-256 {report.Sha256}. Keep it as safe as the data folder: it holds the keys."
        );
    }
}
