using System.IO.Compression;
using System.Security.Cryptography;
using Throughline.App.Hosting;
using Throughline.Data;

namespace Throughline.App.Cli;

/// <summary>
/// The one file of a backup: a zip of the database's copy, the keys (without which every link and form token would be void) and the
/// manifest.
/// </summary>
public static class BackupFile
{
    private const long LongestManifest = 1_000_000;

    /// <summary>Makes the backup beside <paramref name="to"/>, reads it back, then gives it its name.</summary>
    public static async Task<BackupManifest> Write(
        Installation installation,
        IStorage storage,
        string to,
        CancellationToken cancel
    )
    {
        var work = PrivateFolder.Beside(to, "making");
        try
        {
            var copy = Path.Combine(work, storage.Upkeep.CopyName);
            var stored = await storage.Upkeep.Copy(copy, cancel);
            var keys = System
                .IO.Directory.GetFiles(installation.Keys, "*.xml")
                .Select(file => (Name: "keys/" + Path.GetFileName(file), File: file));
            var files = keys.Prepend((Name: storage.Upkeep.CopyName, File: copy)).ToList();
            var entries = new List<BackupEntry>();
            foreach (var (name, file) in files)
            {
                entries.Add(
                    new BackupEntry(name, new FileInfo(file).Length, await HashOf(file, cancel))
                );
            }

            var manifest = new BackupManifest(
                BackupManifest.ThisFormat,
                storage.Name,
                stored.Schema
                    ?? throw new StorageRefused(
                        "There is no database yet, and so nothing to back up."
                    ),
                TimeProvider.System.GetUtcNow(),
                stored.Rows,
                entries
            );
            var zip = Path.Combine(work, "backup.zip");
            await Pack(zip, files, manifest, cancel);
            await Unpack(zip, Path.Combine(work, "again"), cancel);
            File.Move(zip, to);
            return manifest;
        }
        finally
        {
            System.IO.Directory.Delete(work, recursive: true);
        }
    }

    /// <summary>Every entry into <paramref name="folder"/>, each compared with the manifest's length and hash.</summary>
    public static async Task<BackupManifest> Unpack(
        string backup,
        string folder,
        CancellationToken cancel
    )
    {
        try
        {
            await using var zip = await ZipFile.OpenReadAsync(backup, cancel);
            var manifest =
                await ReadManifest(zip, cancel)
                ?? throw new StorageRefused(
                    $"{backup} has no {BackupManifest.Name} that this program reads. Nothing was changed."
                );
            PrivateFolder.Make(Path.Combine(folder, "keys"));
            foreach (var entry in manifest.Entries)
            {
                await Unpack(zip, entry, folder, cancel);
            }

            return manifest;
        }
        catch (InvalidDataException broken)
        {
            throw new StorageRefused(
                $"{backup} is not a whole backup ({broken.Message}). Nothing was changed.",
                broken
            );
        }
    }

    public static async Task<string> HashOf(string file, CancellationToken cancel)
    {
        await using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancel));
    }

    private static async Task Pack(
        string zip,
        IEnumerable<(string Name, string File)> files,
        BackupManifest manifest,
        CancellationToken cancel
    )
    {
        await using var stream = PrivateFolder.NewFile(zip);
        await using (
            var archive = await ZipArchive.CreateAsync(
                stream,
                ZipArchiveMode.Create,
                leaveOpen: true,
                null,
                cancel
            )
        )
        {
            foreach (var (name, file) in files)
            {
                await archive.CreateEntryFromFileAsync(
                    file,
                    name,
                    CompressionLevel.Fastest,
                    cancel
                );
            }

            await using var text = await archive.CreateEntry(BackupManifest.Name).OpenAsync(cancel);
            await using var writer = new StreamWriter(text);
            await writer.WriteAsync(manifest.ToJson());
        }

        stream.Flush(flushToDisk: true);
    }

    private static async Task<BackupManifest?> ReadManifest(
        ZipArchive zip,
        CancellationToken cancel
    )
    {
        if (zip.GetEntry(BackupManifest.Name) is not { Length: < LongestManifest } entry)
        {
            return null;
        }

        await using var text = await entry.OpenAsync(cancel);
        using var reader = new StreamReader(text);
        var buffer = new char[LongestManifest];
        var length = await reader.ReadBlockAsync(buffer, cancel);
        return BackupManifest.Read(new string(buffer, 0, length));
    }

    private static async Task Unpack(
        ZipArchive zip,
        BackupEntry entry,
        string folder,
        CancellationToken cancel
    )
    {
        if (
            !IsOurs(entry.Name)
            || zip.GetEntry(entry.Name) is not { } packed
            || packed.Length != entry.Bytes
        )
        {
            throw new StorageRefused(
                $"The backup's {entry.Name} is missing, of another length than it says, or does not belong there. Nothing was changed."
            );
        }

        var file = Path.Combine(folder, entry.Name);
        await using (var from = await packed.OpenAsync(cancel))
        await using (var to = PrivateFolder.NewFile(file))
        {
            await from.CopyToAsync(to, cancel);
            to.Flush(flushToDisk: true);
        }

        if (await HashOf(file, cancel) != entry.Sha256)
        {
            throw new StorageRefused(
                $"The backup's {entry.Name} is damaged: its hash is not the one it had. Nothing was changed."
            );
        }
    }

    /// <summary>No entry can lead out of the folder: a name is one of these and nothing else.</summary>
    private static bool IsOurs(string name) =>
        name is "throughline.db" or "throughline.dump"
        || (
            name.StartsWith("keys/key-", StringComparison.Ordinal)
            && name.EndsWith(".xml", StringComparison.Ordinal)
            && name.Count(c => c is '/' or '\\') == 1
        );
}
