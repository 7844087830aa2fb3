using Throughline.Kernel;

namespace Throughline.Process;

public readonly record struct StartingPointAnswersId(Guid Value) : IId<StartingPointAnswersId>
{
    public static StartingPointAnswersId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("n");
}

/// <summary>How the team answered "find your starting point", and where that led.</summary>
public sealed class StartingPointAnswers : DistrictThing<StartingPointAnswersId>, IAtLevel
{
    /// <summary>Codes of the answers, comma-separated.</summary>
    public required string Answers { get; set; }

    public required string StepCode { get; set; }

    public required DateTime AnsweredAt { get; set; }

    public override string HistoryKind => "starting-point";

    public override string HistoryName => StepCode;
}
