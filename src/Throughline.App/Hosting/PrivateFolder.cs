namespace Throughline.App.Hosting;

/// <summary>Folders and files that only the account of the server reads: keys, backups.</summary>
public static class PrivateFolder
{
    private const UnixFileMode Owner =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Makes it with mode 0700, or gives it that mode.</summary>
    public static string Make(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            System.IO.Directory.CreateDirectory(folder);
        }
        else
        {
            System.IO.Directory.CreateDirectory(folder, Owner);
            if (File.GetUnixFileMode(folder) != Owner)
            {
                File.SetUnixFileMode(folder, Owner);
            }
        }

        return folder;
    }

    public static bool IsPrivate(string folder) =>
        OperatingSystem.IsWindows() || (File.GetUnixFileMode(folder) & ~Owner) == UnixFileMode.None;

    /// <summary>A new private folder on the same disk as <paramref name="target"/>, so that what is made there can be renamed into place.</summary>
    public static string Beside(string target, string why)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(target));
        var parent = Path.GetDirectoryName(full)!;
        System.IO.Directory.CreateDirectory(parent);
        return Make(
            Path.Combine(parent, $".{Path.GetFileName(full)}-{why}-{Guid.CreateVersion7():n}")
        );
    }

    /// <summary>A new file with mode 0600.</summary>
    public static FileStream NewFile(string path)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }
}
