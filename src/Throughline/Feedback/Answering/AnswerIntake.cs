using System.Threading.Channels;
using Throughline.Data;

namespace Throughline.Feedback.Answering;

/// <summary>
/// Where the answers of everybody who sends at this moment become one transaction: each waits for the disk once, together. An answer is
/// acknowledged when it is on disk, and not before.
/// </summary>
public sealed class AnswerIntake : IAsyncDisposable
{
    private const int MostTogether = 512;

    /// <summary>Beyond it senders wait at the door instead of in memory.</summary>
    private const int MostWaiting = 16_384;

    private readonly Channel<Waiting> waiting = Channel.CreateBounded<Waiting>(
        new BoundedChannelOptions(MostWaiting) { SingleReader = true }
    );

    private readonly IStorage storage;
    private readonly Task writer;

    public AnswerIntake(IStorage storage)
    {
        this.storage = storage;
        writer = Task.Run(Write);
    }

    /// <summary>Returns when the answer is on disk; throws what the database threw where it is not.</summary>
    public async Task Take(Answer answer, CancellationToken cancel)
    {
        var one = new Waiting(answer);
        await waiting.Writer.WriteAsync(one, cancel);
        // Whoever goes away does not take the answer along: it is stored all the same.
        await one.Stored.Task.WaitAsync(cancel);
    }

    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        await writer;
    }

    private async Task Write()
    {
        var together = new List<Waiting>(MostTogether);
        while (await waiting.Reader.WaitToReadAsync())
        {
            while (together.Count < MostTogether && waiting.Reader.TryRead(out var one))
            {
                together.Add(one);
            }

            await Store(together);
            together.Clear();
        }
    }

    private async Task Store(List<Waiting> together)
    {
        try
        {
            await storage.Answers.Store(
                together.ConvertAll(one => one.Answer),
                CancellationToken.None
            );
        }
#pragma warning disable CA1031 // Whatever went wrong is told to each who waits; the intake goes on.
        catch (Exception fault)
        {
            if (together.Count == 1 || storage.IsPassing(fault))
            {
                together.ForEach(one => one.Stored.TrySetException(fault));
                return;
            }

            // One that cannot be stored must not take the others with it.
            foreach (var one in together)
            {
                await Store([one]);
            }

            return;
        }
#pragma warning restore CA1031

        foreach (var one in together)
        {
            one.Stored.TrySetResult();
        }
    }

    private sealed record Waiting(Answer Answer)
    {
        public TaskCompletionSource Stored { get; } =
            new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
