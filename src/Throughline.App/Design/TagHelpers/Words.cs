namespace Throughline.App.Design;

/// <summary>How a state word is colored: it waits for someone, it is ready, or it simply is.</summary>
public enum Kind
{
    Quiet,
    Waiting,
    Ready,
}

public enum StopState
{
    Ahead,
    Current,
    Done,
    Waiting,
}

/// <summary>A stop of the process; <paramref name="StateWord"/> is what people hear who do not see the line ("done").</summary>
public sealed record RailStop(string Name, string? Href, StopState State, string StateWord);

public sealed record RailPhase(string Name, IReadOnlyList<RailStop> Stops);

public sealed record Crumb(string Text, string Href);
