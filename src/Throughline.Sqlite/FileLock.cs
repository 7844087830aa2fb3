namespace Throughline.Sqlite;

/// <summary>A lock that dies with its process: an open file that nobody else may open.</summary>
public sealed class FileLock : IAsyncDisposable
{
    private readonly FileStream stream;

    private FileLock(FileStream stream) => this.stream = stream;

    public static async Task<FileLock> Take(string path, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                return new FileLock(
                    new FileStream(
                        path,
                        FileMode.OpenOrCreate,
                        FileAccess.ReadWrite,
                        FileShare.None
                    )
                );
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(50, cancel);
            }
        }
    }

    public ValueTask DisposeAsync() => stream.DisposeAsync();
}
