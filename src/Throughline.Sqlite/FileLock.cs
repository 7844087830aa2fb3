using Throughline.Data;

namespace Throughline.Sqlite;

/// <summary>
/// A lock that dies with its process, however that ends: an open file that nobody else may open (flock on Unix). The file stays, and
/// means nothing.
/// </summary>
public sealed class FileLock : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>EAGAIN on Linux, ERROR_SHARING_VIOLATION on Windows, EWOULDBLOCK on macOS.</summary>
    private static readonly int[] HeldByAnother = [11, 32, 35];

    private readonly FileStream stream;

    private FileLock(FileStream stream) => this.stream = stream;

    public static async Task<FileLock> Take(string path, CancellationToken cancel)
    {
        for (var waited = TimeSpan.Zero; waited < Patience; waited += TimeSpan.FromMilliseconds(50))
        {
            if (TryTake(path) is { } taken)
            {
                return taken;
            }

            await Task.Delay(50, cancel);
        }

        throw new StorageRefused(
            $"Another process has been holding {path} for ten minutes. Look for a second server or command on this data folder."
        );
    }

    /// <summary>Null where another process (or another part of this one) holds it.</summary>
    public static FileLock? TryTake(string path)
    {
        try
        {
            return new FileLock(
                new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None)
            );
        }
        catch (IOException held) when (HeldByAnother.Contains(held.HResult & 0xffff))
        {
            return null;
        }
    }

    public ValueTask DisposeAsync() => stream.DisposeAsync();
}
