using System.Diagnostics;

namespace Throughline.Tests.Directory;

[CollectionDefinition(DisableParallelization = true)]
public sealed class MeasuresMemory;

/// <summary>
/// How much more the heap holds, at its fullest after a collection, while something is read. The process's working set would count
/// garbage that the runtime has not yet given back, which depends on what other tests left behind.
/// </summary>
static class PeakMemory
{
    public static (long Megabytes, TimeSpan Time) Of(Action read)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        var before = Held();
        var peak = before;
        using var done = new ManualResetEventSlim();
        var watch = new Thread(() =>
        {
            while (!done.Wait(2))
            {
                peak = Math.Max(peak, Held());
            }
        });
        watch.IsBackground = true;
        watch.Start();
        var start = Stopwatch.GetTimestamp();
        try
        {
            read();
        }
        finally
        {
            done.Set();
            watch.Join();
        }

        var time = Stopwatch.GetElapsedTime(start);
        return ((Math.Max(peak, Held()) - before) / 1_000_000, time);
    }

    static long Held() => GC.GetGCMemoryInfo(GCKind.Any).HeapSizeBytes;
}
