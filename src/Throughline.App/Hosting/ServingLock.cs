using Throughline.Data;
using Throughline.Sqlite;

namespace Throughline.App.Hosting;

/// <summary>Held by a server on its data folder as long as it lives, so that nobody pulls the folder from under it.</summary>
public static class ServingLock
{
    private const string Name = "serving.lock";

    /// <summary>Null where a second server of the same PostgreSQL shares the folder: the lock of the first is enough.</summary>
    public static FileLock? Take(string data) => FileLock.TryTake(Path.Combine(data, Name));

    /// <summary>Null where there is nothing that a server could hold.</summary>
    public static FileLock? TakeForRestore(string data)
    {
        var file = Path.Combine(data, Name);
        return !File.Exists(file)
            ? null
            : FileLock.TryTake(file)
                ?? throw new StorageRefused(
                    $"A server is running on {data}. Nothing was changed. Stop it first."
                );
    }
}
