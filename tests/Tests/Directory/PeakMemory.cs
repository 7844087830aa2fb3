using System.Diagnostics;

namespace Throughline.Tests.Directory;

[CollectionDefinition(DisableParallelization = true)]
public sealed class MeasuresMemory;

/// <summary>How much the process grows while something is read.</summary>
static class PeakMemory
{
    public static (long Megabytes, TimeSpan Time) Of(Action read)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        var before = Environment.WorkingSet;
        var peak = before;
        using var done = new ManualResetEventSlim();
        var watch = new Thread(() =>
        {
            while (!done.Wait(2))
            {
                peak = Math.Max(peak, Environment.WorkingSet);
            }
        });
        watch.Start();
        var start = Stopwatch.GetTimestamp();
        read();
        var time = Stopwatch.GetElapsedTime(start);
        peak = Math.Max(peak, Environment.WorkingSet);
        done.Set();
        watch.Join();
        return ((peak - before) / 1_000_000, time);
    }
}
