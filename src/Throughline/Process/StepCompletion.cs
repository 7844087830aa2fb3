using Throughline.Kernel;

namespace Throughline.Process;

public readonly record struct StepCompletionId(Guid Value) : IId<StepCompletionId>
{
    public static StepCompletionId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("n");
}

/// <summary>The team called a step done. Reopening removes the row; the history keeps both.</summary>
public sealed class StepCompletion : DistrictThing<StepCompletionId>, IAtLevel
{
    public required string StepCode { get; init; }

    public SchoolId? SchoolId { get; init; }

    public required PersonId DoneBy { get; init; }

    public required DateTime DoneAt { get; init; }

    /// <summary>Why nobody was asked in this step; null where somebody was.</summary>
    public string? NobodyAskedBecause { get; init; }

    public override string HistoryKind => "step";

    public override string HistoryName => StepCode;
}
