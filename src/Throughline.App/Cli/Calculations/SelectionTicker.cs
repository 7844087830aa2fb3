using System.Diagnostics;
using Throughline.Analysis.Selection;

namespace Throughline.App.Cli.Calculations;

/// <summary>Says how far a long selection has come, once a second at most, and nothing about a short one.</summary>
public sealed class SelectionTicker(Output output) : IProgress<SelectionProgress>
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly Stopwatch clock = Stopwatch.StartNew();

    public void Report(SelectionProgress value)
    {
        if (clock.Elapsed >= Pause)
        {
            clock.Restart();
            output.Say($"{value.Step}: {value.Done} of {value.Of} …");
        }
    }
}
