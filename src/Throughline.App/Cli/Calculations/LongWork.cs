namespace Throughline.App.Cli.Calculations;

/// <summary>
/// Says on standard error how work stands that takes longer than a second: once a second, where there is something new. It keeps its own
/// time, so it also speaks while a solver does not.
/// </summary>
public sealed class LongWork : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly Lock key = new();
    private readonly Output output;
    private readonly Timer timer;
    private string? now;
    private string? said;

    public LongWork(Output output)
    {
        this.output = output;
        timer = new Timer(_ => Tell(), null, Pause, Pause);
    }

    /// <summary>How it stands, as a sentence.</summary>
    public void Stands(string sentence)
    {
        lock (key)
        {
            now = sentence;
        }
    }

    /// <summary>Nothing is said after this.</summary>
    public void Dispose()
    {
        lock (key)
        {
            now = said;
        }

        timer.Dispose();
    }

    private void Tell()
    {
        lock (key)
        {
            if (now is not null && now != said)
            {
                said = now;
                output.Note(now);
            }
        }
    }
}
