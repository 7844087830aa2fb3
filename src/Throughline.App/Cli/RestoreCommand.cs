using System.CommandLine;
using System.Globalization;
using Throughline.App.Hosting;
using Throughline.Data;
using Throughline.Sqlite;

namespace Throughline.App.Cli;

/// <summary><c>throughline restore FILE --to DIR</c>: checks everything first, then puts it in place by one rename.</summary>
public static class RestoreCommand
{
    private static readonly Argument<string> Backup = new("FILE")
    {
        Description = "A file that throughline backup wrote.",
    };

    private static readonly Option<string> To = new("--to")
    {
        Description = "The data folder to make.",
        Required = true,
    };

    private static readonly Option<bool> Force = new("--force")
    {
        Description = "Where the folder or database is not empty: set the old one aside.",
    };

    public static void AddTo(RootCommand root)
    {
        var restore = new Command("restore", "Makes a data folder out of a backup.")
        {
            Backup,
            To,
            Force,
        };
        restore.SetAction(
            (parsed, cancel) => Output.Run(parsed, output => Restore(parsed, output, cancel))
        );
        root.Add(restore);
    }

    private static async Task<int> Restore(
        ParseResult parsed,
        Output output,
        CancellationToken cancel
    )
    {
        var backup = Path.GetFullPath(parsed.GetValue(Backup)!);
        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(parsed.GetValue(To)!));
        var force = parsed.GetValue(Force);
        if (!File.Exists(backup))
        {
            return output.Refuse($"{backup} is not there.");
        }

        if (IsFull(target) && !force)
        {
            return output.Refuse(
                $"{target} is not empty. Nothing was changed. Name an empty folder, or say --force to set aside what is there."
            );
        }

        await using var alone = ServingLock.TakeForRestore(target);
        var work = PrivateFolder.Beside(target, "restoring");
        try
        {
            output.Say("Checking the backup …");
            var manifest = await BackupFile.Unpack(backup, work, cancel);
            var storage = StorageFor(manifest, work);
            var copy = Path.Combine(work, storage.Upkeep.CopyName);
            var stored = new Stored(manifest.Schema, manifest.Rows);
            await storage.Upkeep.Restore(copy, stored, force, cancel);
            if (manifest.Database == "postgres")
            {
                File.Delete(copy);
            }

            var aside = PutInPlace(work, target);
            var report = StorageReport.Of(stored) with
            {
                Sha256 = await BackupFile.HashOf(backup, cancel),
                File = backup,
                Bytes = new FileInfo(backup).Length,
            };
            return output.Finish(
                report,
                $"{target} holds the backup of {manifest.At:u}: {report.Rows} rows, schema {report.Schema}."
                    + (aside is null ? "" : $" What was there is in {aside}.")
            );
        }
        finally
        {
            if (System.IO.Directory.Exists(work))
            {
                System.IO.Directory.Delete(work, recursive: true);
            }
        }
    }

    private static IStorage StorageFor(BackupManifest manifest, string folder)
    {
        if (manifest.Database == "sqlite")
        {
            return new SqliteStorage(Path.Combine(folder, "throughline.db"));
        }

        var storage = new Installation(folder).OpenStorage();
        return storage.Name == manifest.Database
            ? storage
            : throw new StorageRefused(
                $"This is a backup of a {manifest.Database} database. Set THROUGHLINE_POSTGRES and THROUGHLINE_POSTGRES_OWNER to the database that it should be restored into. Nothing was changed."
            );
    }

    private static bool IsFull(string folder) =>
        File.Exists(folder)
        || (
            System.IO.Directory.Exists(folder)
            && System.IO.Directory.EnumerateFileSystemEntries(folder).Any()
        );

    private static string? PutInPlace(string work, string target)
    {
        string? aside = null;
        if (IsFull(target))
        {
            var time = TimeProvider.System.GetUtcNow();
            aside =
                target
                + time.ToString(
                    "'-before-restore-'yyyyMMdd'T'HHmmssfff",
                    CultureInfo.InvariantCulture
                );
            System.IO.Directory.Move(target, aside);
        }
        else if (System.IO.Directory.Exists(target))
        {
            System.IO.Directory.Delete(target);
        }

        System.IO.Directory.Move(work, target);
        return aside;
    }
}
